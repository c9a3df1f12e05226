using MediatR;

namespace SocialAssistance.Contracts.Cases;

/// <summary>
/// Raises by a version of the standards that was withdrawn before its first day; handled in the same transaction. What was
/// recorded before each raise is recorded again.
/// </summary>
/// <param name="Determinations">The determinations the raises rest on.</param>
/// <param name="Reason">Why, in Chinese.</param>
public sealed record RaisesTakenBack(IReadOnlyList<Guid> Determinations, string Reason) : INotification;
