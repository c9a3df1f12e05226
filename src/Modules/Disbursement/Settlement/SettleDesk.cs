using Microsoft.EntityFrameworkCore;
using SocialAssistance.Disbursement.Data;
using SocialAssistance.Platform.Data;

namespace SocialAssistance.Disbursement.Settlement;

/// <summary>A household whose change waits for the next roster.</summary>
internal sealed record WaitingChange(Guid CaseId, string HeadName, string DivisionCode, string Causes, DateTimeOffset RecordedAt);

/// <summary>Up to when a roster knows the changes, whether it was made before that day was over, and what waits.</summary>
internal sealed record SettledThrough(DateOnly Through, bool Open, string? Document, int Waiting, IReadOnlyList<WaitingChange> Changes);

/// <summary>Answers which settle day holds for a roster and which changes it leaves to the next one.</summary>
internal sealed class SettleDesk(DisbursementDb db, UnitOfWork unitOfWork)
{
    public Task<SettleDay?> OfAsync(DateOnly month, CancellationToken cancellationToken) => db.SettleDays.AsNoTracking().Where(s => s.FromMonth <= month)
        .OrderByDescending(s => s.FromMonth).ThenByDescending(s => s.RecordedAt).ThenByDescending(s => s.Id).FirstOrDefaultAsync(cancellationToken);

    /// <summary>The moment from which changes wait; null where there is no settle day.</summary>
    public async Task<DateTimeOffset?> UntilAsync(DateOnly month, CancellationToken cancellationToken) => (await OfAsync(month, cancellationToken))?.Until(month);

    public async Task<SettledThrough?> ShowAsync(Roster roster, CancellationToken cancellationToken)
    {
        if (roster.KnownUntil is not { } until)
        {
            return null;
        }

        var (changes, count) = (new List<WaitingChange>(), 0);
        await using var command = await unitOfWork.CommandAsync(
            SettleSql.Waiting, [roster.Id, roster.Program, roster.Month], cancellationToken);
        await using (var reader = await command.ExecuteReaderAsync(cancellationToken))
        {
            while (await reader.ReadAsync(cancellationToken))
            {
                var causes = string.Join('、', reader.GetString(3).Split(',').Select(c => Causes.Names.GetValueOrDefault(c, c)));
                changes.Add(new(reader.GetGuid(0), reader.GetString(1), reader.GetString(2), causes, await reader.GetFieldValueAsync<DateTimeOffset>(4, cancellationToken)));
                count = reader.GetInt32(5);
            }
        }

        var through = DateOnly.FromDateTime(until.ToOffset(TimeSpan.FromHours(8)).DateTime).AddDays(-1);
        return new(through, until > roster.PreparedAt, (await OfAsync(roster.Month, cancellationToken))?.Document, count, changes);
    }
}
