using SocialAssistance.Rules.Determinations;
using SocialAssistance.Rules.Households;
using SocialAssistance.Rules.Standards;

namespace SocialAssistance.Programs;

/// <summary>What the core's own wording leaves to the screen: warnings with their figures, and the facts a case hangs on.</summary>
internal static class ChineseWords
{
    /// <summary>A warning with the figure it is about and the person concerned.</summary>
    public static string Of(Warning warning, string? name) => warning.Code == WarningCodes.NotConfigured
        ? $"“{Named(warning.Key)}”没有文件规定，相关金额没有计入"
        : $"{Wording.OfWarning(warning.Code)}{(warning.Value is { } value ? $"（{value}）" : "")}{For(name)}";

    public static string Of(FactChange change, string name) => $"{name}“{Of(change.Fact)}”的情况有变化的，每月合计 {change.NewTotal.ToDisplay()} 元";

    private static string Of(CaseFact fact) => fact switch
    {
        CaseFact.PropertyWithinAllowanceLimit => "财产符合低保规定",
        CaseFact.RegisteredPoverty => "原建档立卡、脱贫户",
        CaseFact.LivesTogether => "共同生活",
        CaseFact.Dependent => "成年子女不能独立生活",
        CaseFact.DisabilityCertificate => "持有有效残疾证",
        CaseFact.SeriousIllness => "重病",
        CaseFact.SpecialHardship => "特殊困难",
        CaseFact.Employed => "已就业",
        CaseFact.SupportedByParentsOrSiblings => "靠父母、兄弟姐妹供养",
        CaseFact.AppliesAlone => "单独申请",
        CaseFact.OwnPropertyWithinLimit => "本人财产符合规定",
        CaseFact.FullClass => "常补对象",
        CaseFact.WorkInjuryNursing => "享受工伤护理费",
        _ => "在校就读",
    };

    private static string Named(string? key) => ParameterCatalogue.All.FirstOrDefault(p => p.Key == key)?.Name ?? "标准";

    private static string For(string? name) => name is null ? "" : $"（{name}）";
}
