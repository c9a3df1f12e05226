using SocialAssistance.Rules.Households;
using SocialAssistance.Rules.Standards;
using SocialAssistance.Rules.Values;

namespace SocialAssistance.Standards.Comparison;

/// <summary>A made-up family to run through two counties.</summary>
/// <param name="Code">Names it in the address.</param>
/// <param name="Title">Who they are, in one line.</param>
/// <param name="Household">The facts; ages are those of the month compared.</param>
internal sealed record SampleFamily(string Code, string Title, Household Household);

/// <summary>Families in which the counties' rules meet (示例家庭). Invented; no real family is among them.</summary>
internal static class SampleFamilies
{
    public static IReadOnlyList<SampleFamily> Of(BenefitMonth month, Area area) =>
    [
        new("worker", "三口之家：一人务工每月 900.00 元，子女在校", Family(area,
            Person("head", "户主", month, 42, Relation.Head) with { Employed = true, Income = [Wage(900)] },
            Person("spouse", "配偶", month, 40, Relation.Spouse),
            Child("child", "子女", month, 12))),
        new("illness", "三口之家：务工 1,500.00 元，一人重病，年医疗支出 24,000.00 元", Family(area,
            Person("head", "户主", month, 45, Relation.Head) with { Employed = true, Income = [Wage(1500)] },
            Person("spouse", "配偶", month, 44, Relation.Spouse) with { SeriousIllness = true },
            Child("child", "子女", month, 14)) with { Expenditures = [new(ExpenditureType.Medical, new(24_000), Period.Year, "spouse")] }),
        new("alone", "重度残疾成年子女，与有收入的父母同住，单独申请", Family(area,
            Person("head", "父亲", month, 58, Relation.Head) with { Employed = true, Income = [Wage(2800)] },
            Person("mother", "母亲", month, 57, Relation.Spouse),
            Person("disabled", "残疾子女", month, 30, Relation.Child) with
            {
                Dependent = true, AppliesAlone = true, SupportedByParentsOrSiblings = true, Disability = new(DisabilityCategory.Physical, 1),
            })),
        new("elderly", "特困老人：分散供养，六项自理能力都丧失", Family(area,
            Person("head", "老人", month, 78, Relation.Head) with
            {
                Statuses = [PersonStatus.ExtremePoverty], ExtremePovertyGround = ExtremePovertyGround.Elderly, SelfCareItemsFailed = 6,
            })),
        new("selfcaring", "特困老人：分散供养，能够自理", Family(area,
            Person("head", "老人", month, 66, Relation.Head) with
            {
                Statuses = [PersonStatus.ExtremePoverty], ExtremePovertyGround = ExtremePovertyGround.Elderly, SelfCareItemsFailed = 0,
            })),
        new("orphan", "孤儿：由祖父母抚养，持有一级残疾证", Family(area,
            Person("head", "祖父", month, 66, Relation.Head) with { Income = [new(IncomeType.Pension, new(300), Period.Month)] },
            Person("orphan", "孤儿", month, 9, Relation.Grandchild) with
            {
                Statuses = [PersonStatus.Orphan], Disability = new(DisabilityCategory.Intellectual, 1), Education = new(EducationStage.Compulsory, Enrolled: true),
            })),
    ];

    private static Household Family(Area area, params Member[] members) =>
        new() { Area = area, Property = PropertyStanding.WithinAllowanceLimit, Members = [.. members] };

    private static Member Person(string id, string name, BenefitMonth month, int age, Relation relation) =>
        new() { Id = id, Name = name, BirthDate = month.FirstDay.AddYears(-age).AddMonths(-3), Relation = relation };

    private static Member Child(string id, string name, BenefitMonth month, int age) =>
        Person(id, name, month, age, Relation.Child) with { Education = new(EducationStage.Compulsory, Enrolled: true) };

    private static Income Wage(decimal yuan) => new(IncomeType.Wage, new(yuan), Period.Month);
}
