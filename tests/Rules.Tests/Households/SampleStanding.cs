using System.Collections.Immutable;
using SocialAssistance.Rules.Determinations;
using SocialAssistance.Rules.Households;
using SocialAssistance.Rules.Standards;
using SocialAssistance.Rules.Values;

namespace SocialAssistance.Rules.Tests.Households;

/// <summary>Random standing benefits, phase-outs and events of a household.</summary>
internal static class SampleStanding
{
    public static Standing From(Random random, BenefitMonth month, Household household)
    {
        var benefits = ImmutableArray.CreateBuilder<StandingBenefit>();
        if (random.Next(5) == 0)
        {
            benefits.Add(new(null, Benefit.MinimumLivingAllowance, SampleHousehold.Amount(random, 1500)));
        }

        foreach (var member in household.Members)
        {
            if (random.Next(3) > 0)
            {
                benefits.Add(new(member.Id, Benefit.MinimumLivingAllowance, SampleHousehold.Amount(random, 700)));
            }

            if (random.Next(5) == 0)
            {
                benefits.Add(new(member.Id, (Benefit)random.Next(1, 13), SampleHousehold.Amount(random, 300)));
            }
        }

        return new()
        {
            ConfirmedOn = random.Next(3) == 0 ? month.FirstDay.AddDays(random.Next(-60, 60)) : null,
            Benefits = benefits.ToImmutable(),
            PhaseOut = random.Next(5) == 0 ? new(random.Next(4), [.. household.Members.Where(_ => random.Next(2) == 0).Select(member => new FrozenAmount(member.Id, SampleHousehold.Amount(random, 600)))]) : null,
            LastVerified = random.Next(2) == 0 ? new(month.AddMonths(-random.Next(0, 10)), SampleHousehold.Amount(random, 3000)) : null,
            ReviewDue = random.Next(2) == 0 ? month.FirstDay.AddDays(random.Next(-60, 300)) : null,
        };
    }

    public static ImmutableArray<HouseholdEvent> Events(Random random, BenefitMonth month, Household household)
    {
        var events = ImmutableArray.CreateBuilder<HouseholdEvent>();
        var dead = new HashSet<string>();
        for (var i = random.Next(1, 4); i > 0; i--)
        {
            var member = household.Members[random.Next(household.Members.Length)];
            var type = (EventType)random.Next(9);
            var date = month.FirstDay.AddDays(random.Next(-80, 40));
            if (date < member.BirthDate || (type == EventType.Death && !dead.Add(member.Id)))
            {
                continue;
            }

            events.Add(new()
            {
                Type = type,
                Date = date,
                Member = type is EventType.Moved or EventType.HouseholdChange ? null : member.Id,
                Area = type == EventType.Moved ? (Area)random.Next(2) : null,
                DecidedOn = type is not (EventType.Death or EventType.LeftSchool) && random.Next(3) == 0 ? date.AddDays(random.Next(0, 40)) : null,
            });
        }

        return events.ToImmutable();
    }
}
