namespace SocialAssistance.Rules.Standards;

/// <summary>Direction of rounding of a computed amount (PA-04).</summary>
public enum RoundingMode { HalfUp, Up, Down }

/// <summary>Round each person's amount, or the household's gap once (PA-04, HM-15).</summary>
public enum RoundingStage { Person, Household }

/// <summary>The month after the decision, or the month of it (变动生效月、起发月).</summary>
public enum MonthRule { Next, Same }

/// <summary>差额 or 分档.</summary>
public enum PaymentMode { Difference, Band }

/// <summary>How the employment cost (就业成本) of a worker is reckoned.</summary>
public enum DeductionMethod { None, Fixed, StandardRatio, WageRatio }

public enum DeductionScope { Recipients, AllAssessed }

/// <summary>Kinds of expenditure (刚性支出类别).</summary>
public enum ExpenditureType { Living, Medical, Education, DisabilityRehabilitation, Other }

/// <summary>Persons on another basic-living programme: out of the divisor, or in it without payment.</summary>
public enum OtherProgrammeMembers { Exclude, Include }

/// <summary>What a household or person is recognised as, wherever a rule asks for it (对象类别).</summary>
public enum Category
{
    MinimumLivingAllowance, ExtremePoverty, Margin, ExpenditureHardship, RegisteredPoverty, Orphan, OtherHardship,
    IllnessPoverty, DeFactoUnattendedChild, HivInfectedChild, UnemploymentBenefit, UnemploymentAssistance,
    PreferentialTreatment, None,
}

/// <summary>Groups of persons named by single-person routes and category supplements.</summary>
public enum PersonGroup { SevereDisability, IntellectualMentalGrade3, SeriousIllness, SpecialHardship, Elderly, Minor }

/// <summary>Category supplements in yuan, or as a share of the standard.</summary>
public enum SupplementUnit { Yuan, StandardRatio }

public enum Stacking { Highest, Sum }

public enum WorkRefusalAction { Warn, StopOwnShare }

/// <summary>Which minimum wage (最低工资口径) a care standard is reckoned from.</summary>
public enum CareWageBasis { CurrentMonth, PreviousYearEnd }

public enum CareLink { None, SevereDisabilityNursingSubsidy }

/// <summary>分散供养（散居） or 集中供养（机构养育）.</summary>
public enum CareSetting { Scattered, Institutional }

/// <summary>School stages (学段).</summary>
public enum EducationStage { Preschool, Compulsory, SeniorHigh, SecondaryVocational, College, Undergraduate, Postgraduate }

public enum OrphanDisability { Any, Severe }

public enum NursingExclusion { Exclude, Warn }

/// <summary>先行救助 as a permission or a duty.</summary>
public enum PayFirstRule { Allowed, Required }

/// <summary>急难型 or 支出型.</summary>
public enum AssistanceType { Urgent, Expenditure }

/// <summary>Causes of temporary assistance (救助事由).</summary>
public enum AssistanceCause
{
    MajorIllness, SevereDisability, NaturalDisaster, EducationCost, Accident, Fire, TrafficAccident, Epidemic,
    Unemployment, DomesticViolence, Other,
}

/// <summary>Why a clock may stand still (期间中止事由).</summary>
public enum PauseReason { Publicity, Appraisal, Supplement, ExternalCheck }

public enum StationStayDay { On, After }

public enum HalfYearlyCondition { Or, And }

/// <summary>Levels whose guidance standard (指导标准) a local standard must reach.</summary>
public enum GuidanceLevels { None, Provincial, ProvincialAndPrefectural }

public enum RuralHousingForm { DilapidatedHouseRenovation, SeismicFarmhouse }

public enum RentRule { None, Reduction, LowRentStandard }
