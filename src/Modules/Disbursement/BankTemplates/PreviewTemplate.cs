using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialAssistance.Disbursement.BankLists;
using SocialAssistance.Disbursement.Data;
using SocialAssistance.Platform.Messaging;

namespace SocialAssistance.Disbursement.BankTemplates;

/// <summary>The first rows of the newest sealed roster as the typed template would write them; personal values masked.</summary>
internal sealed record PreviewTemplateQuery : TemplateInput, IQuery<TemplatePreview?>
{
    public const int Shown = 5;

    public PreviewTemplateQuery(TemplateInput input)
        : base(input)
    {
    }
}

internal sealed record TemplatePreview(string FileName, string RosterNumber, IReadOnlyList<string> Headings, IReadOnlyList<IReadOnlyList<string>> Rows);

internal sealed class PreviewTemplateValidator : TemplateRules<PreviewTemplateQuery>;

internal sealed class PreviewTemplateHandler(DisbursementDb db, BankListWriter writer) : IRequestHandler<PreviewTemplateQuery, TemplatePreview?>
{
    public async Task<TemplatePreview?> Handle(PreviewTemplateQuery query, CancellationToken cancellationToken)
    {
        if (await db.Rosters.AsNoTracking().Where(r => r.SealedAt != null).OrderByDescending(r => r.SealNumber).FirstOrDefaultAsync(cancellationToken) is not { } roster)
        {
            return null;
        }

        var template = query.Template("", 0, 0, default, "");
        var orders = await db.RosterOrders.AsNoTracking().Where(o => o.RosterId == roster.Id).OrderBy(o => o.Number).Take(PreviewTemplateQuery.Shown).ToListAsync(cancellationToken);
        return new(
            BankListWriter.FileName(roster, template, roster.Households), roster.Number, [.. template.Columns.Select(c => c.Header)],
            [.. orders.Select(o => (IReadOnlyList<string>)[.. template.Columns.Select(c => writer.Masked(roster, o, c.Field, template.Amount))])]);
    }
}
