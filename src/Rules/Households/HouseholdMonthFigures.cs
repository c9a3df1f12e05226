using SocialAssistance.Rules.Standards;
using SocialAssistance.Rules.Values;
using static SocialAssistance.Rules.Standards.ParameterCatalogue;
using RoundingRule = SocialAssistance.Rules.Standards.Rounding;

namespace SocialAssistance.Rules.Households;

/// <summary>
/// Every figure a household month needs, looked up once for one month and area (PA-02: as of the first day), so that a
/// run over many households asks plain fields and no dictionary.
/// </summary>
public sealed class HouseholdMonthFigures
{
    public HouseholdMonthFigures(Resolver resolver, BenefitMonth month, Area area)
    {
        Month = month;
        Area = area;
        var look = new Look(resolver, month.FirstDay, area);

        Rounding = RoundingRule.On(resolver, month.FirstDay);
        RoundingFen = this.Rounding.Unit.Fen;
        ChangeInSameMonth = look.Required(Change.EffectiveMonth).Value == MonthRule.Same;
        StartInSameMonth = look.Required(Payment.StartMonth).Value == MonthRule.Same;
        HearingRequired = look.Required(Hearing.Required).Value;

        Standard = look.Amount(MinimumLivingAllowance.Standard);
        PaymentMode = look.Required(MinimumLivingAllowance.PaymentMode);
        Bands = look.Find(MinimumLivingAllowance.Bands);
        FullClass = look.Find(MinimumLivingAllowance.FullClass);
        PaysFullClass = FullClass is { Value: true };
        Floor = look.Amount(MinimumLivingAllowance.Floor);

        Disregards = new IncomeDisregards(resolver, month.FirstDay);
        DeductionMethod = look.Find(EmploymentDeduction.Method);
        DeductionValue = look.Find(EmploymentDeduction.Value);
        DeductionMillionths = DeductionValue is null ? 0 : (long)(DeductionValue.Value * 1_000_000m);
        DeductsForAll = look.Required(EmploymentDeduction.Scope).Value == DeductionScope.AllAssessed;
        DeductsRigid = look.On(RigidExpenditure.Deduct);
        RigidTypes = look.Find(RigidExpenditure.Types);

        MarginMultiple = look.Find(Margin.IncomeMultiple);
        MarginIsProvincial = look.On(Margin.ProvincialDetermination) && MarginMultiple is { Layer: LayerNames.National };
        var lowIncome = look.Required(LowIncome.Classes).Value;
        LowIncomeMargin = lowIncome.Contains(Category.Margin);
        LowIncomeHardship = lowIncome.Contains(Category.ExpenditureHardship);
        DisposableIncome = look.Amount(ParameterCatalogue.DisposableIncome.PerCapita);
        RecognisesHardship = look.On(ExpenditureHardship.Recognised);
        HardshipShare = look.Find(ExpenditureHardship.MinimumShare);
        HardshipTypes = look.Required(ExpenditureHardship.Types);
        IncludesOtherProgrammes = look.Required(ParameterCatalogue.Household.OtherProgrammeMembers).Value == OtherProgrammeMembers.Include;

        SinglePersonClasses = look.Find(SinglePerson.HouseholdClasses);
        SinglePersonGroups = look.Find(SinglePerson.Groups);
        AdultDisabledRoute = look.Find(SinglePerson.AdultDisabledRoute);
        AdultDisabledNeedsSupport = look.On(SinglePerson.AdultDisabledSupportRequired);

        EmploymentMonths = look.Find(PhaseOut.EmploymentMonths);
        EmploymentUpperMultiple = look.Find(PhaseOut.EmploymentUpperMultiple);
        DeathMonths = look.Find(PhaseOut.DeathMonths);
        NationalMaximumMonths = look.Find(PhaseOut.NationalMaximumMonths);
        LocksReview = look.On(Review.Lock);
        RefusalLimit = look.Find(WorkRefusal.Limit);
        StopsOwnShare = look.Find(WorkRefusal.Action) is { Value: WorkRefusalAction.StopOwnShare };
        Uplift = look.Amount(Emergency.UpliftAmount);
        Supplements = new SupplementFigures(look);
        Persons = new PersonFigures(look);
    }

    public BenefitMonth Month { get; }

    public Area Area { get; }

    /// <summary>低保标准, null where none is published.</summary>
    public Money? StandardAmount => Standard.IsSet ? Money.FromFen(Standard.Fen) : null;

    internal RoundingRule Rounding { get; }
    internal long RoundingFen { get; }
    internal bool ChangeInSameMonth { get; }
    internal bool StartInSameMonth { get; }
    internal bool HearingRequired { get; }
    internal AmountFigure Standard { get; }
    internal Figure<PaymentMode> PaymentMode { get; }
    internal Figure<IReadOnlyList<Band>>? Bands { get; }
    internal Figure<bool>? FullClass { get; }
    internal bool PaysFullClass { get; }
    internal AmountFigure Floor { get; }
    internal IncomeDisregards Disregards { get; }
    internal Figure<DeductionMethod>? DeductionMethod { get; }
    internal Figure<decimal>? DeductionValue { get; }
    internal long DeductionMillionths { get; }
    internal bool DeductsForAll { get; }
    internal bool DeductsRigid { get; }
    internal Figure<Choices<ExpenditureType>>? RigidTypes { get; }
    internal Figure<Ratio>? MarginMultiple { get; }
    internal bool MarginIsProvincial { get; }
    internal bool LowIncomeMargin { get; }
    internal bool LowIncomeHardship { get; }
    internal AmountFigure DisposableIncome { get; }
    internal bool RecognisesHardship { get; }
    internal Figure<Ratio>? HardshipShare { get; }
    internal Figure<Choices<ExpenditureType>> HardshipTypes { get; }
    internal bool IncludesOtherProgrammes { get; }
    internal Figure<Choices<Category>>? SinglePersonClasses { get; }
    internal Figure<Choices<PersonGroup>>? SinglePersonGroups { get; }
    internal Figure<bool>? AdultDisabledRoute { get; }
    internal bool AdultDisabledNeedsSupport { get; }
    internal Figure<int>? EmploymentMonths { get; }
    internal Figure<Ratio>? EmploymentUpperMultiple { get; }
    internal Figure<int>? DeathMonths { get; }
    internal Figure<int>? NationalMaximumMonths { get; }
    internal bool LocksReview { get; }
    internal Figure<int>? RefusalLimit { get; }
    internal bool StopsOwnShare { get; }
    internal AmountFigure Uplift { get; }
    internal SupplementFigures Supplements { get; }
    internal PersonFigures Persons { get; }

    /// <summary>Lookups of one day and area.</summary>
    internal readonly record struct Look(Resolver Resolver, DateOnly Day, Area Area)
    {
        public Figure<T>? Find<T>(Parameter<T> parameter) => Resolver.Find(parameter, Day, Area);

        public Figure<T> Required<T>(Parameter<T> parameter) => Resolver.Required(parameter, Day, Area);

        public bool On(Parameter<bool> parameter) => Find(parameter) is { Value: true };

        public AmountFigure Amount(Parameter<decimal> parameter) => new(parameter, Find(parameter));
    }
}
