using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using SocialAssistance.Cases.Data;
using SocialAssistance.Contracts.Cases;
using SocialAssistance.Platform.Data;

namespace SocialAssistance.Cases.Uprating;

/// <inheritdoc cref="IDeclinedCases"/>
internal sealed class DeclinedCases(CasesDb db) : IDeclinedCases
{
    private const int PageSize = 500;

    public async IAsyncEnumerable<DeclinedCase> SinceAsync(string program, string divisionPrefix, DateOnly since, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var after = Guid.Empty; ;)
        {
            var page = await (
                from file in db.CaseFiles.IgnoreQueryFilters().AsNoTracking()
                    .Where(c => c.Program == program && c.Stage == Stages.Declined && c.DecidedOn >= since && c.Id > after).Below(divisionPrefix)
                    .OrderBy(c => c.Id).Take(PageSize)
                join version in db.FactVersions on new { CaseId = file.Id, Number = file.FactVersion } equals new { version.CaseId, version.Number }
                orderby file.Id
                select new DeclinedCase(file.Id, file.Number, file.DivisionCode, file.Area, version.Facts)).ToListAsync(cancellationToken);
            foreach (var declined in page)
            {
                yield return declined;
            }

            if (page.Count < PageSize)
            {
                yield break;
            }

            after = page[^1].CaseId;
        }
    }
}
