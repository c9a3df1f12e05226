using NpgsqlTypes;
using SocialAssistance.Disbursement.Data;
using SocialAssistance.Platform.Data;

namespace SocialAssistance.Disbursement.Returns;

/// <summary>Puts the rows of a return file beside the rows that were sent, and enters them.</summary>
internal sealed class ReturnDesk(UnitOfWork unitOfWork)
{
    /// <summary>Rows that were sent and that the file does not answer; $1 file, $2 roster.</summary>
    public const string Missing = """
        select o.number, o.head_name, o.account, o.amount from disbursement.roster_orders o
        where o.roster_id = $2 and not exists (select from disbursement.return_rows r where r.file_id = $1 and r.number = o.number)
        """;

    // The first thing that is wrong with a row. Order matters: what is not found cannot be compared.
    private const string FindProblems = """
        update disbursement.return_rows r set problem = case
            when q.number is null then '行号“' || r.line || '”不在本批名单里，请核对是不是别的批次的回盘'
            when q.first_row < r.row then '行号与第 ' || q.first_row || ' 行重复，请核对后删去一行'
            when r.account <> q.account then '账号与送出的不一致（送出的尾号是 ' || right(q.account, 4) || '）。账号在 Excel 中变成数字的，请让银行导出文本格式'
            when r.amount is null then '金额“' || r.amount_text || '”不是数字，请核对'
            when r.amount <> q.amount then '金额 ' || r.amount || ' 元与送出的 ' || q.amount || ' 元不一致，请核对'
            when r.paid is null then '结果“' || r.outcome || '”认不出，应为“成功”或“失败”'
            end
        from (
            select f.row, o.number, o.account, o.amount, min(f.row) over (partition by o.number) as first_row
            from disbursement.return_rows f left join disbursement.roster_orders o on o.roster_id = $2 and o.number = f.number
            where f.file_id = $1
        ) q
        where r.file_id = $1 and r.row = q.row
        """;

    /// <summary>Stores the rows, marks what is wrong and counts: paid, failed, problems (missing rows included).</summary>
    public async Task<(int Paid, int Failed, int Problems)> StageAsync(Roster roster, IReadOnlyList<ReturnRow> rows, Guid fileId, CancellationToken cancellationToken)
    {
        await using (var import = await unitOfWork.Connection.BeginBinaryImportAsync(
            "copy disbursement.return_rows (file_id, row, line, number, account, amount_text, amount, outcome, paid, reason, reason_kind) from stdin (format binary)", cancellationToken))
        {
            foreach (var row in rows)
            {
                await import.StartRowAsync(cancellationToken);
                await import.WriteAsync(fileId, NpgsqlDbType.Uuid, cancellationToken);
                await import.WriteAsync(row.Row, NpgsqlDbType.Integer, cancellationToken);
                await import.WriteAsync(row.Line, NpgsqlDbType.Text, cancellationToken);
                await WriteAsync(row.Number, NpgsqlDbType.Integer);
                await import.WriteAsync(row.Account, NpgsqlDbType.Text, cancellationToken);
                await import.WriteAsync(row.AmountText, NpgsqlDbType.Text, cancellationToken);
                await WriteAsync(row.Amount, NpgsqlDbType.Numeric);
                await import.WriteAsync(row.Outcome, NpgsqlDbType.Text, cancellationToken);
                await WriteAsync(row.Paid, NpgsqlDbType.Boolean);
                await import.WriteAsync(row.Reason, NpgsqlDbType.Text, cancellationToken);
                await WriteAsync(row.ReasonKind, NpgsqlDbType.Text);
            }

            await import.CompleteAsync(cancellationToken);

            Task WriteAsync(object? value, NpgsqlDbType type) => value is null ? import.WriteNullAsync(cancellationToken) : import.WriteAsync(value, type, cancellationToken);
        }

        await unitOfWork.ExecuteAsync(FindProblems, [fileId, roster.Id], cancellationToken);
        await using var command = await unitOfWork.CommandAsync($"""
            select count(*) filter (where paid)::integer, count(*) filter (where not paid)::integer,
                (count(*) filter (where problem is not null) + (select count(*) from ({Missing}) m))::integer
            from disbursement.return_rows where file_id = $1
            """, [fileId, roster.Id], cancellationToken);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return (reader.GetInt32(0), reader.GetInt32(1), reader.GetInt32(2));
    }

    /// <summary>Enters the answers of a file whose every row was matched; the key keeps a second answer out.</summary>
    public Task<int> EnterAsync(ReturnFile file, DateTimeOffset now, CancellationToken cancellationToken) => unitOfWork.ExecuteAsync("""
        insert into disbursement.payment_outcomes (roster_id, number, paid, reason_kind, reason, return_file_id, recorded_at)
        select $2, r.number, r.paid, r.reason_kind, nullif(r.reason, ''), $1, $3
        from disbursement.return_rows r where r.file_id = $1 and r.problem is null
        """, [file.Id, file.RosterId, now], cancellationToken);
}
