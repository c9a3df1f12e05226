using SocialAssistance.Rules.Deadlines;

namespace SocialAssistance.Contracts.Cases;

/// <summary>What another calendar of working days means for open cases.</summary>
public interface ICaseDeadlines
{
    /// <summary>The open cases whose last day (最晚办结日) would move, in the user's area; nothing is changed.</summary>
    Task<IReadOnlyList<DeadlineMove>> MovesAsync(WorkingDayCalendar before, WorkingDayCalendar after, CancellationToken cancellationToken = default);
}

/// <summary>An open case whose last day moves.</summary>
public sealed record DeadlineMove(Guid CaseId, string Number, string DivisionCode, DateOnly Before, DateOnly After);
