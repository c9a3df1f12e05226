using MediatR;

namespace SocialAssistance.Contracts.Standards;

/// <summary>A version was published; handled inside its transaction, so that work it causes is queued with it or not at all.</summary>
/// <param name="VersionId">The version.</param>
/// <param name="Number">Its number (版本号).</param>
/// <param name="PolicyCode">Six-digit code of the county.</param>
/// <param name="Days">Days on which a figure begins or has ended by it, the earliest first; may lie in the past.</param>
/// <param name="KnownFrom">The moment from which the figures are known.</param>
public sealed record StandardPublished(Guid VersionId, int Number, string PolicyCode, IReadOnlyList<DateOnly> Days, DateTimeOffset KnownFrom) : INotification;

/// <summary>A published version was taken back before it took effect; handled inside its transaction.</summary>
/// <param name="VersionId">The version.</param>
/// <param name="Number">Its number (版本号).</param>
/// <param name="KnownUntil">The moment from which its figures are no longer known.</param>
public sealed record StandardWithdrawn(Guid VersionId, int Number, DateTimeOffset KnownUntil) : INotification;
