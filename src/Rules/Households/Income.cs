using SocialAssistance.Rules.Values;

namespace SocialAssistance.Rules.Households;

/// <summary>
/// Kinds of income (收入类别). Which of them count is a parameter of its own each (M57 Art 13).
/// </summary>
public enum IncomeType
{
    Wage, Business, Property, Pension, BasicPensionCentral, SupportPayment, OtherTransfer, Other, PreferentialPension,
    FamilyPlanningReward, Scholarship, BraveryAward, SocialAssistance, DisabilitySubsidy, ChildAllowance,
    RetrenchedWorkerRelief, OldAgeAllowance,
}

/// <summary>One income, net in the sense of M57 Art 13; wages before the employment cost.</summary>
public readonly record struct Income(IncomeType Type, Money Amount, Period Period);
