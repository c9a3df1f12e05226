using System.Security.Cryptography;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialAssistance.Cases.CaseFiles;
using SocialAssistance.Cases.Data;
using SocialAssistance.Cases.Steps;
using SocialAssistance.Contracts.Cases;
using SocialAssistance.Platform.Messaging;
using SocialAssistance.Platform.TagHelpers;

namespace SocialAssistance.Cases.Verification.Import;

/// <summary>Reads an uploaded file and keeps what was read for the preview; nothing is entered yet.</summary>
internal sealed record ReadImport(Guid CaseId, string? FileName, byte[]? Bytes) : ICommand<Guid>;

internal sealed class ReadImportRules : AbstractValidator<ReadImport>
{
    public const int MaxBytes = 5 * 1024 * 1024;

    public ReadImportRules()
    {
        RuleFor(c => c.Bytes).NotEmpty().WithMessage("请选择核对结果文件（Excel 或 CSV）").OverridePropertyName("File");
        RuleFor(c => c.Bytes).Must(b => b is null || b.Length <= MaxBytes).WithMessage("文件超过 5 MB。请只保留本户的核对结果").OverridePropertyName("File");
    }
}

internal sealed class ReadImportHandler(CasesDb db, StepGate gate, CaseDesk desk, VerificationDesk verification, TimeProvider time) : IRequestHandler<ReadImport, Result<Guid>>
{
    public async Task<Result<Guid>> Handle(ReadImport command, CancellationToken cancellationToken)
    {
        var (file, refusal) = await gate.OpenAsync(command.CaseId, null, "cases.verify", cancellationToken, Stages.Investigating);
        if (refusal is not null)
        {
            return refusal;
        }

        if (await verification.OrderAsync(file!.Id, cancellationToken) is not { CompletedOn: null } order)
        {
            return new Refusal("not-commissioned", "还没有委托信息核对。请先登记委托日期");
        }

        var hash = Convert.ToHexStringLower(SHA256.HashData(command.Bytes!));
        if (await db.VerificationImports.AsNoTracking().FirstOrDefaultAsync(i => i.CaseId == file.Id && i.FileHash == hash && i.AppliedAt != null, cancellationToken) is { } earlier)
        {
            return new Refusal("same-file", $"这个文件已在 {Show.Time(earlier.AppliedAt!.Value)} 导入过，没有再次导入");
        }

        var name = Path.GetFileName(command.FileName ?? "");
        var (lines, problem) = TableReader.Read(name, command.Bytes!);
        var facts = await desk.FactsAsync(file, cancellationToken);
        var content = problem is not null ? new ImportContent([], [problem]) : new ImportReading(facts, await verification.ResultsAsync(order, facts, cancellationToken)).Read(lines);
        var import = new VerificationImport
        {
            Id = Guid.CreateVersion7(), CaseId = file.Id, FileName = name.Length > 100 ? name[..100] : name, FileHash = hash, Content = content,
            UploadedByName = desk.UserName, UploadedAt = time.GetUtcNow(),
        };
        db.Add(import);
        await db.SaveChangesAsync(cancellationToken);
        return import.Id;
    }
}
