namespace SocialAssistance.Platform.Security;

/// <summary>How personal values are shown to those who need not see them whole (脱敏).</summary>
public static class Mask
{
    /// <summary>360731196803152422 → 360731********2422.</summary>
    public static string IdNumber(string? value) => value is { Length: 18 } ? $"{value[..6]}********{value[14..]}" : value is null ? "" : "******";

    /// <summary>李秀兰 → 李*兰; 王强 → 王*.</summary>
    public static string Name(string value) => value.Length switch { 0 => "", 1 => value, 2 => value[..1] + "*", _ => value[..1] + new string('*', value.Length - 2) + value[^1..] };

    /// <summary>13800001402 → 138****1402.</summary>
    public static string Phone(string? value) => value is { Length: 11 } ? $"{value[..3]}****{value[7..]}" : value is null ? "" : "****";

    /// <summary>Only the last four digits of an account.</summary>
    public static string Account(string? value) => value is { Length: > 4 } ? $"****{value[^4..]}" : value is null ? "" : "****";
}
