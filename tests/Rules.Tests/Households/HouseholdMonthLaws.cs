using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using SocialAssistance.Rules.Determinations;
using SocialAssistance.Rules.Households;
using SocialAssistance.Rules.Standards;
using SocialAssistance.Rules.Values;

namespace SocialAssistance.Rules.Tests.Households;

/// <summary>What must hold for every household, month and county. Each law is tried on thousands of random ones.</summary>
public sealed class HouseholdMonthLaws
{
    private const int Tries = 15_000;

    [Property(MaxTest = Tries)]
    [Trait("Rule", "HM-36")]
    public void Lines_sum_to_the_total_and_none_is_negative(DoNotSize<int> seed)
    {
        var result = Determine(Sample.From(seed.Item));

        Assert.Equal(result.Total.Fen, result.Entitlements.Sum(line => line.Amount.Fen));
        Assert.All(result.Entitlements, line => Assert.True(line.Amount.Fen >= 0));
        Assert.True(result.HouseholdIncome.Fen >= 0);
        Assert.Equal(result.Entitlements.Length, result.Entitlements.Select(line => (line.Member, line.Benefit)).Distinct().Count());
    }

    [Property(MaxTest = Tries)]
    [Trait("Rule", "RQ-03")]
    public void Explaining_changes_nothing_and_leaves_no_amount_without_a_step(DoNotSize<int> seed)
    {
        var sample = Sample.From(seed.Item);
        var batch = new HouseholdMonthBatch();
        batch.Determine(sample.Request, sample.Figures);

        var explained = Determine(sample);

        Assert.Equal(Text(explained with { Steps = [] }), Text(batch.ToResult()));
        Assert.All(explained.Entitlements, line => Assert.Contains(explained.Steps, step =>
            step.Member == line.Member && step.Benefit == Vocabulary.Word(line.Benefit) && step.Result == line.Amount.ToString() && step.Source.Length > 0));
        Assert.All(explained.Steps, step => Assert.True(step.Label.Length > 0 && step.Source.Length > 0));
    }

    [Property(MaxTest = Tries)]
    [Trait("Rule", "HM-15")]
    public void The_order_of_members_and_of_entry_does_not_matter(DoNotSize<int> seed)
    {
        var sample = Sample.From(seed.Item);
        var household = sample.Request.Household;
        var turned = sample.Request with
        {
            Household = household with
            {
                Members = [.. household.Members.Reverse().Select(member => member with { Income = [.. member.Income.Reverse()], Statuses = [.. member.Statuses.Reverse()] })],
                Expenditures = [.. household.Expenditures.Reverse()],
            },
            Standing = sample.Request.Standing is { } standing ? standing with { Benefits = [.. standing.Benefits.Reverse()] } : null,
        };

        var (one, other) = (Determine(sample), HouseholdMonth.Determine(turned, sample.Figures));

        Assert.Equal(one.Class, other.Class);
        Assert.Equal(one.Total, other.Total);
        Assert.Equal(Sorted(one.Entitlements.Select(e => $"{e}")), Sorted(other.Entitlements.Select(e => $"{e}")));
        Assert.Equal(Sorted(one.Refusals.Select(e => $"{e}")), Sorted(other.Refusals.Select(e => $"{e}")));
        Assert.Equal(Sorted(one.Warnings.Select(e => $"{e}")), Sorted(other.Warnings.Select(e => $"{e}")));
    }

    [Property(MaxTest = Tries)]
    [Trait("Rule", "HM-14")]
    public void More_income_never_raises_an_allowance_within_a_mode(DoNotSize<int> seed, DoNotSize<uint> more)
    {
        var sample = Sample.Fresh(seed.Item);
        var before = Determine(sample);
        if (before.CountedMembers.IsEmpty)
        {
            return;
        }

        var after = HouseholdMonth.Determine(Counterfactual.WithIncome(sample.Request, sample.Figures, Money.FromFen(more.Item % 200_000)), sample.Figures);

        if (after.Class == HouseholdClass.MinimumLivingAllowance)
        {
            Assert.Equal(HouseholdClass.MinimumLivingAllowance, before.Class);
            Assert.All(after.Entitlements.Where(e => e.Benefit == Benefit.MinimumLivingAllowance), line =>
                Assert.True(line.Amount <= before.Entitlements.Single(e => e.Member == line.Member && e.Benefit == line.Benefit).Amount));
        }
    }

    [Property(MaxTest = Tries)]
    [Trait("Rule", "HM-12")]
    public void Below_the_line_is_eligible_and_at_the_line_is_not(DoNotSize<int> seed)
    {
        var sample = Sample.Fresh(seed.Item);
        var household = sample.Request.Household;
        var counted = Determine(sample).CountedMembers.Length;
        if (counted == 0)
        {
            return;
        }

        var standard = sample.Figures.For(household.Area).StandardAmount!.Value;
        HouseholdMonthResult With(Money income, Period period) => HouseholdMonth.Determine(
            sample.Request with
            {
                Household = household with
                {
                    Property = PropertyStanding.WithinAllowanceLimit,
                    Expenditures = [],
                    Members = [.. household.Members.Select((member, i) => member with { Income = member.Id == First() ? [new(IncomeType.Other, income, period)] : [] })],
                },
            }, sample.Figures);
        string First() => Determine(sample).CountedMembers[0];

        Assert.NotEqual(HouseholdClass.MinimumLivingAllowance, With(standard * counted, Period.Month).Class);
        Assert.Equal(HouseholdClass.MinimumLivingAllowance, With(standard * counted - Money.FromFen(1), Period.Month).Class);
        Assert.Equal(HouseholdClass.MinimumLivingAllowance, With(standard * counted * 12 - Money.FromFen(1), Period.Year).Class);
    }

    [Property(MaxTest = Tries)]
    [Trait("Rule", "HM-05")]
    public void Every_payable_person_is_paid_or_told_why_not(DoNotSize<int> seed)
    {
        var result = Determine(Sample.Fresh(seed.Item));

        Assert.All(result.CountedMembers, member => Assert.True(
            result.Entitlements.Any(e => e.Member == member && e.Benefit == Benefit.MinimumLivingAllowance)
            ^ result.Refusals.Any(r => r.Member == member && r.Benefit == Benefit.MinimumLivingAllowance)));
    }

    [Property(MaxTest = 5_000)]
    public void Stored_facts_read_again_give_the_same_bytes(DoNotSize<int> seed)
    {
        var sample = Sample.From(seed.Item);
        var stored = System.Text.Json.JsonSerializer.Serialize(sample.Request);

        var read = System.Text.Json.JsonSerializer.Deserialize<HouseholdMonthRequest>(stored);

        Assert.Equal(stored, System.Text.Json.JsonSerializer.Serialize(read));
        Assert.Equal(Text(Determine(sample)), Text(HouseholdMonth.Determine(read, sample.Figures)));
        Assert.Equal(Text(Determine(sample)), Text(System.Text.Json.JsonSerializer.Deserialize<HouseholdMonthResult>(Text(Determine(sample)))!));
    }

    [Property(MaxTest = 2_000)]
    [Trait("Rule", "HM-12")]
    public void A_counterfactual_fed_back_flips_the_outcome_and_one_fen_less_does_not(DoNotSize<int> seed)
    {
        var sample = Sample.From(seed.Item);
        var before = Determine(sample);

        var found = Counterfactual.Find(sample.Request, sample.Figures);

        foreach (var change in new[] { found.More, found.Less })
        {
            if (change is not null)
            {
                var almost = Money.FromFen(change.Change.Fen - Math.Sign(change.Change.Fen));
                Assert.NotEqual(Outcome(before), Outcome(At(change.Change)));
                Assert.Equal(Outcome(before), Outcome(At(almost)));
                Assert.Equal(change.NewClass, At(change.Change).Class);
                Assert.Equal(change.NewTotal, At(change.Change).Total);
            }
        }

        Assert.All(found.Facts, fact =>
        {
            var after = HouseholdMonth.Determine(Counterfactual.WithFact(sample.Request, fact), sample.Figures);
            Assert.True(Outcome(after) != Outcome(before) || after.Total != before.Total);
            Assert.Equal(fact.NewTotal, after.Total);
        });

        HouseholdMonthResult At(Money change) =>
            HouseholdMonth.Determine(Counterfactual.WithIncome(sample.Request, sample.Figures, change), sample.Figures);
    }

    private static HouseholdMonthResult Determine(Sample sample) => HouseholdMonth.Determine(sample.Request, sample.Figures);

    private static string Text(HouseholdMonthResult result) => System.Text.Json.JsonSerializer.Serialize(result);

    private static string Outcome(HouseholdMonthResult result) =>
        $"{result.Class}: {string.Join(" ", result.Entitlements.Select(e => $"{e.Member}/{e.Benefit}"))}";

    private static IEnumerable<string> Sorted(IEnumerable<string> texts) => texts.Order(StringComparer.Ordinal);
}
