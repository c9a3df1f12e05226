using SocialAssistance.Rules.Standards;

namespace SocialAssistance.Contracts.Standards;

/// <summary>The county's own versions of its figures (标准版本), for whoever tries one out before it is published.</summary>
public interface IStandardVersions
{
    /// <summary>One version with its lines; null when there is none.</summary>
    Task<StandardVersionSummary?> FindAsync(Guid id, CancellationToken cancellationToken = default);

    /// <summary>Today's book of the version's county with this version applied, as if it were published now; nothing is stored.</summary>
    Task<PolicyBook> BookWithAsync(Guid id, CancellationToken cancellationToken = default);
}

/// <summary>A version as others see it.</summary>
/// <param name="Id">Identifier.</param>
/// <param name="Number">Number people know it by (版本号).</param>
/// <param name="PolicyCode">Six-digit code of the county.</param>
/// <param name="Title">Title, e.g. 2027年提标.</param>
/// <param name="Status">One of <see cref="StandardVersionStatus"/>.</param>
/// <param name="RowVersion">Grows with every change; what was tried out belongs to this state of it.</param>
/// <param name="Lines">The figures.</param>
public sealed record StandardVersionSummary(Guid Id, int Number, string PolicyCode, string Title, string Status, int RowVersion, IReadOnlyList<StandardLine> Lines)
{
    /// <summary>First day any of its figures is in force; null without figures.</summary>
    public DateOnly? FirstDay => Lines.Count == 0 ? null : Lines.Min(l => l.From);
}

/// <summary>One figure of a version.</summary>
/// <param name="Key">Key of the catalogue.</param>
/// <param name="Area">Only for this area; null: both.</param>
/// <param name="Value">The value as packs spell it (JSON); null where the number is not announced yet.</param>
/// <param name="From">First day in force.</param>
/// <param name="To">Last day in force; null is open.</param>
/// <param name="State"><c>stated</c>, or what to do until the number is announced: <c>pay-old</c>, <c>hold</c>, <c>block</c>.</param>
public sealed record StandardLine(string Key, Area? Area, string? Value, DateOnly From, DateOnly? To, string State);

/// <summary>Where a version stands.</summary>
public static class StandardVersionStatus
{
    /// <summary>草稿.</summary>
    public const string Draft = "Draft";

    /// <summary>待发布: a second person has it.</summary>
    public const string Submitted = "Submitted";

    /// <summary>已发布.</summary>
    public const string Published = "Published";

    /// <summary>已撤销: was published and taken back before it took effect.</summary>
    public const string Withdrawn = "Withdrawn";
}
