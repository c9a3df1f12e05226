using SocialAssistance.Contracts.Accounts;
using SocialAssistance.Contracts.Cases;
using SocialAssistance.Contracts.Demo;
using SocialAssistance.Contracts.Programs;
using SocialAssistance.Contracts.Standards;
using SocialAssistance.Rules.Values;

namespace SocialAssistance.Cases.Demo;

/// <summary>
/// The families whose year <see cref="DemoLife"/> tells: all in 贡江镇, in benefit before the first month that is paid. Each is
/// a couple with a child, and the man earns what leaves them 260 yuan a head; only ages and parents differ.
/// </summary>
internal sealed class DemoCast(SeededSource source, DemoPeople people, ICountySettings county, IReadOnlyList<IAssistanceProgram> programs)
{
    private const string Allowance = "minimum-living";
    private const string ExtremePoverty = "extreme-poverty";

    /// <summary>Everybody with a part, in a fixed order.</summary>
    public IEnumerable<DemoFamily> Make(DemoYear year, IReadOnlyList<Division> villages, Func<DateOnly, string> number)
    {
        var accepted = year.FirstMonth.AddMonths(-4).AddDays(9);
        foreach (var (role, i) in Roles.Select((r, i) => (r, i)))
        {
            var program = programs.Single(p => p.Code == (role is Age.Supported or Age.SupportedAtSchool ? ExtremePoverty : Allowance));
            var (village, facts) = (villages[i % villages.Count], Facts(role, year));
            var decided = accepted.AddDays(18);
            var at = new DateTimeOffset(accepted, new TimeOnly(9, i), TimeSpan.FromHours(8));
            yield return new(
                source.Id(at), source.Id(at), number(accepted), village.Code, program.Code, facts, Stages.InBenefit, accepted, decided, source.Id(at),
                program.Assess(facts, new(county.PolicyCode, BenefitMonth.Of(decided).AddMonths(1)))) { Role = role };
        }
    }

    private static IEnumerable<string> Roles { get; } = [.. DemoLife.Plan.Select(p => p.Role).Distinct(), Age.AtSchool, Age.Soon, Age.Supported, Age.SupportedAtSchool, DemoRoles.ClosedAccount, DemoRoles.ClosedAccountAgain];

    private CaseFacts Facts(string role, DemoYear year)
    {
        var surname = people.Surname();
        // The birthday falls into the ninth month, or into the month after the last.
        var grown = role is Age.Left or Age.AtSchool or Age.Soon or Age.Supported or Age.SupportedAtSchool;
        var eighteen = year.FirstMonth.AddMonths(role == Age.Soon ? year.Months : 8).AddYears(-18).AddDays(9);
        var child = Person(surname, source.Percent(50), grown ? eighteen : Born(year, 8, 14), "child");
        child = role is Age.Supported ? child : child with { EducationStage = grown ? "senior-high" : "compulsory", Enrolled = true };
        if (role is Age.Supported or Age.SupportedAtSchool)
        {
            return Of([child with { Relation = "head", ExtremePovertyGround = "minor", SupportObligor = "none", CareSetting = "scattered", SelfCare = new([], "县自理能力评估小组", year.FirstMonth.AddMonths(-4)) }]);
        }

        var head = Person(surname, male: false, Born(year, 38, 48), "head");
        var spouse = Person(people.Surname(), male: true, Born(year, 40, 52), "spouse") with { Employed = true, Income = [new("wage", 1200m, "month", "零工")] };
        return Of(role is DemoRoles.LateDeath or DemoLife.Death or DemoLife.LaterDeath or DemoLife.Head ? [head, spouse, child, Person(surname, true, Born(year, 74, 84), "parent") with { Income = [new("basic-pension-central", 143m, "month", "基础养老金")] }] : [head, spouse, child]);
    }

    private CaseFacts Of(IReadOnlyList<MemberFacts> members) => new()
    {
        Area = "rural", Address = $"{source.Between(1, 12)}组{source.Between(1, 80)}号", PropertyLimit = "within-allowance-limit", Members = members, Payee = new(members[0].Name, "于都农村商业银行", people.Account()),
    };

    private DateOnly Born(DemoYear year, int youngest, int oldest) => people.Born(year.FirstMonth, youngest, oldest);

    private MemberFacts Person(string surname, bool male, DateOnly born, string relation) => new()
    {
        PersonId = source.Id(new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero)), Name = people.Name(surname, male), IdNumber = people.IdNumber(born, male), BirthDate = born, Male = male, Relation = relation,
        Phone = relation == "head" ? people.Phone() : null,
    };

    /// <summary>Parts that turn on the eighteenth birthday.</summary>
    internal static class Age
    {
        public const string Left = "eighteen-working";
        public const string AtSchool = "eighteen-at-school";
        public const string Soon = "eighteen-soon";
        public const string Supported = "supported-eighteen";
        public const string SupportedAtSchool = "supported-at-school";
    }
}
