using SocialAssistance.Rules.Households;
using SocialAssistance.Rules.Persons;
using SocialAssistance.Rules.Standards;
using SocialAssistance.Rules.Values;
using Keys = SocialAssistance.Rules.Standards.ParameterCatalogue.ExtremePoverty;

namespace SocialAssistance.Rules.Oversight;

/// <summary>How a floor is set.</summary>
public enum CareFloorRule { MinimumWageShare, Linked, None, SupportFormNotCovered }

/// <summary>The least care standard (照料护理标准下限) of a grade; null where there is none or a figure is missing.</summary>
public sealed record GradeFloor(SelfCareGrade Grade, Money? Floor, CareFloorRule Rule);

/// <summary>OV-07: the floors of the three grades on a day, by the very rule that pays them (HM-28).</summary>
public static class CareFloors
{
    private static readonly string[] GradeNames = ["自理", "半失能（部分丧失）", "失能（完全丧失）"];

    public static IReadOnlyList<GradeFloor> Answer(CareSetting setting, Area area, Inquiry inquiry)
    {
        var forms = inquiry.Need(Keys.CareSupportForms);
        if (forms is null || !forms.Value.Contains(setting))
        {
            inquiry.Step("照料护理标准", setting == CareSetting.Institutional ? "集中供养" : "分散供养", "该供养形式不适用", forms?.Cited ?? "OV-07");
            return [.. Vocabulary<SelfCareGrade>.Values.Select(g => new GradeFloor(g, null, CareFloorRule.SupportFormNotCovered))];
        }

        var figures = new PersonFigures(new HouseholdMonthFigures.Look(inquiry.Figures, inquiry.Day, area));
        return [.. Vocabulary<SelfCareGrade>.Values.Select(grade => Floor(grade, figures, inquiry))];
    }

    private static GradeFloor Floor(SelfCareGrade grade, PersonFigures figures, Inquiry inquiry)
    {
        var floor = CareFloor.Of(figures, grade);
        var label = $"照料护理标准下限（{GradeNames[(int)grade]}）";
        if (floor is { Fen: null, MissingKey: null })
        {
            inquiry.Step(label, "文件未规定", "无下限规定", "OV-07");
            return new(grade, null, CareFloorRule.None);
        }

        if (floor.MissingKey is { } missing)
        {
            inquiry.NotConfigured(ParameterCatalogue.Find(missing)!);
        }

        Money? least = floor.Fen is { } fen ? Money.FromFen(fen) : null;
        inquiry.Step(label, least is null ? "所需标准未配置" : floor.Formula(figures, grade), least?.ToString() ?? "未配置", floor.Source(figures, grade));
        return new(grade, least, grade == SelfCareGrade.SelfCaring ? CareFloorRule.Linked : CareFloorRule.MinimumWageShare);
    }
}
