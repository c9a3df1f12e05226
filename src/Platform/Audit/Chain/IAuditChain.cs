namespace SocialAssistance.Platform.Audit;

/// <summary>The trail as a hash chain: what is printed on paper today proves tomorrow that nothing before it was touched.</summary>
public interface IAuditChain
{
    /// <summary>Takes up every row that is in no block yet; returns how many.</summary>
    Task<int> ExtendAsync(CancellationToken cancellationToken = default);

    /// <summary>Hash of the newest block, 64 hexadecimal digits; null before the first.</summary>
    Task<string?> HeadAsync(CancellationToken cancellationToken = default);
}

/// <summary>Checks the whole chain (审计链核验).</summary>
public interface IAuditVerification
{
    /// <summary>Recomputes every row and block; <paramref name="printed"/> is a hash from paper that must still be in the chain.</summary>
    Task<AuditChainReport> VerifyAsync(string? printed = null, CancellationToken cancellationToken = default);
}

/// <summary>What a check of the chain found.</summary>
/// <param name="Entries">Rows of the trail in blocks.</param>
/// <param name="Blocks">Blocks.</param>
/// <param name="Head">Hash of the newest block.</param>
/// <param name="Problem">The first thing that is wrong, in Chinese, naming row or block; null when all is as it was.</param>
/// <param name="EntryId">The row of the trail it is about.</param>
public sealed record AuditChainReport(long Entries, long Blocks, string? Head, string? Problem, long? EntryId);
