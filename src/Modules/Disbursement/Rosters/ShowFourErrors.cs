using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialAssistance.Disbursement.Data;
using SocialAssistance.Platform.Data;
using SocialAssistance.Platform.Messaging;

namespace SocialAssistance.Disbursement.Rosters;

/// <summary>Looks for the four errors in a roster and the months before it.</summary>
/// <param name="RosterId">The roster.</param>
/// <param name="Months">How many months are compared, the roster's own included.</param>
internal sealed record ShowFourErrorsQuery(Guid RosterId, int Months) : IQuery<FourErrors?>
{
    public const int Shown = 50;
}

internal sealed record FourErrors(Roster Roster, DateOnly From, IReadOnlyList<PaymentError> Errors);

/// <summary>One of the four: how many lines, how many yuan, and the first of them by name.</summary>
internal sealed record PaymentError(string Name, string Checked, int Count, decimal Yuan, IReadOnlyList<PaymentErrorRow> Rows);

internal sealed record PaymentErrorRow(Guid CaseId, string HeadName, string DivisionCode, string Words, decimal Yuan);

internal sealed class ShowFourErrorsHandler(DisbursementDb db, UnitOfWork unitOfWork) : IRequestHandler<ShowFourErrorsQuery, FourErrors?>
{
    public async Task<FourErrors?> Handle(ShowFourErrorsQuery query, CancellationToken cancellationToken)
    {
        if (await db.Rosters.AsNoTracking().FirstOrDefaultAsync(r => r.Id == query.RosterId, cancellationToken) is not { } roster)
        {
            return null;
        }

        var from = roster.Month.AddMonths(1 - Math.Clamp(query.Months, 1, 36));
        var monthly = roster.Kind == Roster.Monthly;
        return new(roster, from,
        [
            await FindAsync("多发", "每人每月累计列支不超过应发", monthly ? FourErrorsSql.TooMuch : null),
            await FindAsync("漏发", "每人每月应发都已列支（移出本批的除外）", monthly ? FourErrorsSql.Missed : null),
            await FindAsync("重发", "同一人同一待遇同一月只列一次，已到账的不再发", FourErrorsSql.Twice),
            await FindAsync("迟发", "当时已经决定的待遇没有拖到以后月份", FourErrorsSql.Late),
        ]);

        async Task<PaymentError> FindAsync(string name, string rule, string? sql)
        {
            var rows = new List<PaymentErrorRow>();
            var (count, yuan) = (0, 0m);
            if (sql is not null)
            {
                await using var command = await unitOfWork.CommandAsync(
                    $"select q.*, count(*) over ()::integer, sum(yuan) over () from ({sql}) q order by division_code, head_name, words limit {ShowFourErrorsQuery.Shown}",
                    [roster.Id, roster.Program, roster.Month, from], cancellationToken);
                command.CommandTimeout = 300;
                await using var reader = await command.ExecuteReaderAsync(cancellationToken);
                while (await reader.ReadAsync(cancellationToken))
                {
                    rows.Add(new(reader.GetGuid(0), reader.GetString(1), reader.GetString(2), reader.GetString(3), reader.GetDecimal(4)));
                    (count, yuan) = (reader.GetInt32(5), reader.GetDecimal(6));
                }
            }

            return new(name, rule, count, yuan, rows);
        }
    }
}
