namespace SocialAssistance.Rules.Determinations;

/// <summary>What a household is in the month (家庭类别). Undetermined gives no rights (D-11).</summary>
public enum HouseholdClass { MinimumLivingAllowance, Margin, ExpenditureHardship, None, Undetermined }

/// <summary>Cash benefits by the month (待遇).</summary>
public enum Benefit
{
    MinimumLivingAllowance, CategorySupplement, ExtremePovertyBasic, ExtremePovertyCare, OrphanBasic,
    DeFactoUnattendedChildBasic, HivInfectedChildBasic, DisabledOrphanCare, DisabilityLivingSubsidy,
    SevereDisabilityNursingSubsidy, RetrenchedWorkerRelief, OldAgeSubsidy, EmergencyUplift,
}

/// <summary>How an amount came about (计发依据).</summary>
public enum Basis
{
    Difference, Floor, Full, Band, SinglePerson, Held, Unchanged, PhaseOut, DeathPhaseOut, CategorySupplement, Uplift,
    PublishedStandard, MinimumWageShare, Linked,
}

/// <summary>Why a person of the file is not in the divisor (不计入共同生活人口的原因).</summary>
public enum NotCountedReason { Deceased, LeftHousehold, NotYetJoined, Absent, Unrelated, NotLivingTogether, OtherProgramme }

/// <summary>Why an income does not count; none where it counts.</summary>
public enum IncomeReason { None, Excluded, KeptUntilReview }

public enum DeductionType { EmploymentCost, RigidExpenditure }

/// <summary>就业渐退 or 死亡渐退.</summary>
public enum PhaseOutCause { Employment, Death }

/// <summary>Why a benefit is not paid (不予给付的原因).</summary>
public enum RefusalReason
{
    IncomeNotBelowStandard, PropertyAboveLimit, BeforeStartMonth, NotConfigured, PhaseOutIncomeLimit,
    PhaseOutCompleted, SinglePersonGroup, SinglePersonHouseholdClass, SinglePersonOwnProperty,
    OwnIncomeNotBelowStandard, WorkRefusal, ExcludedByExtremePoverty, ExcludedByOrphan,
    ExcludedByDeFactoUnattendedChild, ExcludedByHivInfectedChild, ExcludedByChildAllowance,
    ExcludedByWorkInjuryNursing, ExcludedByDisabledOrphanCare, Absent, AgedOut, LeftSchool, CareSupportForm,
    HouseholdNotEligible,
}
