using SocialAssistance.Platform.TagHelpers;

namespace SocialAssistance.Cases.Verification;

/// <summary>Answers and decisions with their words and articles.</summary>
internal static class VerificationWords
{
    public const string Same = "same";
    public const string Different = "different";
    public const string Silent = "silent";

    public const string Accepted = "accepted";
    public const string Kept = "kept";
    public const string Waived = "waived";

    public static IReadOnlyDictionary<string, string> Outcomes { get; } = new Dictionary<string, string> { [Same] = "一致", [Different] = "不一致", [Silent] = "未反馈" };

    public static IReadOnlyDictionary<string, string> Decisions { get; } = new Dictionary<string, string> { [Accepted] = "已采信", [Kept] = "以申报为准", [Waived] = "不再等待" };

    public static IReadOnlyList<Choice> OutcomeChoices { get; } = [.. Outcomes.Select(o => new Choice(o.Key, o.Value))];

    /// <summary>Reasons for a difference; the part before the colon is the decision.</summary>
    public static IReadOnlyList<Choice> DifferenceReasons { get; } =
    [
        new("accepted:report", "采信：按核对结果认定", "民发〔2021〕57号 第十七条"),
        new("accepted:agreed", "采信：申请人已说明并认可核对结果", "民发〔2021〕57号 第十八条"),
        new("kept:evidence", "以申报为准：申请人有异议并提供佐证材料，已复查", "民发〔2021〕57号 第十八条"),
        new("kept:changed", "以申报为准：核对后情况已有变化（已过户、已离职等），有佐证", "民发〔2021〕57号 第十八条"),
    ];

    /// <summary>Reasons not to wait for a department any longer.</summary>
    public static IReadOnlyList<Choice> SilenceReasons { get; } =
    [
        new("waived:visit", "不再等待：该部门未接入核对，由入户调查、邻里访问核实", "民发〔2021〕57号 第十五条"),
        new("waived:letter", "不再等待：已通过信函索证核实", "民发〔2021〕57号 第十五条"),
    ];

    public static IReadOnlyList<Choice> ReasonsFor(string? outcome) => outcome == Silent ? SilenceReasons : DifferenceReasons;

    /// <summary>A value with its unit; words when there is none.</summary>
    public static string Value(VerificationItem item, decimal? value, string none = "未了解") =>
        !item.HasValue ? "" : value is not { } known ? none : $"{(item.Unit.StartsWith('元') ? Show.Money(known) : known.ToString("0.##", System.Globalization.CultureInfo.InvariantCulture))} {item.Unit}";
}
