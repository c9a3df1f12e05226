using System.Collections.Immutable;
using SocialAssistance.Rules.Determinations;
using SocialAssistance.Rules.Households;
using SocialAssistance.Rules.Standards;
using SocialAssistance.Rules.Tests.Households;
using SocialAssistance.Rules.Timelines;
using SocialAssistance.Rules.Values;

namespace SocialAssistance.Rules.Tests.Timelines;

/// <summary>
/// Worked by hand for a rural family of three in Xinxiang. Pension 300.00 a month; from March the head earns 1,600.00,
/// of which 30 % of the standard is the cost of working (新办〔2021〕20号 二（四）).
/// </summary>
public sealed class TimelineTests
{
    private static readonly BenefitMonth January = new(2026, 1);
    private static readonly Choices<Benefit> Allowance = Choices<Benefit>.Of(Benefit.MinimumLivingAllowance, Benefit.CategorySupplement);

    [Fact]
    [Trait("Rule", "HM-18")]
    [Trait("Rule", "HM-21")]
    [Trait("Rule", "HM-35")]
    public void Work_in_March_above_the_line_in_April_a_death_in_June()
    {
        // (300) ÷ 3 = 100.00; 500.00 − 100.00 = 400.00 each. April: (1,600 − 150 + 300) ÷ 3 = 583.33: not below 500.00, not
        // above 750.00, so three months of phase-out. The grandfather dies in June, which is paid in full; in July the two
        // left have 1,450 ÷ 2 = 725.00, a margin household, and the household keeps 1,200.00 one month longer.
        var months = BenefitTimeline.Explain(Family(), Figures(Raised, new(2026, 4, 30)), January);

        Assert.Equal(
        [
            "2026-01 Ordinary 400.00 400.00 400.00", "2026-02 Ordinary 400.00 400.00 400.00", "2026-03 Ordinary 400.00 400.00 400.00",
            "2026-04 EmploymentPhaseOut 1/3 400.00 400.00 400.00", "2026-05 EmploymentPhaseOut 2/3 400.00 400.00 400.00", "2026-06 EmploymentPhaseOut 3/3 400.00 400.00 400.00",
            "2026-07 DeathPhaseOut 1/1 1200.00", "2026-08 Ended PhaseOutCompleted heard", "2026-09 Ended PhaseOutCompleted",
        ], months.Select(Line));
    }

    [Fact]
    [Trait("Rule", "XX-2.4d")]
    [Trait("Rule", "HM-18")]
    public void A_raise_from_January_ordered_in_May_lifts_what_the_phase_out_froze_in_March()
    {
        // 540.00 − 100.00 = 440.00; the phase-out freezes what March pays now: (1,600 − 162 + 300) ÷ 3 = 579.33 ≥ 540.00.
        var months = BenefitTimeline.Explain(Family(), Figures(Raised), January);

        Assert.Equal("2026-01 Ordinary 440.00 440.00 440.00", Line(months[0]));
        Assert.Equal("2026-04 EmploymentPhaseOut 1/3 440.00 440.00 440.00", Line(months[3]));
        Assert.Equal("2026-07 DeathPhaseOut 1/1 1320.00", Line(months[6]));
    }

    [Fact]
    public void A_benefit_that_ended_does_not_come_back_by_itself()
    {
        var lostAgain = new DatedHousehold(new(2026, 10), 3, Household(wage: 0));
        var request = Family() with { Through = new(2026, 12) };

        var months = BenefitTimeline.Explain(request with { Households = [.. request.Households, lostAgain] }, Figures(Raised), January);

        Assert.Equal(TimelinePhase.Ended, months[^1].Phase);
    }

    [Fact]
    [Trait("Rule", "HM-07")]
    [Trait("Rule", "HM-11")]
    public void A_yearly_income_pays_the_same_fen_before_and_during_and_after_the_review_lock()
    {
        // 2,800.00 a year are 233.33… a month, 116.66… a head of two: 500.00 − 116.66… = 383.33. What was verified is kept
        // exact: 233.33 ÷ 2 = 116.665 would give 383.34 in each locked month, and a cut of a fen at the review.
        var household = Household(wage: 0) with
        {
            Members =
            [
                new() { Id = "head", BirthDate = new(1973, 9, 28), Relation = Relation.Head, Employed = true, Income = [new(IncomeType.Business, new(2800m), Period.Year)] },
                new() { Id = "child", BirthDate = new(2014, 4, 19), Relation = Relation.Child },
            ],
        };
        var request = new TimelineRequest { Start = January, Through = new(2026, 9), Benefits = Allowance, Households = [new(January, 1, household) { ReviewDue = new(2026, 6, 12) }] };
        var entries = Raised.Take(1).Append(Entry.Of(ParameterCatalogue.Review.Lock, true, new("policy") { From = new(2025, 1, 1), Source = new("测试文件", "二") }));

        var months = BenefitTimeline.Explain(request, Figures(entries), January);

        Assert.All(months, month => Assert.Equal($"{month.Month} {month.Phase} 383.33 383.33", Line(month)));
        Assert.Contains(months, month => month.Result!.Warnings.Any(w => w.Code == WarningCodes.AmountLocked));
    }

    [Fact]
    public void After_a_suspension_the_benefit_goes_on_where_it_stood()
    {
        var request = Family() with { Interruptions = [new(InterruptionKind.Suspended, new(2026, 2), new(2026, 2), "联系不上")] };

        var months = BenefitTimeline.Explain(request, Figures(Raised, new(2026, 4, 30)), January);

        Assert.Equal(["2026-01 Ordinary 400.00 400.00 400.00", "2026-02 Suspended", "2026-03 Ordinary 400.00 400.00 400.00", "2026-04 EmploymentPhaseOut 1/3 400.00 400.00 400.00"], months.Take(4).Select(Line));
        Assert.Equal("联系不上", months[1].Decision);
    }

    [Fact]
    public void A_decided_end_is_final_and_names_its_reason()
    {
        var request = Family() with { Interruptions = [new(InterruptionKind.Ended, new(2026, 3), null, "自愿退出")] };

        var months = BenefitTimeline.Explain(request, Figures(Raised), January);

        Assert.Equal(2, months.Count(month => month.Phase == TimelinePhase.Ordinary));
        Assert.All(months.Skip(2), month => Assert.Equal((TimelinePhase.Ended, "自愿退出"), (month.Phase, month.Decision!)));
    }

    [Fact]
    public void A_missing_standard_ends_nothing_and_is_named()
    {
        var gap = Entry.Of(ParameterCatalogue.MinimumLivingAllowance.Standard, null, new("policy") { From = new(2026, 2, 1), To = new(2026, 2, 28) });

        var months = BenefitTimeline.Explain(Family(), Figures(Raised.Append(gap)), January);

        Assert.Equal((TimelinePhase.Undetermined, "minimum-living-allowance.standard"), (months[1].Phase, months[1].Missing[0]));
        Assert.Equal("2026-03 Ordinary 440.00 440.00 440.00", Line(months[2]));
    }

    [Fact]
    public void The_same_decisions_and_events_give_one_timeline_in_a_thousand_orders()
    {
        var request = Family() with
        {
            Through = new(2027, 6),
            Households = [.. Family().Households, new(new(2026, 5), 3, Household(wage: 1500)), new(new(2026, 5), 4, Household(wage: 1550))],
            Events =
            [
                .. Family().Events,
                new() { Type = EventType.LostWork, Member = "head", Date = new(2026, 5, 3), DecidedOn = new(2026, 5, 20) },
                new() { Type = EventType.FoundWork, Member = "spouse", Date = new(2026, 5, 3), DecidedOn = new(2026, 5, 20) },
                new() { Type = EventType.LeftHousehold, Member = "spouse", Date = new(2026, 6, 1) },
                new() { Type = EventType.HouseholdChange, Date = new(2026, 5, 3), DecidedOn = new(2026, 5, 20) },
            ],
            Interruptions = [new(InterruptionKind.Suspended, new(2026, 2), new(2026, 2), "一"), new(InterruptionKind.Suspended, new(2026, 2), new(2026, 3), "二")],
        };
        var figures = Figures(Raised);
        var expected = BenefitTimeline.Explain(request, figures, January).Select(Whole).ToArray();
        var random = new Random(20260701);

        for (var order = 0; order < 1_000; order++)
        {
            var shuffled = request with
            {
                Households = Shuffled(request.Households), Events = Shuffled(request.Events), Interruptions = Shuffled(request.Interruptions),
            };

            Assert.Equal(expected, BenefitTimeline.Explain(shuffled, figures, January).Select(Whole));
        }

        ImmutableArray<T> Shuffled<T>(ImmutableArray<T> items)
        {
            var copy = items.ToArray();
            random.Shuffle(copy);
            return [.. copy];
        }
    }

    [Fact]
    public void The_run_over_many_households_pays_what_the_explained_one_does()
    {
        var bench = new TimelineBench();
        for (var seed = 0; seed < 2_000; seed++)
        {
            var sample = Sample.From(seed);
            var household = sample.Request.Household;
            var request = new TimelineRequest
            {
                Start = sample.Request.Month, Through = sample.Request.Month.AddMonths(8), Benefits = Allowance,
                Households = [new(sample.Request.Month, 1, household)], Events = sample.Request.Events,
            };
            var figures = Of(new Resolver(Sample.Library.Find("xinxiang")!));

            Assert.Equal(BenefitTimeline.Explain(request, figures, request.Start).Select(Whole), BenefitTimeline.Project(request, figures, bench).Select(Whole));
        }
    }

    private static IEnumerable<Entry> Raised =>
    [
        Standard(500m, new(2025, 1, 1), new(2025, 1, 1)),
        Standard(540m, new(2026, 1, 1), new(2026, 5, 12)),
    ];

    private static Entry Standard(decimal yuan, DateOnly from, DateOnly published) =>
        Entry.Of(ParameterCatalogue.MinimumLivingAllowance.Standard, yuan, new("policy") { From = from, Published = published, Source = new("测试文件", "一") });

    private static TimelineRequest Family() => new()
    {
        Start = January, Through = new(2026, 9), Benefits = Allowance,
        Households = [new(January, 1, Household(wage: 0)), new(new(2026, 4), 2, Household(wage: 1600))],
        Events =
        [
            new() { Type = EventType.FoundWork, Member = "head", Date = new(2026, 3, 10), DecidedOn = new(2026, 3, 20) },
            new() { Type = EventType.Death, Member = "grandfather", Date = new(2026, 6, 15) },
        ],
    };

    private static Household Household(decimal wage) => new()
    {
        Area = Area.Rural, Property = PropertyStanding.WithinAllowanceLimit,
        Members =
        [
            new() { Id = "head", BirthDate = new(1990, 5, 1), Relation = Relation.Head, Employed = wage > 0, Income = wage > 0 ? [new(IncomeType.Wage, new(wage), Period.Month)] : [] },
            new() { Id = "spouse", BirthDate = new(1991, 5, 1), Relation = Relation.Spouse },
            new() { Id = "grandfather", BirthDate = new(1970, 5, 1), Relation = Relation.Parent, Income = [new(IncomeType.Pension, new(300m), Period.Month)] },
        ],
    };

    private static Func<BenefitMonth, MonthFigures> Figures(IEnumerable<Entry> entries, DateOnly? knownAt = null) =>
        Of(new Resolver(Sample.Library.Find("xinxiang")!.With(new Layer("policy", entries)), knownAt: knownAt));

    private static Func<BenefitMonth, MonthFigures> Of(Resolver resolver)
    {
        var known = new Dictionary<BenefitMonth, MonthFigures>();
        return month => known.TryGetValue(month, out var figures) ? figures : known[month] = new(resolver, month);
    }

    private static string Line(TimelineMonth month) => string.Join(' ', new[]
    {
        month.Month.ToString(), month.Phase.ToString(),
        month.PhaseOut is { } phaseOut ? $"{phaseOut.Month}/{phaseOut.Months}" : null,
        month.Lines.IsEmpty ? null : string.Join(' ', month.Lines.Select(line => line.Amount.ToString())),
        month.EndedBy?.ToString(), month.HearingRequired ? "heard" : null,
    }.Where(part => part is not null));

    private static string Whole(TimelineMonth month) =>
        $"{Line(month)} {month.Decision} {string.Join(' ', month.Missing)} {string.Join(' ', month.Lines.Select(line => $"{line.Member} {line.Benefit} {line.Basis}"))}";
}
