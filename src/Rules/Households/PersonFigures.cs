using SocialAssistance.Rules.Standards;
using static SocialAssistance.Rules.Standards.ParameterCatalogue;

namespace SocialAssistance.Rules.Households;

/// <summary>Self-care (生活自理能力) by items failed out of six: 0, 1–3, 4–6 (M43 Art 22).</summary>
public enum SelfCareGrade { SelfCaring, PartialLoss, FullLoss }

/// <summary>The figures of benefits that belong to a person (section 4.7).</summary>
internal sealed class PersonFigures
{
    private readonly AmountFigure[] _basic;
    private readonly AmountFigure[] _care;
    private readonly Figure<Ratio>?[] _wageShares;

    public PersonFigures(HouseholdMonthFigures.Look look)
    {
        _basic = [look.Amount(ExtremePoverty.Basic.SelfCaring), look.Amount(ExtremePoverty.Basic.PartialLoss), look.Amount(ExtremePoverty.Basic.FullLoss)];
        _care = [look.Amount(ExtremePoverty.Care.SelfCaring), look.Amount(ExtremePoverty.Care.PartialLoss), look.Amount(ExtremePoverty.Care.FullLoss)];
        _wageShares = [null, look.Find(ExtremePoverty.CareWageShare.PartialLoss), look.Find(ExtremePoverty.CareWageShare.FullLoss)];
        MinimumMultiple = look.Find(ExtremePoverty.MinimumMultiple);
        MultipleTolerance = look.Amount(ExtremePoverty.MultipleTolerance);
        var wageDay = look.Required(ExtremePoverty.CareWageBasis).Value == CareWageBasis.PreviousYearEnd
            ? new DateOnly(look.Day.Year - 1, 12, 31)
            : look.Day;
        Wage = (look with { Day = wageDay }).Amount(MinimumWage.Monthly);
        LinksSelfCaring = look.Find(ExtremePoverty.CareSelfCaringLink) is { Value: CareLink.SevereDisabilityNursingSubsidy };
        CareForms = look.Required(ExtremePoverty.CareSupportForms);
        MinorAge = look.Find(ExtremePoverty.MinorAge);
        ContinuationStages = look.Find(ExtremePoverty.MinorContinuationStages);
        StatutoryStages = look.Find(ExtremePoverty.MinorStatutoryStages);
        OrphanInstitutional = look.Amount(Orphan.Basic.Institutional);
        OrphanScattered = look.Amount(Orphan.Basic.Scattered);
        DeFactoUnattended = look.Amount(DeFactoUnattendedChild.Basic);
        HivShare = look.Find(HivInfectedChild.OrphanShare);
        PaysDisabledOrphanCare = look.On(DisabledOrphanCare.Enabled);
        DisabledOrphanAny = look.Find(DisabledOrphanCare.Severity) is { Value: OrphanDisability.Any };
        DisabledOrphanAmount = look.Amount(DisabledOrphanCare.Amount);
        LivingSubsidy = look.Amount(DisabilityLivingSubsidy.Amount);
        LivingSubsidyForLowIncome = look.On(DisabilityLivingSubsidy.LowIncomeHouseholds);
        NursingSubsidy = look.Amount(SevereDisabilityNursingSubsidy.Amount);
        NursingForGrade3 = look.On(SevereDisabilityNursingSubsidy.Grade3IntellectualMental);
        NursingBesideExtremePoverty = look.Find(Exclusion.ExtremePovertyNursingSubsidy) is { Value: NursingExclusion.Warn };
        Retrenched = look.Amount(RetrenchedWorkerRelief.Amount);
        OldAgeFrom = look.Find(OldAgeSubsidy.MinimumAge);
        OldAge = look.Amount(OldAgeSubsidy.Amount);
    }

    public Figure<Ratio>? MinimumMultiple { get; }
    public AmountFigure MultipleTolerance { get; }
    public AmountFigure Wage { get; }
    public bool LinksSelfCaring { get; }
    public Figure<Choices<CareSetting>> CareForms { get; }
    public Figure<int>? MinorAge { get; }
    public Figure<Choices<EducationStage>>? ContinuationStages { get; }
    public Figure<Choices<EducationStage>>? StatutoryStages { get; }
    public AmountFigure OrphanInstitutional { get; }
    public AmountFigure OrphanScattered { get; }
    public AmountFigure DeFactoUnattended { get; }
    public Figure<Ratio>? HivShare { get; }
    public bool PaysDisabledOrphanCare { get; }
    public bool DisabledOrphanAny { get; }
    public AmountFigure DisabledOrphanAmount { get; }
    public AmountFigure LivingSubsidy { get; }
    public bool LivingSubsidyForLowIncome { get; }
    public AmountFigure NursingSubsidy { get; }
    public bool NursingForGrade3 { get; }
    public bool NursingBesideExtremePoverty { get; }
    public AmountFigure Retrenched { get; }
    public Figure<int>? OldAgeFrom { get; }
    public AmountFigure OldAge { get; }

    public AmountFigure Basic(SelfCareGrade grade) => _basic[(int)grade];

    public AmountFigure Care(SelfCareGrade grade) => _care[(int)grade];

    /// <summary>Share of the minimum wage a care standard must reach; none for the self-caring.</summary>
    public Figure<Ratio>? WageShare(SelfCareGrade grade) => _wageShares[(int)grade];

    public AmountFigure OrphanBasic(CareSetting setting) =>
        setting == CareSetting.Institutional ? OrphanInstitutional : OrphanScattered;
}
