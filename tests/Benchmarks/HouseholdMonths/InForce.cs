using System.Collections.Immutable;
using SocialAssistance.Rules.Determinations;
using SocialAssistance.Rules.Households;
using SocialAssistance.Rules.Values;

namespace SocialAssistance.Benchmarks.HouseholdMonths;

/// <summary>What a household has been paid the month before, when it was verified, and when its review is due.</summary>
internal static class InForce
{
    public static Standing Make(Dice dice, Household household)
    {
        var wholeHousehold = dice.Chance(60);
        var benefits = ImmutableArray.CreateBuilder<StandingBenefit>();
        if (wholeHousehold)
        {
            benefits.Add(new(null, Benefit.MinimumLivingAllowance, dice.Amount(220, 2500)));
        }

        foreach (var member in household.Members)
        {
            if (!wholeHousehold && dice.Chance(900))
            {
                benefits.Add(new(member.Id, Benefit.MinimumLivingAllowance, dice.Chance(300) ? Money.FromFen(220_00) : dice.Amount(100, 885)));
            }

            if (dice.Chance(80))
            {
                benefits.Add(new(member.Id, Benefit.CategorySupplement, dice.Amount(20, 120)));
            }

            if (member.Disability is not null && dice.Chance(700))
            {
                benefits.Add(new(member.Id, dice.Any(Benefit.DisabilityLivingSubsidy, Benefit.SevereDisabilityNursingSubsidy, Benefit.EmergencyUplift), dice.Amount(60, 110)));
            }
        }

        return new()
        {
            ConfirmedOn = dice.Chance(950) ? dice.Day(new(2023, 1, 1), new(2026, 6, 30)) : dice.Day(new(2026, 7, 1), new(2026, 8, 31)),
            Benefits = benefits.ToImmutable(),
            PhaseOut = dice.Chance(30) ? new(dice.Between(0, 6), [new(dice.Any(household.Members.AsSpan()).Id, dice.Amount(100, 800))]) : null,
            LastVerified = dice.Chance(650) ? new(new BenefitMonth(2026, dice.Between(1, 8)), dice.Amount(0, 2600)) : null,
            ReviewDue = dice.Chance(850) ? dice.Day(new(2026, 6, 1), new(2027, 7, 31)) : null,
        };
    }
}
