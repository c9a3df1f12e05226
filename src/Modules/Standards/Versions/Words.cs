using SocialAssistance.Contracts.Standards;
using SocialAssistance.Rules.Standards;

namespace SocialAssistance.Standards.Versions;

/// <summary>States and areas in the words of the screens.</summary>
internal static class Words
{
    public static string Of(VersionStatus status) => status switch
    {
        VersionStatus.Draft => "是草稿",
        VersionStatus.Submitted => "已提交待发布",
        VersionStatus.Published => "已发布",
        _ => "已撤销",
    };

    public static string Tag(VersionStatus status) => status switch
    {
        VersionStatus.Draft => "草稿",
        VersionStatus.Submitted => "待发布",
        VersionStatus.Published => "已发布",
        _ => "已撤销",
    };

    public static string Of(Area? area) => area switch { Area.Urban => "城市", Area.Rural => "农村", _ => "" };

    /// <summary>What to do until a figure is announced.</summary>
    public static string OfState(string state) => state switch
    {
        FigureStates.PayOld => "未公布，沿用旧标准",
        FigureStates.Hold => FigureRemarks.Held,
        FigureStates.Block => "未公布，停止测算",
        _ => "",
    };
}

/// <summary>States of a figure as stored.</summary>
internal static class FigureStates
{
    public const string Stated = "stated";
    public const string PayOld = "pay-old";
    public const string Hold = "hold";
    public const string Block = "block";

    public static IReadOnlyList<string> Pending { get; } = [PayOld, Hold, Block];
}

/// <summary>Areas as stored: a key that differs by area has both, any other key has "all".</summary>
internal static class AreaWords
{
    public const string All = "all";

    public static Area? Read(string word) => Vocabulary<Area>.TryParse(word, out var area) ? area : null;

    public static string Write(Area? area) => area is { } one ? Vocabulary.Word(one) : All;

    public static IReadOnlyList<string> Of(Parameter parameter) => parameter.ByArea ? Vocabulary<Area>.Words : [All];
}
