using System.Security.Cryptography;
using System.Text;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialAssistance.Disbursement.Data;
using SocialAssistance.Disbursement.Entitlements;
using SocialAssistance.Platform.Messaging;
using SocialAssistance.Platform.Security;
using SocialAssistance.Rules.Values;

namespace SocialAssistance.Disbursement.Rosters;

/// <summary>Seals a roster (复核封存): checked by a second person, chained to the roster sealed before, never changed again.</summary>
internal sealed record SealRosterCommand(Guid RosterId, string? ContentHash) : ICommand<Guid>;

internal sealed class SealRosterValidator : AbstractValidator<SealRosterCommand>
{
    public SealRosterValidator() => RuleFor(c => c.RosterId).NotEmpty().WithMessage("请从批次列表打开要复核的批次");
}

internal sealed class SealRosterHandler(DisbursementDb db, RosterWorkshop workshop, EntitlementBook book, IAccess access, ICurrentUser user, TimeProvider time)
    : IRequestHandler<SealRosterCommand, Result<Guid>>
{
    public async Task<Result<Guid>> Handle(SealRosterCommand command, CancellationToken cancellationToken)
    {
        // Nobody changes what is due, and nobody else seals, until this transaction has ended.
        await book.HoldForSealAsync(cancellationToken);
        if (await workshop.LockAsync(command.RosterId, cancellationToken) is not { } roster)
        {
            return Actions.NoRoster;
        }

        if ((access.Require(Actions.Seal) ?? roster.Require(RosterStatus.Submitted) ?? Check(roster, command.ContentHash)) is { } refusal)
        {
            return refusal;
        }

        if (await workshop.StaleAsync(roster, cancellationToken) is > 0 and var stale)
        {
            return RosterRefusals.Stale(stale);
        }

        if (await workshop.HintedAsync(roster.Id, cancellationToken) is > 0 and var hinted)
        {
            return RosterRefusals.Hinted(hinted);
        }

        if (await workshop.FirstBrokenAsync(roster.Id, cancellationToken) is { } broken || await workshop.ContentHashAsync(roster.Id, cancellationToken) != roster.ContentHash)
        {
            return new Refusal("rows-changed", "名单的内容与提交复核时不一致，不能封存。请退回后重新生成");
        }

        var last = await db.Rosters.AsNoTracking().Where(r => r.SealNumber != null).OrderByDescending(r => r.SealNumber).FirstOrDefaultAsync(cancellationToken);
        var previous = last?.SealHash ?? Roster.FirstSeal;
        // PostgreSQL keeps microseconds; the seal must be computable again from what is stored.
        var now = new DateTimeOffset(time.GetUtcNow().Ticks / 10 * 10, TimeSpan.Zero);
        roster.Seal(user, now, (last?.SealNumber ?? 0) + 1, previous, Seals.Of(roster, previous, user.Name, now));
        await db.SaveChangesAsync(cancellationToken);
        return roster.Id;
    }

    private Refusal? Check(Roster roster, string? seen) =>
        roster.WasPreparedBy(user.Id) ? new("same-person", "编制人不能复核自己的批次。请由另一位资金岗复核")
        : roster.ContentHash != seen ? RosterRefusals.Changed
        : null;
}

/// <summary>The chain of sealed rosters.</summary>
internal static class Seals
{
    /// <summary>SHA-256 over the previous seal, what the roster is, and who sealed it when.</summary>
    public static string Of(Roster roster, string previous, string sealedBy, DateTimeOffset sealedAt) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(
        '|', previous, roster.Number, roster.Program, roster.ProgramName, BenefitMonth.Of(roster.Month), roster.Kind, roster.Households, roster.Persons, new Money(roster.Total),
        roster.ContentHash, roster.PreparedBy, roster.PreparedByName, Moment(roster.PreparedAt), roster.SubmittedBy, roster.SubmittedByName, Moment(roster.SubmittedAt!.Value), sealedBy, Moment(sealedAt) + (roster.KnownUntil is { } until ? $"|{Moment(until)}" : "") + (roster.Terms is { } terms ? $"|{roster.Document}|{terms.Write()}" : "")))));

    // PostgreSQL keeps microseconds; a seal must be computable again from what is stored.
    private static string Moment(DateTimeOffset at) => new DateTime(at.UtcTicks / 10 * 10, DateTimeKind.Utc).ToString("O", System.Globalization.CultureInfo.InvariantCulture);
}
