using SocialAssistance.Contracts.Accounts;
using SocialAssistance.Contracts.Cases;

namespace SocialAssistance.Cases.Demo;

/// <summary>Draws one household: who lives there, what comes in, what is owned.</summary>
internal sealed class DemoHousehold(SeededSource source, DemoPeople people, DateOnly today)
{
    private static readonly string[] Banks = ["于都农村商业银行", "中国邮政储蓄银行于都县支行", "中国农业银行于都县支行"];

    public CaseFacts Make(Division village)
    {
        var surname = people.Surname();
        var members = source.Below(100) switch
        {
            < 22 => Alone(surname),
            < 45 => OldCouple(surname),
            < 85 => Family(surname),
            _ => ThreeGenerations(surname),
        };
        var head = members[0];
        return new()
        {
            Area = village.Name.EndsWith("社区", StringComparison.Ordinal) ? "urban" : "rural",
            Address = $"{source.Between(1, 12)}组{source.Between(1, 80)}号",
            RegisteredPoverty = source.Percent(30),
            PropertyLimit = source.Percent(97) ? "within-allowance-limit" : "within-margin-limit",
            Members = members,
            Expenditures = members.Any(m => m.SeriousIllness) ? [new("medical", source.Between(4, 40) * 500m, "year", members.First(m => m.SeriousIllness).PersonId, "住院和门诊自付")] : [],
            Payee = new(head.Name, source.Of(Banks), people.Account()),
        };
    }

    private List<MemberFacts> Alone(string surname)
    {
        var male = source.Percent(65);
        var head = Person(surname, male, 45, 85, "head");
        return [WithHealth(head, 45) with { Income = Earned(head, 35) }];
    }

    private List<MemberFacts> OldCouple(string surname)
    {
        var head = Person(surname, true, 60, 85, "head");
        var spouse = Person(people.Surname(), false, 58, 82, "spouse");
        return [WithHealth(head, 35) with { Income = Pension() }, WithHealth(spouse, 25) with { Income = Pension() }];
    }

    private List<MemberFacts> Family(string surname)
    {
        var head = Person(surname, source.Percent(70), 30, 55, "head");
        var members = new List<MemberFacts> { WithHealth(head, 35) with { Income = Earned(head, 60), Employed = true } };
        if (source.Percent(65))
        {
            var spouse = Person(people.Surname(), !head.Male, 28, 53, "spouse");
            members.Add(WithHealth(spouse, 30) with { Income = Earned(spouse, 40) });
        }

        for (var children = source.Between(1, 3); children > 0; children--)
        {
            members.Add(Child(surname));
        }

        return members;
    }

    private List<MemberFacts> ThreeGenerations(string surname)
    {
        var members = Family(surname);
        var parent = Person(members[0].Male ? surname : people.Surname(), source.Percent(50), 58, 84, "parent");
        members.Add(WithHealth(parent, 40) with { Income = Pension() });
        return members;
    }

    private MemberFacts Child(string surname)
    {
        var child = Person(surname, source.Percent(52), 1, 17, "child");
        var age = today.Year - child.BirthDate.Year;
        return age switch { >= 15 => child with { EducationStage = "senior-high", Enrolled = true }, >= 6 => child with { EducationStage = "compulsory", Enrolled = true }, _ => child };
    }

    private MemberFacts Person(string surname, bool male, int youngest, int oldest, string relation)
    {
        var born = people.Born(today, youngest, oldest);
        return new()
        {
            PersonId = source.Id(new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero)), Name = people.Name(surname, male), IdNumber = people.IdNumber(born, male), BirthDate = born, Male = male,
            Relation = relation, Phone = relation == "child" || source.Percent(30) ? null : people.Phone(),
        };
    }

    private MemberFacts WithHealth(MemberFacts member, int percent) => !source.Percent(percent)
        ? member
        : source.Percent(55)
            ? member with { SeriousIllness = true }
            : member with { DisabilityCategory = source.Of<string>(["physical", "visual", "intellectual", "mental", "hearing"]), DisabilityGrade = source.Between(1, 4) };

    private IncomeFacts[] Earned(MemberFacts member, int percent) =>
        source.Percent(percent)
            ? [new("wage", source.Between(6, 26) * 50m, "month", member.Male ? "零工" : "缝纫"), new("business", source.Between(0, 40) * 100m, "year", "种植")]
            : [new("business", source.Between(0, 30) * 100m, "year", "种植养殖")];

    private IncomeFacts[] Pension() => [new("basic-pension-central", 143m, "month", "基础养老金"), new("other-transfer", source.Between(0, 30) * 10m, "month", "子女给的")];
}
