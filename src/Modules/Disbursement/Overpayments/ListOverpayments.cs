using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialAssistance.Disbursement.Data;
using SocialAssistance.Platform.Data;
using SocialAssistance.Platform.Messaging;
using SocialAssistance.Platform.Security;
using SocialAssistance.Platform.Time;

namespace SocialAssistance.Disbursement.Overpayments;

/// <summary>The ledger of claims (追回台账) and what was found and not claimed yet.</summary>
internal sealed record ListOverpaymentsQuery(string? Township, string? After, string? FoundAfter = null) : IQuery<OverpaymentList>
{
    public const int PageSize = 30;
}

/// <summary>A household that was paid more than it was due.</summary>
internal sealed record FoundOverpayment(Guid HouseholdId, Guid CaseId, string DivisionCode, string HeadName, string Program, decimal Amount, string Months);

internal sealed record ClaimRow(Overpayment Claim, decimal Repaid);

/// <summary>A page of what was found, with the number and sum of all.</summary>
internal sealed record FoundPage(IReadOnlyList<FoundOverpayment> Rows, string? After, int Total, decimal Yuan);

internal sealed record OverpaymentList(FoundPage Found, IReadOnlyList<ClaimRow> Claims, string? After, int Total, decimal Open);

internal sealed class OverpaymentDesk(UnitOfWork unitOfWork, TimeProvider time)
{
    /// <summary>What was found below a prefix of the area, or of one household.</summary>
    public async Task<IReadOnlyList<FoundOverpayment>> FoundAsync(Guid? household, string area, CancellationToken cancellationToken)
    {
        await using var command = await unitOfWork.CommandAsync(OverpaidSql.Households, Parameters(household, area), cancellationToken);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var found = new List<FoundOverpayment>();
        while (await reader.ReadAsync(cancellationToken))
        {
            found.Add(Read(reader));
        }

        return found;
    }

    /// <summary>A page of what was found below a prefix of the area.</summary>
    public async Task<FoundPage> PageAsync(string area, string? after, CancellationToken cancellationToken)
    {
        await using var command = await unitOfWork.CommandAsync(OverpaidSql.Page, [.. Parameters(null, area), after ?? ""], cancellationToken);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var (rows, total, yuan) = (new List<(FoundOverpayment Row, string Cursor)>(), 0, 0m);
        while (await reader.ReadAsync(cancellationToken))
        {
            rows.Add((Read(reader), reader.GetString(7)));
            (total, yuan) = (reader.GetInt32(8), reader.GetDecimal(9));
        }

        var shown = rows.Take(ListOverpaymentsQuery.PageSize).ToList();
        return new([.. shown.Select(r => r.Row)], rows.Count > shown.Count ? shown[^1].Cursor : null, total, yuan);
    }

    /// <summary>Keeps the months a claim covers; the caller holds the lock under which claims are made.</summary>
    public Task<int> ClaimAsync(Guid claim, Guid household, string area, CancellationToken cancellationToken) => unitOfWork.ExecuteAsync($"""
        {OverpaidSql.Lines}
        insert into disbursement.overpayment_lines (overpayment_id, household_id, person_key, benefit, for_month, amount)
        select $4, household_id, person_key, benefit, month, surplus from lines where surplus > 0
        """, [.. Parameters(household, area), claim], cancellationToken);

    private static FoundOverpayment Read(Npgsql.NpgsqlDataReader reader) =>
        new(reader.GetGuid(0), reader.GetGuid(1), reader.GetString(2), reader.GetString(3), reader.GetString(4), reader.GetDecimal(5), reader.GetString(6));

    private object?[] Parameters(Guid? household, string area)
    {
        var today = time.Today();
        return [new Npgsql.NpgsqlParameter { Value = (object?)household ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Uuid }, area, new DateOnly(today.Year, today.Month, 1).AddMonths(1)];
    }
}

internal sealed class ListOverpaymentsHandler(DisbursementDb db, OverpaymentDesk desk, ICurrentUser user) : IRequestHandler<ListOverpaymentsQuery, OverpaymentList>
{
    public async Task<OverpaymentList> Handle(ListOverpaymentsQuery query, CancellationToken cancellationToken)
    {
        var prefix = query.Township is { Length: >= 9 } township ? township[..9] : "";
        var all = db.Overpayments.AsNoTracking().Where(o => o.DivisionCode.StartsWith(prefix));
        var page = await all.Where(o => query.After == null || query.After == "" || string.Compare(o.Number, query.After) < 0)
            .OrderByDescending(o => o.Number).Take(ListOverpaymentsQuery.PageSize + 1)
            .Select(o => new ClaimRow(o, db.Repayments.Where(r => r.OverpaymentId == o.Id).Sum(r => r.Amount))).ToListAsync(cancellationToken);
        var rows = page.Take(ListOverpaymentsQuery.PageSize).ToList();
        var claimed = await all.SumAsync(o => o.Amount, cancellationToken);
        var repaid = await db.Repayments.Where(r => all.Any(o => o.Id == r.OverpaymentId)).SumAsync(r => r.Amount, cancellationToken);
        var found = await desk.PageAsync(prefix.StartsWith(user.AreaPrefix, StringComparison.Ordinal) ? prefix : user.AreaPrefix, query.FoundAfter, cancellationToken);
        return new(found, rows, page.Count > rows.Count ? rows[^1].Claim.Number : null, await all.CountAsync(cancellationToken), claimed - repaid);
    }
}
