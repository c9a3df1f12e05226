using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialAssistance.Disbursement.Data;
using SocialAssistance.Platform.Data;
using SocialAssistance.Platform.Messaging;

namespace SocialAssistance.Disbursement.Returns;

/// <summary>The return files of a roster and the one that waits to be entered.</summary>
internal sealed record ShowReturnQuery(Guid RosterId) : IQuery<ReturnView?>;

internal sealed record ReturnView(
    Roster Roster, ReturnFile? Staged, IReadOnlyList<ReturnFile> Files, IReadOnlyList<ReturnRow> Problems, IReadOnlyList<MissingRow> Missing, IReadOnlyList<ReasonCount> Reasons);

/// <summary>A row that was sent and not answered.</summary>
internal sealed record MissingRow(int Number, string HeadName, string Account, decimal Amount);

/// <summary>How much came back for one reason.</summary>
internal sealed record ReasonCount(string Kind, int Rows, decimal Amount);

internal sealed class ShowReturnHandler(DisbursementDb db, UnitOfWork unitOfWork) : IRequestHandler<ShowReturnQuery, ReturnView?>
{
    private const int Shown = 100;

    public async Task<ReturnView?> Handle(ShowReturnQuery query, CancellationToken cancellationToken)
    {
        if (await db.Rosters.AsNoTracking().FirstOrDefaultAsync(r => r.Id == query.RosterId, cancellationToken) is not { } roster)
        {
            return null;
        }

        var files = await db.ReturnFiles.AsNoTracking().Where(f => f.RosterId == roster.Id).OrderByDescending(f => f.UploadedAt).Take(50).ToListAsync(cancellationToken);
        var staged = files.FirstOrDefault(f => f.Status == ReturnFile.Staged);
        var file = staged ?? files.FirstOrDefault(f => f.Status == ReturnFile.Applied);
        if (file is null)
        {
            return new(roster, null, files, [], [], []);
        }

        var rows = db.ReturnRows.AsNoTracking().Where(r => r.FileId == file.Id);
        return new(
            roster, staged, files,
            await rows.Where(r => r.Problem != null).OrderBy(r => r.Row).Take(Shown).ToListAsync(cancellationToken),
            staged is null ? [] : await MissingAsync(file, cancellationToken),
            await rows.Where(r => r.Paid == false).GroupBy(r => r.ReasonKind!).Select(g => new ReasonCount(g.Key, g.Count(), g.Sum(r => r.Amount ?? 0))).ToListAsync(cancellationToken));
    }

    private async Task<IReadOnlyList<MissingRow>> MissingAsync(ReturnFile file, CancellationToken cancellationToken)
    {
        await using var command = await unitOfWork.CommandAsync($"{ReturnDesk.Missing} order by o.number limit {Shown}", [file.Id, file.RosterId], cancellationToken);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var missing = new List<MissingRow>();
        while (await reader.ReadAsync(cancellationToken))
        {
            missing.Add(new(reader.GetInt32(0), reader.GetString(1), reader.IsDBNull(2) ? "" : reader.GetString(2), reader.GetDecimal(3)));
        }

        return missing;
    }
}
