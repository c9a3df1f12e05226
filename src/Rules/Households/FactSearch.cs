using System.Collections.Immutable;

namespace SocialAssistance.Rules.Households;

/// <summary>Turns each yes/no fact into its opposite and keeps those that change the outcome.</summary>
internal static class FactSearch
{
    private static readonly CaseFact[] OfHousehold = [CaseFact.PropertyWithinAllowanceLimit, CaseFact.RegisteredPoverty];
    private static readonly CaseFact[] OfMember =
        [.. Enum.GetValues<CaseFact>().Except(OfHousehold)];

    public static ImmutableArray<FactChange> All(in HouseholdMonthRequest request, Probe probe)
    {
        var changes = ImmutableArray.CreateBuilder<FactChange>();
        foreach (var fact in OfHousehold)
        {
            Try(in request, probe, null, fact, changes);
        }

        foreach (var member in request.Household.Members)
        {
            foreach (var fact in OfMember)
            {
                Try(in request, probe, member.Id, fact, changes);
            }
        }

        return changes.ToImmutable();
    }

    public static Household Turn(Household household, string? member, CaseFact fact) => fact switch
    {
        CaseFact.PropertyWithinAllowanceLimit => household with
        {
            Property = household.Property == PropertyStanding.WithinAllowanceLimit ? PropertyStanding.WithinMarginLimit : PropertyStanding.WithinAllowanceLimit,
        },
        CaseFact.RegisteredPoverty => household with { RegisteredPoverty = !household.RegisteredPoverty },
        _ => household with { Members = [.. household.Members.Select(one => one.Id == member ? Turn(one, fact) : one)] },
    };

    private static void Try(in HouseholdMonthRequest request, Probe probe, string? member, CaseFact fact, ImmutableArray<FactChange>.Builder changes)
    {
        var turned = request with { Household = Turn(request.Household, member, fact) };
        if (turned.Household != request.Household && probe.Changes(in turned))
        {
            changes.Add(new(member, fact, probe.NewClass, probe.NewTotal));
        }
    }

    private static Member Turn(Member member, CaseFact fact) => fact switch
    {
        CaseFact.LivesTogether => member with { LivesTogether = !member.LivesTogether },
        CaseFact.Dependent => member with { Dependent = !member.Dependent },
        CaseFact.DisabilityCertificate => member with { Disability = null },
        CaseFact.SeriousIllness => member with { SeriousIllness = !member.SeriousIllness },
        CaseFact.SpecialHardship => member with { SpecialHardship = !member.SpecialHardship },
        CaseFact.Employed => member with { Employed = !member.Employed },
        CaseFact.SupportedByParentsOrSiblings => member with { SupportedByParentsOrSiblings = !member.SupportedByParentsOrSiblings },
        CaseFact.AppliesAlone => member with { AppliesAlone = !member.AppliesAlone },
        CaseFact.OwnPropertyWithinLimit => member with { OwnPropertyWithinLimit = !member.OwnPropertyWithinLimit },
        CaseFact.FullClass => member with { AllowanceClass = member.AllowanceClass == AllowanceClass.Full ? AllowanceClass.Difference : AllowanceClass.Full },
        CaseFact.WorkInjuryNursing => member with { WorkInjuryNursing = !member.WorkInjuryNursing },
        CaseFact.Enrolled when member.Education is { } education => member with { Education = education with { Enrolled = !education.Enrolled } },
        _ => member,
    };
}
