using SocialAssistance.Contracts.Programs;
using SocialAssistance.Contracts.Standards;
using SocialAssistance.Platform.TagHelpers;

namespace SocialAssistance.Cases.CaseFiles;

/// <summary>An assessment in the words of screens and letters.</summary>
internal static class AssessmentWords
{
    /// <summary>符合 / 不符合 / 待定.</summary>
    public static string Outcome(Assessment assessment) => assessment.Outcome switch
    {
        "eligible" => "符合条件",
        "ineligible" => "不符合条件",
        _ => "暂不能测算（缺少标准）",
    };

    /// <summary>One sentence that can be read aloud at the window.</summary>
    public static string Sentence(Assessment assessment) => assessment switch
    {
        { Outcome: "eligible", MeansTested: false } => $"符合条件，每月合计 {Show.Money(assessment.MonthlyAmount)} 元：{Parts(assessment)}。",
        { Outcome: "undetermined", MeansTested: false, Warnings: [var open, ..] } => $"还不能得出结果：{open}。",
        { Outcome: "eligible" } => $"家庭人均月收入 {Show.Money(assessment.PerCapitaIncome)} 元，低于标准 {Show.Money(assessment.Standard)} 元，每月保障金 {Show.Money(assessment.MonthlyAmount)} 元。",
        { Outcome: "ineligible", Refusals: [var first, ..] } => $"{first.ReasonText}。",
        { Outcome: "ineligible" } => "不符合条件。",
        _ => "计算需要的标准还没有公布，请联系县局录入后再测算。",
    };

    /// <summary>One line for lists that pay: why it is that amount, with the articles it rests on.</summary>
    public static string Line(Assessment assessment)
    {
        var amounts = string.Join(" + ", assessment.Amounts.GroupBy(a => (a.BasisName, a.Amount)).Select(g => $"{g.Key.BasisName}{Show.Money(g.Key.Amount)}×{g.Count()}人"));
        var sources = string.Join('；', assessment.Steps.Where(s => s.Benefit is not null).Select(s => s.Source).Distinct());
        return !assessment.MeansTested ? $"{amounts} = {Show.Money(assessment.MonthlyAmount)}元（{sources}）" : $"人均{Show.Money(assessment.PerCapitaIncome)}元，标准{Show.Money(assessment.Standard)}元；{amounts} = {Show.Money(assessment.MonthlyAmount)}元（{sources}）";
    }

    /// <summary>What each person gets, in one line.</summary>
    public static string Parts(Assessment assessment) => string.Join("；", assessment.Amounts.Select(a => $"{a.PersonName}{a.BenefitName} {Show.Money(a.Amount)} 元"));

    /// <summary>The table as the shared partial draws it.</summary>
    public static DeterminationTable Table(Assessment assessment, string? versions = null) => new(
        [.. assessment.Steps.Select((s, i) => new ExplainStep(s.Label, s.Formula, s.Result, s.Source, StandardLinks.Clause(s.Source), Strong: i == assessment.Steps.Count - 1))],
        Sentence(assessment), assessment.Counterfactuals, versions);
}
