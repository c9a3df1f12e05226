using SocialAssistance.Rules.Standards;

namespace SocialAssistance.Rules.Deadlines;

/// <summary>Days on which a clock stands still (期间中止); both ends are inside it.</summary>
public readonly record struct Pause(DateOnly From, DateOnly To, PauseReason Reason)
{
    public bool Covers(DateOnly day) => From <= day && day <= To;
}
