namespace SocialAssistance.Contracts.Cases;

/// <summary>How far a published version has been carried into the cases in benefit (提标落实); across all areas.</summary>
public interface IUpratings
{
    /// <summary>What the carrying did so far, day by day; empty for a version that is not published.</summary>
    Task<IReadOnlyList<UpratingDay>> OfAsync(Guid versionId, CancellationToken cancellationToken = default);

    /// <summary>Cases of a version that it did not reach, by their numbers.</summary>
    Task<IReadOnlyList<UnreachedCase>> UnreachedAsync(Guid versionId, int most, CancellationToken cancellationToken = default);
}

/// <summary>A day of a version, and how far it was carried.</summary>
/// <param name="FirstDay">First day in force.</param>
/// <param name="CarriedOn">The day on which carrying begins.</param>
/// <param name="Withdrawn">The version was taken back; the counts then are those of the taking back.</param>
/// <param name="Chunks">Programmes times townships that are done.</param>
/// <param name="LookedAt">Cases in benefit that were determined anew.</param>
/// <param name="Raised">Cases that get more, or whose raise was taken back.</param>
/// <param name="Waiting">Cases in which somebody would get less and is heard first.</param>
/// <param name="Review">Cases the record pays otherwise than their facts say; to be looked at again (需复核).</param>
public sealed record UpratingDay(DateOnly FirstDay, DateOnly CarriedOn, bool Withdrawn, int Chunks, int LookedAt, int Raised, int Waiting, int Review);

/// <summary>A case the version did not reach, and why; without names.</summary>
public sealed record UnreachedCase(Guid CaseId, string CaseNumber, string DivisionCode, string KindName, string Reason);
