namespace SocialAssistance.Rules.Determinations;

/// <summary>Names of the warnings of a household month (section 4.2).</summary>
public static class WarningCodes
{
    public const string NotConfigured = "not-configured";
    public const string NearBoundary = "near-boundary";
    public const string MarginMultipleProvincial = "margin-multiple-provincial";
    public const string DisregardExpired = "disregard-expired";
    public const string DisregardKeptUntilReview = "disregard-kept-until-review";
    public const string AmountLocked = "amount-locked";
    public const string AmountHeld = "amount-held";
    public const string PendingChange = "pending-change";
    public const string AllowanceClassNotUsed = "allowance-class-not-used";
    public const string CertificateExpired = "certificate-expired";
    public const string SinglePersonNotNeeded = "single-person-not-needed";
    public const string PhaseOutLastMonth = "phase-out-last-month";
    public const string PhaseOutAboveNationalLimit = "phase-out-above-national-limit";
    public const string WorkRefusalLimitReached = "work-refusal-limit-reached";
    public const string StandardBelowMultiple = "standard-below-multiple";
    public const string StandardProposed = "standard-proposed";
    public const string CareStandardDerived = "care-standard-derived";
    public const string CareStandardBelowFloor = "care-standard-below-floor";
    public const string BeyondStatute = "beyond-statute";
    public const string AgeLimitReview = "age-limit-review";
    public const string AgeingOutApproaching = "ageing-out-approaching";
    public const string HivWithDisabledOrphanCare = "hiv-with-disabled-orphan-care";
    public const string NursingWithExtremePoverty = "nursing-with-extreme-poverty";
    public const string RetrenchedReliefWithAllowance = "retrenched-relief-with-allowance";
}
