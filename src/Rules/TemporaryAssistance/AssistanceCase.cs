using SocialAssistance.Rules.Deadlines;
using SocialAssistance.Rules.Standards;
using SocialAssistance.Rules.Values;

namespace SocialAssistance.Rules.TemporaryAssistance;

/// <summary>Where the application was made: 户籍地、经常居住地、急难发生地.</summary>
public enum AssistancePlace { RegisteredResidence, UsualResidence, EmergencyPlace }

/// <summary>An earlier approval for the household.</summary>
public sealed record PreviousApproval(DateOnly Date, Money Amount, AssistanceCause Cause);

/// <summary>One approval of temporary assistance (临时救助), as it stands on the day of approval.</summary>
public sealed record AssistanceCase(AssistanceType Type, Area Area, AssistanceCause Cause, Category ApplicantClass, AssistancePlace Place)
{
    /// <summary>The amount of the approval, where it is not given by its instalments.</summary>
    public Money? Amount { get; init; }

    /// <summary>Instalments of one approval (一次审批、分阶段救助).</summary>
    public IReadOnlyList<Money> Instalments { get; init; } = [];

    /// <summary>Immediate action is needed (情况紧急).</summary>
    public bool Emergency { get; init; }

    /// <summary>一事一议、特别救助: decided by the county whatever the amount.</summary>
    public bool CaseByCase { get; init; }

    /// <summary>When the need was registered; the clock in hours starts then.</summary>
    public DateTime? RegisteredAt { get; init; }

    public IReadOnlyList<PreviousApproval> Previous { get; init; } = [];

    /// <summary>Null: no calendar was supplied.</summary>
    public WorkingDayCalendar? Calendar { get; init; }
}
