using SocialAssistance.Rules.Determinations;

namespace SocialAssistance.Rules.Deadlines;

/// <summary>The deadlines the product knows (section 7 of the specification).</summary>
public enum DeadlineRule
{
    StartSurvey, StartVerification, CountyDecision, RefusalNotice, ExtremePovertySurvey, ExtremePovertyDecision,
    SelfCareReassessment, ObjectionReinvestigation, SubsidyPush, SubsidyDecision, WorkingDays, CalendarDays, Confirmation,
    HardshipRecognition, Publicity, Reconsideration, Litigation, DeathCheck, HardshipExpiry, StationStay, UrgentPayFirst,
    Review, PhaseOutEnd, AgeingOut, RaiseCompletion,
}

/// <summary>What kind of case a review is for.</summary>
public enum ReviewCase { ExtremePoverty, SinglePerson, Household }

/// <summary>The facts a deadline may depend on; each rule reads its own.</summary>
public sealed record DeadlineFacts
{
    /// <summary>Special circumstances (特殊情况) allow the longer limit.</summary>
    public bool Special { get; init; }

    /// <summary>The township decides; null: as the approval setting says.</summary>
    public bool? Delegated { get; init; }

    /// <summary>Days of the free rules <c>working-days</c> and <c>calendar-days</c>.</summary>
    public int Days { get; init; }

    public ReviewCase CaseType { get; init; }
    public bool IncomeUnstable { get; init; }
    public bool AbleBodiedMember { get; init; }
    public bool SeriousIllnessOrDisability { get; init; }

    /// <summary>Days of a public emergency during which reviews stood still.</summary>
    public int SuspendedDays { get; init; }

    /// <summary>A review already due: a change of class never postpones it.</summary>
    public DateOnly? CurrentDue { get; init; }

    public PhaseOutCause Cause { get; init; }

    /// <summary>Length of a phase-out, where it is not the published one.</summary>
    public int? Months { get; init; }

    public int Age { get; init; } = 18;
}

/// <summary>What is asked: which clock, from when, with which calendar and pauses.</summary>
public sealed record DeadlineQuestion(DeadlineRule Rule, DateOnly Start)
{
    /// <summary>Time of day of the start, for the clock in hours.</summary>
    public TimeOnly? StartTime { get; init; }

    /// <summary>Null: no calendar was supplied, only weekends are known.</summary>
    public WorkingDayCalendar? Calendar { get; init; }

    public IReadOnlyList<Pause> Pauses { get; init; } = [];

    public DeadlineFacts Facts { get; init; } = new();
}
