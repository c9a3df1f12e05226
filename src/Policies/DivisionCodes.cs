namespace SocialAssistance.Policies;

/// <summary>Six-digit division codes (行政区划代码): province XX0000, prefecture XXXX00, county XXXXXX.</summary>
public static class DivisionCodes
{
    public static bool IsCode(string text) => text.Length == 6 && !text.AsSpan().ContainsAnyExceptInRange('0', '9');

    /// <summary>The code itself and the levels above it, nearest first, ending with the nation.</summary>
    public static IReadOnlyList<string> WithParents(string code)
    {
        string[] levels = [code, code[..4] + "00", code[..2] + "0000", Pack.Nation];
        return [.. levels.Distinct()];
    }
}
