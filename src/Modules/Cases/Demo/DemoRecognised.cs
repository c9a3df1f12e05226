using SocialAssistance.Contracts.Accounts;
using SocialAssistance.Contracts.Cases;

namespace SocialAssistance.Cases.Demo;

/// <summary>Draws families of the programmes that look at persons: the extremely poor, children, the disabled, retrenched workers.</summary>
internal sealed class DemoRecognised(SeededSource source, DemoPeople people, DateOnly today)
{
    private static readonly string[] Items = [.. CaseVocabulary.SelfCareItems.Keys];
    private static readonly (string Father, string Mother)[] Parents =
    [
        ("dead", "dead"), ("dead", "lost-contact"), ("imprisoned", "lost-contact"), ("dead", "severely-disabled"), ("compulsory-rehabilitation", "dead"), ("severely-disabled", "seriously-ill"),
    ];

    private static readonly (string Category, int Grade)[] LostCapacity = [("intellectual", 2), ("mental", 2), ("physical", 1), ("visual", 1), ("mental", 3)];

    /// <summary>A family of the programme; <paramref name="settled"/> says that the survey is over.</summary>
    public CaseFacts Make(string program, Division village, bool settled) => program switch
    {
        "extreme-poverty" => Facts(village, [ExtremelyPoor(settled)]),
        "children" => Facts(village, Children()) with { PropertyLimit = null },
        "disability" => Disabled(village),
        _ => Facts(village, [Person(people.Surname(), true, 80, 92, "head") with { RetrenchedWorker = true, Income = [new("basic-pension-central", 143m, "month", "基础养老金")] }]) with { PropertyLimit = null },
    };

    private MemberFacts ExtremelyPoor(bool settled)
    {
        var old = source.Percent(75);
        var person = old ? Person(people.Surname(), source.Percent(75), 61, 88, "head") : Person(people.Surname(), source.Percent(60), 22, 58, "head");
        var (category, grade) = source.Of(LostCapacity);
        var failed = source.Below(100) switch { < 60 => 0, < 85 => source.Between(1, 3), _ => source.Between(4, 6) };
        return person with
        {
            ExtremePovertyGround = old ? "elderly" : "disabled", DisabilityCategory = old ? null : category, DisabilityGrade = old ? null : grade,
            SupportObligor = settled ? source.Percent(70) ? "none" : "incapable" : null,
            SelfCare = settled ? new([.. Items.TakeLast(failed)], "县自理能力评估小组", today.AddDays(-source.Between(30, 300))) : null,
            CareSetting = source.Percent(15) ? "institutional" : "scattered",
            Income = old ? [new("basic-pension-central", 143m, "month", "基础养老金")] : [],
        };
    }

    private List<MemberFacts> Children()
    {
        var surname = people.Surname();
        var members = new List<MemberFacts> { Person(surname, source.Percent(40), 56, 74, "head") };
        var (father, mother) = source.Of(Parents);
        for (var children = source.Percent(30) ? 2 : 1; children > 0; children--)
        {
            var child = Person(surname, source.Percent(52), 3, 16, "grandchild") with { Father = father, Mother = mother, HivInfected = source.Percent(3) };
            var age = today.Year - child.BirthDate.Year;
            child = age >= 7 ? child with { EducationStage = age >= 16 ? "senior-high" : "compulsory", Enrolled = true } : child;
            members.Add(source.Percent(12) ? child with { DisabilityCategory = "intellectual", DisabilityGrade = 3 } : child);
        }

        return members;
    }

    private CaseFacts Disabled(Division village)
    {
        var severe = source.Percent(65);
        var head = Person(people.Surname(), source.Percent(60), 25, 70, "head") with
        {
            DisabilityCategory = source.Of<string>(["physical", "visual", "intellectual", "mental", "hearing"]), DisabilityGrade = severe ? source.Between(1, 2) : source.Between(3, 4),
            Income = severe ? [] : [new("business", source.Between(0, 20) * 100m, "year", "种植养殖")],
        };
        // A light disability counts only in a poor household, whose property somebody has looked at.
        return Facts(village, [head]) with { PropertyLimit = severe && source.Percent(50) ? null : "within-allowance-limit" };
    }

    private CaseFacts Facts(Division village, IReadOnlyList<MemberFacts> members) => new()
    {
        Area = village.Name.EndsWith("社区", StringComparison.Ordinal) ? "urban" : "rural", Address = $"{source.Between(1, 12)}组{source.Between(1, 80)}号",
        PropertyLimit = "within-allowance-limit", Members = members, Payee = new(members[0].Name, "于都农村商业银行", people.Account()),
    };

    private MemberFacts Person(string surname, bool male, int youngest, int oldest, string relation)
    {
        var born = people.Born(today, youngest, oldest);
        return new()
        {
            PersonId = source.Id(new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero)), Name = people.Name(surname, male), IdNumber = people.IdNumber(born, male), BirthDate = born, Male = male,
            Relation = relation, Phone = relation == "grandchild" || source.Percent(30) ? null : people.Phone(),
        };
    }
}
