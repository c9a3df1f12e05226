namespace SocialAssistance.Contracts.Cases;

/// <summary>How far a published version has been carried into the cases in benefit (提标落实); across all areas.</summary>
public interface IUpratings
{
    /// <summary>What the carrying did so far; null before it began.</summary>
    Task<UpratingProgress?> OfAsync(Guid versionId, CancellationToken cancellationToken = default);

    /// <summary>Cases of a version that it did not reach, by their numbers.</summary>
    Task<IReadOnlyList<UnreachedCase>> UnreachedAsync(Guid versionId, int most, CancellationToken cancellationToken = default);
}

/// <summary>The progress of a version.</summary>
/// <param name="Chunks">Programmes times townships that are done.</param>
/// <param name="LookedAt">Cases in benefit that were determined anew.</param>
/// <param name="Raised">Cases that get more.</param>
/// <param name="Waiting">Cases in which somebody would get less and is heard first.</param>
/// <param name="Review">Cases the record pays otherwise than their facts say; to be looked at again (需复核).</param>
public sealed record UpratingProgress(int Chunks, int LookedAt, int Raised, int Waiting, int Review);

/// <summary>A case the version did not reach, and why; without names.</summary>
public sealed record UnreachedCase(Guid CaseId, string CaseNumber, string DivisionCode, string KindName, string Reason);
