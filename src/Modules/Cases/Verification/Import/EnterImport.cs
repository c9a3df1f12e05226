using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialAssistance.Cases.CaseFiles;
using SocialAssistance.Cases.Data;
using SocialAssistance.Cases.Steps;
using SocialAssistance.Contracts.Cases;
using SocialAssistance.Platform.Messaging;
using SocialAssistance.Platform.TagHelpers;

namespace SocialAssistance.Cases.Verification.Import;

/// <summary>Enters a file that was read without problems, all of it.</summary>
internal sealed record EnterImport(Guid CaseId, int Version, Guid ImportId) : ICommand<int>;

internal sealed class EnterImportHandler(CasesDb db, StepGate gate, CaseDesk desk, TimeProvider time) : IRequestHandler<EnterImport, Result<int>>
{
    public async Task<Result<int>> Handle(EnterImport command, CancellationToken cancellationToken)
    {
        var (file, refusal) = await gate.OpenAsync(command.CaseId, command.Version, "cases.verify", cancellationToken, Stages.Investigating);
        if (refusal is not null)
        {
            return refusal;
        }

        var import = await db.VerificationImports.FirstOrDefaultAsync(i => i.Id == command.ImportId && i.CaseId == file!.Id, cancellationToken);
        if (import is null || !import.Content.CanEnter)
        {
            return new Refusal("import-has-problems", "文件里还有要修改的地方，没有导入任何一行。请改好后重新上传");
        }

        var applied = await db.VerificationImports.AsNoTracking().Where(i => i.CaseId == file!.Id && i.FileHash == import.FileHash && i.AppliedAt != null).Select(i => i.AppliedAt).FirstOrDefaultAsync(cancellationToken);
        if (applied is { } at)
        {
            return new Refusal("same-file", $"这个文件已在 {Show.Time(at)} 导入过，没有再次导入");
        }

        var ids = import.Content.Results.Select(r => r.ResultId).ToArray();
        var rows = await db.VerificationResults.Where(r => ids.Contains(r.Id)).ToDictionaryAsync(r => r.Id, cancellationToken);
        if (rows.Values.Any(r => r.Decision is not null) || rows.Count != ids.Length)
        {
            return new Refusal("rows-moved-on", "上传后有核对项目被处理过，没有导入任何一行。请重新上传这个文件");
        }

        foreach (var read in import.Content.Results)
        {
            var row = rows[read.ResultId];
            (row.Outcome, row.Verified, row.Note) = (read.Outcome, read.Verified, read.Note);
        }

        import.AppliedAt = time.GetUtcNow();
        file!.Touch();
        desk.Tell(file, "verification-imported", $"导入核对结果 {ids.Length} 项，不一致 {rows.Values.Count(r => r.Outcome == VerificationWords.Different)} 项");
        await db.SaveChangesAsync(cancellationToken);
        return ids.Length;
    }
}
