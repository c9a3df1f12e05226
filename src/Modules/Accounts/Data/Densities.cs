namespace SocialAssistance.Accounts.Data;

/// <summary>How tightly lists are drawn (显示密度): rows of 35, 41 or 48 pixels.</summary>
internal static class Densities
{
    public const string Compact = "compact";

    public const string Standard = "standard";

    public const string Loose = "loose";

    public static IReadOnlyDictionary<string, string> Names { get; } = new Dictionary<string, string> { [Compact] = "紧凑", [Standard] = "标准", [Loose] = "宽松" };
}
