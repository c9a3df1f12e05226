using SocialAssistance.Contracts.Accounts;
using SocialAssistance.Contracts.Cases;
using SocialAssistance.Contracts.Demo;
using SocialAssistance.Contracts.Programs;
using SocialAssistance.Contracts.Standards;
using SocialAssistance.Platform.Time;
using SocialAssistance.Rules.Values;

namespace SocialAssistance.Cases.Demo;

/// <summary>
/// Makes families one after the other: old couples, single parents, the seriously ill, the disabled, large households,
/// and some that do not qualify, spread over every village and every stage; a quarter of the cases belong to the other
/// programmes.
/// </summary>
internal sealed class DemoFamilies(IDivisions divisions, IEnumerable<IAssistanceProgram> programs, ICountySettings county, IWorkingCalendar calendar, DemoChanges changes, TimeProvider time)
{
    private static readonly (string Stage, int Percent)[] Spread =
    [
        (Stages.InBenefit, 78), (Stages.Investigating, 5), (Stages.Opinion, 3), (Stages.Publicity, 3), (Stages.Confirmation, 3), (Stages.Supplement, 2), (Stages.Disputed, 1), (Stages.Ended, 5),
    ];

    /// <summary>Share of the programmes in a hundred cases; the rest is the allowance.</summary>
    private static readonly (string Program, int Percent)[] Programs = [("extreme-poverty", 9), ("children", 5), ("disability", 9), ("retrenched-worker", 2)];

    /// <summary>Families in a fixed order; memory holds one at a time. The cast of a year comes after them.</summary>
    public IEnumerable<DemoFamily> Make(int households, int seed, DemoYear? year = null)
    {
        var source = new SeededSource(seed);
        var people = new DemoPeople(source);
        var today = time.Today();
        var villages = divisions.Townships().SelectMany(t => divisions.Villages(t.Code)).ToArray();
        var numbers = new Dictionary<string, int>();
        for (var i = 0; i < households; i++)
        {
            // The first township is where the demonstration takes place: every fifth family lives there.
            var village = i % 5 == 0 ? source.Of(villages.Where(v => v.Code.StartsWith(villages[0].Code[..9], StringComparison.Ordinal)).ToArray()) : source.Of(villages);
            var code = Pick(source, Programs, "minimum-living");
            var program = programs.Single(p => p.Code == code);
            var stage = Pick(source, Spread, Stages.InBenefit);
            // Where nothing is posted, a case goes straight to the leader.
            stage = !program.Profile.Publicity.Required && stage is (Stages.Publicity or Stages.Disputed) ? Stages.Confirmation : stage;
            var facts = code == "minimum-living"
                ? new DemoHousehold(source, people, today).Make(village)
                : new DemoRecognised(source, people, today).Make(code, village, settled: stage is not (Stages.Supplement or Stages.Investigating));
            var open = Stages.Open.Contains(stage);
            var acceptedOn = calendar.Shift(today.AddDays(-(open ? source.Between(1, 20) : source.Between(60, 900))));
            var limit = (program.Profile.Limit ?? county.ProcedureLimit(today)).Value;
            var decidedOn = open ? (DateOnly?)null : calendar.Add(acceptedOn, source.Between(8, limit));
            var assessment = program.Assess(facts, new(county.PolicyCode, BenefitMonth.Of(decidedOn ?? today).AddMonths(1)));
            stage = assessment.Outcome == "eligible" || stage is Stages.Supplement or Stages.Investigating or Stages.Opinion ? stage : Stages.Declined;
            decidedOn = stage == Stages.Declined ? decidedOn ?? today : decidedOn;
            var at = new DateTimeOffset(acceptedOn, new TimeOnly(9, source.Below(60), source.Below(60)), TimeSpan.FromHours(8));
            var family = new DemoFamily(source.Id(at), source.Id(at), Number(numbers, acceptedOn), village.Code, program.Code, facts, stage, acceptedOn, decidedOn, source.Id(at), assessment);
            yield return changes.Of(family, today) is [_, ..] happened ? family with { Spans = changes.Spans(family, happened, today) } : family;
        }

        if (year is not { Months: > 0 })
        {
            yield break;
        }

        var town = villages.Where(v => v.Code.StartsWith(DemoAccounts.Gongjiang[..9], StringComparison.Ordinal) && !v.Name.EndsWith("社区", StringComparison.Ordinal)).ToArray();
        foreach (var family in new DemoCast(source, people, county, [.. programs]).Make(year, town, day => Number(numbers, day)))
        {
            yield return family with { Spans = changes.Spans(family, [], today) };
        }
    }

    private static string Pick(SeededSource source, (string Choice, int Percent)[] spread, string otherwise)
    {
        var left = source.Below(100);
        foreach (var (choice, percent) in spread)
        {
            if ((left -= percent) < 0)
            {
                return choice;
            }
        }

        return otherwise;
    }

    private static string Number(Dictionary<string, int> numbers, DateOnly acceptedOn)
    {
        var series = $"SQ-{acceptedOn:yyyyMM}";
        numbers[series] = numbers.GetValueOrDefault(series) + 1;
        return $"{series}-{numbers[series]:d4}";
    }
}
