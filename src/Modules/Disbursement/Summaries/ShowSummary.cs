using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialAssistance.Disbursement.Data;
using SocialAssistance.Disbursement.Funding;
using SocialAssistance.Platform.Data;
using SocialAssistance.Platform.Messaging;

namespace SocialAssistance.Disbursement.Summaries;

/// <summary>A roster on one page (发放汇总): by kind and township, who pays, and the seal that anchors the database on paper.</summary>
internal sealed record ShowSummaryQuery(Guid RosterId) : IQuery<RosterSummary?>;

/// <summary>A row of figures; the key is a kind of line, a benefit and an area, or a township.</summary>
internal sealed record SummaryRow(string Key, string Benefit, string Area, int Households, int Persons, decimal Amount);

internal sealed record RosterSummary(Roster Roster, IReadOnlyList<SummaryRow> Kinds, IReadOnlyList<SummaryRow> Townships, FundingSplit Funding);

internal sealed class ShowSummaryHandler(DisbursementDb db, UnitOfWork unitOfWork, FundingDesk funding) : IRequestHandler<ShowSummaryQuery, RosterSummary?>
{
    public async Task<RosterSummary?> Handle(ShowSummaryQuery query, CancellationToken cancellationToken)
    {
        if (await db.Rosters.AsNoTracking().FirstOrDefaultAsync(r => r.Id == query.RosterId, cancellationToken) is not { } roster)
        {
            return null;
        }

        return new(
            roster,
            await RowsAsync("select kind, benefit, area, count(distinct household_id)::integer, count(distinct person_id)::integer, sum(amount) from disbursement.payments where roster_id = $1 group by 1, 2, 3 order by 1, 2, 3 desc"),
            await RowsAsync("select left(division_code, 9), '', '', count(distinct household_id)::integer, sum(persons)::integer, sum(amount) from disbursement.roster_orders where roster_id = $1 group by 1 order by 1"),
            await funding.OfAsync(roster, cancellationToken));

        async Task<IReadOnlyList<SummaryRow>> RowsAsync(string sql)
        {
            await using var command = await unitOfWork.CommandAsync(sql, [roster.Id], cancellationToken);
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            var rows = new List<SummaryRow>();
            while (await reader.ReadAsync(cancellationToken))
            {
                rows.Add(new(reader.GetString(0), reader.GetString(1), reader.GetString(2), reader.GetInt32(3), reader.GetInt32(4), reader.GetDecimal(5)));
            }

            return rows;
        }
    }
}
