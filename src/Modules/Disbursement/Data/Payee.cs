using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialAssistance.Platform.Audit;
using SocialAssistance.Platform.Data;

namespace SocialAssistance.Disbursement.Data;

/// <summary>The account a household's money goes to (领款账户); the newest row counts, the older ones are its history.</summary>
internal sealed class Payee : IInArea, IOfCase
{
    public required Guid Id { get; init; }

    public required Guid HouseholdId { get; init; }

    public required Guid CaseId { get; init; }

    public required string DivisionCode { get; init; }

    public required string Holder { get; init; }

    public string? HolderIdNumber { get; init; }

    public required string Bank { get; init; }

    public required string Account { get; init; }

    /// <summary><c>confirmed</c> with the benefit, or <c>changed</c> later.</summary>
    public required string Cause { get; init; }

    public Guid? ChangeId { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    public required string RecordedByName { get; init; }
}

/// <summary>A new account asked for by one person with evidence; another person decides.</summary>
internal sealed class PayeeChange : IInArea, IOfCase
{
    public const string Requested = "requested";
    public const string Approved = "approved";
    public const string Refused = "refused";

    public required Guid Id { get; init; }

    public required Guid HouseholdId { get; init; }

    public required Guid CaseId { get; init; }

    public required string DivisionCode { get; init; }

    public required string HeadName { get; init; }

    public required string Holder { get; init; }

    public string? HolderIdNumber { get; init; }

    public required string Bank { get; init; }

    public required string Account { get; init; }

    /// <summary>What was seen, e.g. 新存折首页复印件.</summary>
    public required string Evidence { get; init; }

    public required string Reason { get; init; }

    public string Status { get; private set; } = Requested;

    public required Guid RequestedBy { get; init; }

    public required string RequestedByName { get; init; }

    public required DateTimeOffset RequestedAt { get; init; }

    public Guid? DecidedBy { get; private set; }

    public string? DecidedByName { get; private set; }

    public DateTimeOffset? DecidedAt { get; private set; }

    public string? DecisionNote { get; private set; }

    public void Decide(bool approve, Guid by, string byName, DateTimeOffset at, string? note) =>
        (Status, DecidedBy, DecidedByName, DecidedAt, DecisionNote) = (approve ? Approved : Refused, by, byName, at, note);
}

internal sealed class PayeeMapping : IEntityTypeConfiguration<Payee>
{
    public void Configure(EntityTypeBuilder<Payee> entity) => entity.Property(p => p.DivisionCode).UseCollation("C");
}

internal sealed class PayeeChangeMapping : IEntityTypeConfiguration<PayeeChange>
{
    public void Configure(EntityTypeBuilder<PayeeChange> entity) => entity.Property(p => p.DivisionCode).UseCollation("C");
}
