using MediatR;
using SocialAssistance.Platform.Data;
using SocialAssistance.Platform.Messaging;
using SocialAssistance.Platform.Security;

namespace SocialAssistance.Disbursement.Corrections;

/// <summary>Payments that came back and wait to be paid again; oldest first.</summary>
internal sealed record ListReturnedQuery(string? After) : IQuery<ReturnedList>
{
    public const int PageSize = 50;
}

internal sealed record ReturnedRow(
    string Cursor, Guid CaseId, string HeadName, string DivisionCode, string RosterNumber, int Number, DateOnly Month, string Program, string ProgramName, decimal Amount, string? Account, string? ReasonKind, string? Reason, bool Ready);

internal sealed record ReturnedList(IReadOnlyList<ReturnedRow> Rows, string? After, int Total, IReadOnlyDictionary<string, string> ReadyPrograms);

internal sealed class ListReturnedHandler(UnitOfWork unitOfWork, ICurrentUser user) : IRequestHandler<ListReturnedQuery, ReturnedList>
{
    private static readonly string Rows = $"""
        select to_char(w.month, 'YYYYMM') || w.roster_number || '-' || lpad(w.number::text, 6, '0') as cursor, w.case_id, w.head_name, w.division_code, w.roster_number, w.number, w.month,
            w.program, w.program_name, w.amount, w.account, w.reason_kind, w.reason, w.ready
        from ({CorrectionDesk.Waiting}) w where starts_with(w.division_code, $1)
        """;

    public async Task<ReturnedList> Handle(ListReturnedQuery query, CancellationToken cancellationToken)
    {
        var rows = new List<ReturnedRow>();
        await using (var command = await unitOfWork.CommandAsync(
            $"select * from ({Rows}) r where r.cursor > $2 order by r.cursor limit {ListReturnedQuery.PageSize + 1}", [user.AreaPrefix, query.After ?? ""], cancellationToken))
        await using (var reader = await command.ExecuteReaderAsync(cancellationToken))
        {
            while (await reader.ReadAsync(cancellationToken))
            {
                rows.Add(new(
                    reader.GetString(0), reader.GetGuid(1), reader.GetString(2), reader.GetString(3), reader.GetString(4), reader.GetInt32(5), reader.GetFieldValue<DateOnly>(6), reader.GetString(7),
                    reader.GetString(8), reader.GetDecimal(9), reader.IsDBNull(10) ? null : reader.GetString(10), reader.IsDBNull(11) ? null : reader.GetString(11), reader.IsDBNull(12) ? null : reader.GetString(12), reader.GetBoolean(13)));
            }
        }

        var (total, ready) = await TotalsAsync(cancellationToken);
        var shown = rows.Take(ListReturnedQuery.PageSize).ToList();
        return new(shown, rows.Count > shown.Count ? shown[^1].Cursor : null, total, ready);
    }

    private async Task<(int Total, IReadOnlyDictionary<string, string> Ready)> TotalsAsync(CancellationToken cancellationToken)
    {
        await using var command = await unitOfWork.CommandAsync(
            $"select count(*)::integer, program, program_name, bool_or(ready) from ({Rows}) r group by program, program_name", [user.AreaPrefix], cancellationToken);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var (total, ready) = (0, new Dictionary<string, string>());
        while (await reader.ReadAsync(cancellationToken))
        {
            total += reader.GetInt32(0);
            if (reader.GetBoolean(3))
            {
                ready[reader.GetString(1)] = reader.GetString(2);
            }
        }

        return (total, ready);
    }
}
