using MediatR;
using SocialAssistance.Rules.Deadlines;

namespace SocialAssistance.Contracts.Standards;

/// <summary>The working days changed; handled in the same transaction, so that calendar and open deadlines agree.</summary>
/// <param name="Before">The days as counted until now.</param>
/// <param name="After">The days from now on.</param>
/// <param name="Notice">The notice it rests on.</param>
public sealed record CalendarChanged(WorkingDayCalendar Before, WorkingDayCalendar After, string Notice) : INotification;
