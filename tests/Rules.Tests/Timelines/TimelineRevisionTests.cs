using System.Collections.Immutable;
using SocialAssistance.Rules.Determinations;
using SocialAssistance.Rules.Households;
using SocialAssistance.Rules.Timelines;
using SocialAssistance.Rules.Values;

namespace SocialAssistance.Rules.Tests.Timelines;

/// <summary>What may be paid of a projection, and who loses by it.</summary>
public sealed class TimelineRevisionTests
{
    private static readonly BenefitMonth January = new(2026, 1);
    private static readonly IReadOnlyDictionary<string, BenefitMonth> NoDeaths = new Dictionary<string, BenefitMonth>();

    [Fact]
    [Trait("Rule", "HM-35")]
    public void A_fall_that_nobody_decided_waits_and_the_amount_goes_on()
    {
        var projected = Months((TimelinePhase.Ordinary, 400, false), (TimelinePhase.Ordinary, 300, true), (TimelinePhase.Ordinary, 300, false));

        var decided = TimelineRevision.Decided(projected, On(January));

        Assert.Equal([400m, 400m, 400m], decided.Select(m => m.Total.Yuan));
        Assert.Equal([false, true, true], decided.Select(m => m.Awaits));
    }

    [Fact]
    [Trait("Rule", "HM-35")]
    public void A_fall_in_a_decided_month_is_paid_as_decided()
    {
        var projected = Months((TimelinePhase.Ordinary, 400, false), (TimelinePhase.Ordinary, 300, true), (TimelinePhase.Ordinary, 300, false));

        Assert.Equal([400m, 300m, 300m], TimelineRevision.Decided(projected, On(January.AddMonths(1))).Select(m => m.Total.Yuan));
    }

    [Fact]
    [Trait("Rule", "HM-35")]
    public void A_fall_that_was_decided_late_counts_from_the_decision_and_not_from_before()
    {
        var projected = Months((TimelinePhase.Ordinary, 400, false), (TimelinePhase.Ended, 0, true), (TimelinePhase.Ended, 0, false), (TimelinePhase.Ended, 0, false));

        var decided = TimelineRevision.Decided(projected, On(January, January.AddMonths(2)));

        Assert.Equal([400m, 400m, 0m, 0m], decided.Select(m => m.Total.Yuan));
        Assert.Equal([false, true, false, false], decided.Select(m => m.Awaits));
    }

    [Fact]
    [Trait("Rule", "HM-18")]
    public void A_phase_out_runs_out_by_itself_because_its_beginning_was_decided()
    {
        var projected = Months((TimelinePhase.EmploymentPhaseOut, 400, false), (TimelinePhase.Ended, 0, true), (TimelinePhase.Ended, 0, false));

        Assert.Equal([400m, 0m, 0m], TimelineRevision.Decided(projected, On(January)).Select(m => m.Total.Yuan));
    }

    [Fact]
    public void A_missing_figure_keeps_what_stands()
    {
        var projected = Months((TimelinePhase.Ordinary, 400, false), (TimelinePhase.Undetermined, 0, false), (TimelinePhase.Ordinary, 440, false));

        Assert.Equal([400m, 400m, 440m], TimelineRevision.Decided(projected, On(January)).Select(m => m.Total.Yuan));
    }

    [Fact]
    public void Months_of_one_amount_are_one_stretch_and_the_last_one_stays_open()
    {
        var spans = TimelineRevision.Spans(Months((TimelinePhase.Ordinary, 400, false), (TimelinePhase.Ordinary, 400, false), (TimelinePhase.Ordinary, 440, false)));

        Assert.Equal(
            [
                new TimelineSpan("head", Benefit.MinimumLivingAllowance, new(400m), Basis.Difference, January, January.AddMonths(1)),
                new TimelineSpan("head", Benefit.MinimumLivingAllowance, new(440m), Basis.Difference, January.AddMonths(2), null),
            ],
            spans.ToArray());
    }

    [Fact]
    [Trait("Rule", "HM-35")]
    public void The_dead_lose_nothing_and_a_line_of_the_household_is_compared_with_the_living()
    {
        var before = ImmutableArray.Create(Span("head", 400m), Span("father", 400m));
        var after = ImmutableArray.Create(Span("head", 400m) with { Last = January }, Span("father", 400m) with { Last = January }, Span(null, 800m, 1) with { Last = January.AddMonths(1) }, Span("head", 380m, 2));

        var losses = TimelineRevision.Losses(before, after, January, January.AddMonths(3), new Dictionary<string, BenefitMonth> { ["father"] = January });

        Assert.Equal(new TimelineLoss("head", Benefit.MinimumLivingAllowance, January.AddMonths(2), new(400m), new(380m)), losses.Single());
    }

    [Fact]
    [Trait("Rule", "HM-35")]
    public void Whoever_gets_nothing_any_more_loses()
    {
        var losses = TimelineRevision.Losses([Span("head", 400m), Span("child", 400m)], [Span("head", 500m), Span("child", 400m) with { Last = January }], January, January.AddMonths(5), NoDeaths);

        Assert.Equal(("child", January.AddMonths(1), Money.Zero), (losses.Single().Member, losses.Single().Month, losses.Single().After));
    }

    private static HashSet<BenefitMonth> On(params BenefitMonth[] months) => [.. months];

    private static TimelineSpan Span(string? member, decimal amount, int from = 0) => new(member, Benefit.MinimumLivingAllowance, new(amount), Basis.Difference, January.AddMonths(from), null);

    private static ImmutableArray<TimelineMonth> Months(params (TimelinePhase Phase, int Amount, bool Falls)[] months) =>
        [.. months.Select((m, i) => new TimelineMonth
        {
            Month = January.AddMonths(i), Phase = m.Phase, HearingRequired = m.Falls,
            Lines = m.Amount == 0 ? [] : [new("head", Benefit.MinimumLivingAllowance, new(m.Amount), Basis.Difference)],
        })];
}
