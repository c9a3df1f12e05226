using Microsoft.EntityFrameworkCore;
using SocialAssistance.Disbursement.Data;

namespace SocialAssistance.Disbursement.BankTemplates;

/// <summary>Finds the version of a bank's template that counts.</summary>
internal sealed class TemplateBook(DisbursementDb db)
{
    /// <summary>The newest version of every template, in the order of the list. A county has a handful of banks.</summary>
    public async Task<IReadOnlyList<BankTemplate>> NewestAsync(CancellationToken cancellationToken) =>
        [.. (await db.BankTemplates.AsNoTracking().ToListAsync(cancellationToken)).GroupBy(t => t.Code).Select(g => g.MaxBy(t => t.Version)!).OrderBy(t => t.Position)];

    public Task<BankTemplate?> NewestAsync(string code, CancellationToken cancellationToken) =>
        db.BankTemplates.AsNoTracking().Where(t => t.Code == code).OrderByDescending(t => t.Version).FirstOrDefaultAsync(cancellationToken);

    /// <summary>The version by which a roster was last sent; its bank answers in the same way.</summary>
    public async Task<BankTemplate?> OfRosterAsync(Guid roster, CancellationToken cancellationToken)
    {
        var sent = await db.RosterExports.AsNoTracking().Where(e => e.RosterId == roster).OrderByDescending(e => e.ExportedAt)
            .Select(e => new { e.Template, e.TemplateVersion }).FirstOrDefaultAsync(cancellationToken);
        return sent is null ? null
            : await db.BankTemplates.AsNoTracking().FirstOrDefaultAsync(t => t.Code == sent.Template && t.Version == sent.TemplateVersion, cancellationToken);
    }
}
