using System.Collections.Immutable;
using SocialAssistance.Policies;
using SocialAssistance.Rules.Households;
using SocialAssistance.Rules.Standards;
using SocialAssistance.Rules.Values;
using static SocialAssistance.Rules.Standards.ParameterCatalogue;

namespace SocialAssistance.Rules.Tests.Households;

/// <summary>A random household month with its figures, the same for the same seed.</summary>
public sealed record Sample(HouseholdMonthRequest Request, MonthFigures Figures)
{
    public static readonly PolicyLibrary Library = PolicyLibrary.Load();
    private static readonly string[] Policies = ["national", "fuliang", "xinxiang", "yudu", "maguan", "ningxia"];

    public static Sample From(int seed)
    {
        var random = new Random(seed);
        var month = new BenefitMonth(random.Next(2021, 2028), random.Next(1, 13));
        var resolver = new Resolver(Library.Find(Policies[random.Next(Policies.Length)])!, Overrides(random));
        var household = SampleHousehold.From(random, month);
        var request = new HouseholdMonthRequest(month, household)
        {
            Standing = random.Next(2) == 0 ? SampleStanding.From(random, month, household) : null,
            Events = random.Next(3) == 0 ? SampleStanding.Events(random, month, household) : [],
        };
        return new(request, new MonthFigures(resolver, month));
    }

    /// <summary>The same, in difference mode, nothing standing, nothing happening.</summary>
    public static Sample Fresh(int seed)
    {
        var sample = From(seed);
        return sample with { Request = sample.Request with { Standing = null, Events = [] } };
    }

    /// <summary>Figures most counties do not print, so that every rule has something to reckon with.</summary>
    private static List<Override> Overrides(Random random)
    {
        var overrides = new List<Override>
        {
            Override.Of(MinimumLivingAllowance.Standard, random.Next(400, 1000) + random.Next(100) / 100m, Area.Rural),
            Override.Of(MinimumLivingAllowance.Standard, random.Next(600, 1200) + 0m, Area.Urban),
        };
        Maybe(() => Override.Of(ParameterCatalogue.Rounding.Unit, random.Next(2) == 0 ? 1m : 0.1m));
        Maybe(() => Override.Of(ParameterCatalogue.Rounding.Mode, (RoundingMode)random.Next(3)));
        Maybe(() => Override.Of(EmploymentDeduction.Method, (DeductionMethod)random.Next(4)));
        Maybe(() => Override.Of(EmploymentDeduction.Value, random.Next(1000) / 1000m));
        Maybe(() => Override.Of(MinimumLivingAllowance.Floor, random.Next(50, 400) + 0m));
        Maybe(() => Override.Of(DisposableIncome.PerCapita, random.Next(10_000, 40_000) + 0m));
        Maybe(() => Override.Of(ExpenditureHardship.MinimumShare, new Ratio(random.Next(1, 10), 10)));
        Maybe(() => Override.Of(PhaseOut.EmploymentMonths, random.Next(0, 9)));
        Maybe(() => Override.Of(PhaseOut.DeathMonths, random.Next(0, 4)));
        Maybe(() => Override.Of(CategorySupplement.Enabled, true));
        Maybe(() => Override.Of(CategorySupplement.Amount.Elderly, random.Next(20, 120) + 0m));
        Maybe(() => Override.Of(CategorySupplement.Amount.Minor, random.Next(20, 120) + 0m));
        Maybe(() => Override.Of(Emergency.UpliftAmount, 100m));
        Maybe(() => Override.Of(ExtremePoverty.Basic.SelfCaring, 900m));
        Maybe(() => Override.Of(MinimumWage.Monthly, 1990m));
        Maybe(() => Override.Of(DisabilityLivingSubsidy.Amount, 70m));
        Maybe(() => Override.Of(WorkRefusal.Action, WorkRefusalAction.StopOwnShare));
        Maybe(() => Override.Of(ParameterCatalogue.Household.OtherProgrammeMembers, OtherProgrammeMembers.Include));
        return overrides;

        void Maybe(Func<Override> make)
        {
            if (random.Next(3) == 0)
            {
                overrides.Add(make());
            }
        }
    }
}
