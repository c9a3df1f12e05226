using SocialAssistance.Rules.Households;
using SocialAssistance.Rules.Standards;
using SocialAssistance.Rules.Values;

namespace SocialAssistance.Rules.Persons;

/// <summary>Persons with a statutory duty of support: none, none with capacity, or one with capacity.</summary>
public enum SupportObligor { None, Incapable, Capable }

/// <summary>One of the three conditions as tested.</summary>
/// <param name="Label">Which condition, in Chinese.</param>
/// <param name="Formula">What was looked at, with numbers.</param>
/// <param name="Met">Null: not known yet.</param>
/// <param name="Source">Document and article.</param>
public sealed record ConditionFinding(string Label, string Formula, bool? Met, string Source);

/// <summary>
/// The three conditions of extreme poverty (特困人员认定条件, 民发〔2021〕43号 第四条 to 第八条): no capacity to work, no source of living, no
/// person with a duty of support who could meet it. All are tested, so that the applicant hears every reason.
/// </summary>
public static class ExtremePovertyConditions
{
    private const int ElderlyFrom = 60;

    // Not income of an extremely poor person whatever the county counts for the allowance (第六条); unlike there, without an end.
    private static readonly IncomeType[] NeverIncome = [IncomeType.BasicPensionCentral, IncomeType.PreferentialPension, IncomeType.OldAgeAllowance];

    /// <summary>Tests one person; <paramref name="property"/> or <paramref name="obligor"/> null is not looked into yet.</summary>
    public static IReadOnlyList<ConditionFinding> Of(Member person, PropertyStanding? property, SupportObligor? obligor, HouseholdMonthFigures figures) =>
        [Work(person, figures), .. Living(person, property, figures), Support(obligor)];

    private static ConditionFinding Work(Member person, HouseholdMonthFigures figures)
    {
        var age = Ages.InMonth(person.BirthMonth, figures.Month);
        return person.ExtremePovertyGround switch
        {
            ExtremePovertyGround.Elderly => new("无劳动能力", $"{age} 周岁，老年人须满 {ElderlyFrom} 周岁", age >= ElderlyFrom, "民发〔2021〕43号 第五条"),
            ExtremePovertyGround.Minor when figures.Persons.MinorAge is { } limit => new("无劳动能力", $"{age} 周岁，未成年人须未满 {limit.Value} 周岁或仍在校就读", age < limit.Value || person.Education is { Enrolled: true }, limit.Cited),
            ExtremePovertyGround.Minor => new("无劳动能力", "未成年人年龄上限没有规定", null, "民发〔2021〕43号 第五条"),
            _ => new("无劳动能力", "须为一至三级智力、精神，一、二级肢体，或一级视力残疾", HasLostCapacity(person.Disability, figures.Month), "民发〔2021〕43号 第五条"),
        };
    }

    private static bool HasLostCapacity(Disability? disability, BenefitMonth month) =>
        disability is { } d && (d.ValidUntil is not { } end || end >= month.FirstDay) && d.Category switch
        {
            DisabilityCategory.Intellectual or DisabilityCategory.Mental => d.Grade <= 3,
            DisabilityCategory.Physical => d.Grade <= 2,
            DisabilityCategory.Visual => d.Grade == 1,
            _ => false,
        };

    private static IEnumerable<ConditionFinding> Living(Member person, PropertyStanding? property, HouseholdMonthFigures figures)
    {
        var twelfths = person.Income.Where(i => !NeverIncome.Contains(i.Type) && !figures.Disregards.IsExcluded(i.Type)).Sum(i => i.Amount.Fen * (i.Period == Period.Year ? 1 : 12));
        var income = new Fraction(twelfths, 1200);
        yield return figures.StandardAmount is { } standard
            ? new("无生活来源（收入）", $"本人月收入 {income.ToDisplay()}，低保标准 {standard.ToDisplay()}，须低于标准", twelfths < standard.Fen * 12, figures.Standard.Cited)
            : new("无生活来源（收入）", "低保标准没有公布，不能比较", null, "民发〔2021〕43号 第六条");
        yield return new("无生活来源（财产）", property is null ? "财产还没有认定" : "财产须符合规定", property is null ? null : property == PropertyStanding.WithinAllowanceLimit && person.OwnPropertyWithinLimit, "民发〔2021〕43号 第六条");
    }

    private static ConditionFinding Support(SupportObligor? obligor) => obligor switch
    {
        null => new("法定义务人", "还没有调查", null, "民发〔2021〕43号 第七条"),
        SupportObligor.None => new("法定义务人", "没有法定赡养、抚养、扶养义务人", true, "民发〔2021〕43号 第四条"),
        SupportObligor.Incapable => new("法定义务人", "义务人都没有履行义务能力", true, "民发〔2021〕43号 第八条"),
        _ => new("法定义务人", "有义务人能够履行义务", false, "民发〔2021〕43号 第四条"),
    };
}
