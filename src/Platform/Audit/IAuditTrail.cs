namespace SocialAssistance.Platform.Audit;

/// <summary>The append-only record (审计轨迹) of who changed or saw what, when, and why.</summary>
public interface IAuditTrail
{
    /// <summary>Records the changes of one save, in the same transaction.</summary>
    Task ChangedAsync(IReadOnlyList<EntityChange> changes, CancellationToken cancellationToken = default);

    /// <summary>Records that the current user opened a personal file, and for what purpose.</summary>
    Task ViewedAsync(string subjectType, string subjectId, string purpose, Guid? caseId = null, CancellationToken cancellationToken = default);

    /// <summary>Records an act that is no row change: a sign-in, a print, an export, a batch over many rows.</summary>
    Task ActedAsync(string action, string subjectType, string subjectId, string? reason = null, object? details = null, Guid? caseId = null, CancellationToken cancellationToken = default);
}

/// <summary>One entity's change: which columns, from what, to what.</summary>
public sealed record EntityChange(string Action, string SubjectType, string SubjectId, Guid? CaseId, IReadOnlyDictionary<string, object?>? Before, IReadOnlyDictionary<string, object?>? After);

/// <summary>An entity that belongs to a case file, so that the case's trail can be read in one query.</summary>
public interface IOfCase
{
    /// <summary>The case file's identifier.</summary>
    Guid CaseId { get; }
}
