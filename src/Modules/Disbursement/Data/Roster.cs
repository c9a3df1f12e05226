using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialAssistance.Disbursement.OneOff;
using SocialAssistance.Platform.Messaging;
using SocialAssistance.Platform.Security;

namespace SocialAssistance.Disbursement.Data;

/// <summary>
/// A roster (发放名册): the payments of one programme for one month, or of a correction. Until it is sealed it can be made
/// anew; afterwards neither it nor its rows change, and only what the bank answers is added beside it.
/// </summary>
internal sealed class Roster
{
    public required Guid Id { get; init; }

    /// <summary>Printed number, e.g. FF-202612-01; also the first part of each line number in the bank list.</summary>
    public required string Number { get; init; }

    public required string Program { get; init; }

    public required string ProgramName { get; init; }

    public required DateOnly Month { get; init; }

    /// <summary><see cref="Monthly"/>, <see cref="Correction"/> or <see cref="OneOff"/>.</summary>
    public required string Kind { get; init; }

    public string Status { get; private set; } = RosterStatus.Generating;

    /// <summary>How often the roster was made; what an older generation left behind is dropped.</summary>
    public int Generation { get; private set; } = 1;

    public Guid PreparedBy { get; private set; }

    public string PreparedByName { get; private set; } = "";

    public DateTimeOffset PreparedAt { get; private set; }

    public int Townships { get; set; }

    public int Households { get; private set; }

    public int Persons { get; private set; }

    public decimal Total { get; private set; }

    /// <summary>Findings that must be dealt with before the roster may be submitted.</summary>
    public int Blocking { get; private set; }

    /// <summary>SHA-256 over the rows in their order.</summary>
    public string? ContentHash { get; private set; }

    public Guid? SubmittedBy { get; private set; }

    public string? SubmittedByName { get; private set; }

    public DateTimeOffset? SubmittedAt { get; private set; }

    public Guid? SealedBy { get; private set; }

    public string? SealedByName { get; private set; }

    public DateTimeOffset? SealedAt { get; private set; }

    /// <summary>Place in the chain of sealed rosters, from 1.</summary>
    public int? SealNumber { get; private set; }

    /// <summary>Seal of the roster before; the first one has <see cref="FirstSeal"/>.</summary>
    public string? PreviousSeal { get; private set; }

    /// <summary>SHA-256 over the previous seal and what this roster is; printed on the summary.</summary>
    public string? SealHash { get; private set; }

    public DateTimeOffset? SentAt { get; private set; }

    public DateTimeOffset? AnsweredAt { get; private set; }

    public string? WithdrawnReason { get; private set; }

    /// <summary>The moment from which recorded gains wait for the next roster (结算日); null without a settle day.</summary>
    public DateTimeOffset? KnownUntil { get; private set; }

    public const string Monthly = "monthly";
    public const string Correction = "correction";
    public const string OneOff = "one-off";

    /// <summary>Number of the document that orders a one-off roster.</summary>
    public string? Document { get; init; }

    /// <summary>Whom a one-off roster pays how much.</summary>
    public OneOffTerms? Terms { get; init; }

    /// <summary>What the first sealed roster is chained to.</summary>
    public const string FirstSeal = "0000000000000000000000000000000000000000000000000000000000000000";

    public bool IsSealed => SealedAt is not null;

    /// <summary>Whether this person had a hand in the roster, and so may not be the one who seals it.</summary>
    public bool WasPreparedBy(Guid? person) => person is not null && (person == PreparedBy || person == SubmittedBy);

    public Refusal? Require(params ReadOnlySpan<string> statuses) => statuses.Contains(Status)
        ? null
        : new("wrong-status", $"这个批次现在是“{RosterStatus.Names[Status]}”，不能办理这一步。下面已是最新情况");

    public void Prepare(ICurrentUser user, DateTimeOffset now, bool again)
    {
        Generation += again ? 1 : 0;
        (Status, PreparedBy, PreparedByName, PreparedAt) = (RosterStatus.Generating, user.Id ?? Guid.Empty, user.Name, now);
        (Households, Persons, Total, Blocking, ContentHash, Townships) = (0, 0, 0, 0, null, 0);
        (SubmittedBy, SubmittedByName, SubmittedAt) = (null, null, null);
    }

    /// <summary>Notes up to when the changes count; asked again whenever the roster is made anew.</summary>
    public void Settle(DateTimeOffset? knownUntil) => KnownUntil = knownUntil;

    public void Complete(int households, int persons, decimal total, int blocking, string contentHash) =>
        (Status, Households, Persons, Total, Blocking, ContentHash) = (RosterStatus.Prepared, households, persons, total, blocking, contentHash);

    public void Submit(ICurrentUser user, DateTimeOffset now) =>
        (Status, SubmittedBy, SubmittedByName, SubmittedAt) = (RosterStatus.Submitted, user.Id, user.Name, now);

    public void Return() => (Status, SubmittedBy, SubmittedByName, SubmittedAt) = (RosterStatus.Prepared, null, null, null);

    public void Withdraw(string reason) =>
        (Status, WithdrawnReason, Households, Persons, Total, Blocking) = (RosterStatus.Withdrawn, reason, 0, 0, 0, 0);

    public void Seal(ICurrentUser user, DateTimeOffset now, int number, string previous, string seal)
    {
        (Status, SealedBy, SealedByName, SealedAt) = (RosterStatus.Sealed, user.Id, user.Name, now);
        (SealNumber, PreviousSeal, SealHash) = (number, previous, seal);
    }

    public void Send(DateTimeOffset now)
    {
        if (Status == RosterStatus.Sealed)
        {
            (Status, SentAt) = (RosterStatus.Sent, now);
        }
    }

    public void Answer(bool allPaid, DateTimeOffset now) =>
        (Status, AnsweredAt) = (allPaid ? RosterStatus.Completed : RosterStatus.PartlyPaid, now);
}

internal sealed class RosterMapping : IEntityTypeConfiguration<Roster>
{
    public void Configure(EntityTypeBuilder<Roster> entity)
    {
        entity.Ignore(r => r.IsSealed);
        entity.Property(r => r.Terms).HasColumnType("jsonb").HasConversion(t => t!.Write(), s => OneOffTerms.Read(s));
        entity.Property(r => r.Number).UseCollation("C");
    }
}
