using System.Security.Cryptography;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialAssistance.Disbursement.BankTemplates;
using SocialAssistance.Disbursement.Data;
using SocialAssistance.Disbursement.Rosters;
using SocialAssistance.Platform.Messaging;
using SocialAssistance.Platform.Security;
using SocialAssistance.Platform.TagHelpers;

namespace SocialAssistance.Disbursement.Returns;

/// <summary>Reads a return file and compares it with what was sent; nothing is entered yet.</summary>
internal sealed record UploadReturnCommand : ICommand<Guid>
{
    public Guid RosterId { get; init; }

    public string FileName { get; init; } = "";

    public byte[] Content { get; init; } = [];
}

internal sealed class UploadReturnValidator : AbstractValidator<UploadReturnCommand>
{
    public UploadReturnValidator()
    {
        RuleFor(c => c.Content).NotEmpty().WithMessage("请选择银行回盘文件").OverridePropertyName("Upload");
        RuleFor(c => c.Content.Length).LessThanOrEqualTo(ReturnTable.LargestFile).WithMessage("文件超过 20 MB，请让银行分批导出").OverridePropertyName("Upload");
    }
}

internal sealed class UploadReturnHandler(DisbursementDb db, RosterWorkshop workshop, ReturnDesk desk, TemplateBook templates, IAccess access, ICurrentUser user, TimeProvider time)
    : IRequestHandler<UploadReturnCommand, Result<Guid>>
{
    public async Task<Result<Guid>> Handle(UploadReturnCommand command, CancellationToken cancellationToken)
    {
        if (access.Require(Actions.EnterReturn) is { } refusal)
        {
            return refusal;
        }

        if (await workshop.LockAsync(command.RosterId, cancellationToken) is not { } roster)
        {
            return Actions.NoRoster;
        }

        var fileHash = Convert.ToHexStringLower(SHA256.HashData(command.Content));
        if (await db.ReturnFiles.AsNoTracking().FirstOrDefaultAsync(f => f.FileHash == fileHash && f.Status == ReturnFile.Applied, cancellationToken) is { } same)
        {
            return Again(same);
        }

        var (table, cure) = ReturnTable.Read(command.Content);
        if (table is null)
        {
            return new Refusal("unreadable", cure!);
        }

        var headers = await db.ReturnHeaders.AsNoTracking().ToDictionaryAsync(h => h.Header, h => h.Field, cancellationToken);
        var id = Guid.CreateVersion7();
        var read = ReturnReader.Read(table, roster.Number, ReturnLanguage.Of(headers, await templates.OfRosterAsync(roster.Id, cancellationToken)), id);
        if (read.Refusal is { } unclear)
        {
            return unclear;
        }

        var rows = read.Value;
        var contentHash = ReturnReader.ContentHash(rows);
        if (await db.ReturnFiles.AsNoTracking().FirstOrDefaultAsync(f => f.RosterId == roster.Id && f.ContentHash == contentHash && f.Status == ReturnFile.Applied, cancellationToken) is { } reordered)
        {
            return Again(reordered);
        }

        if (Check(roster, rows.Count) is { } no)
        {
            return no;
        }

        await db.ReturnFiles.Where(f => f.RosterId == roster.Id && f.Status == ReturnFile.Staged).ExecuteUpdateAsync(f => f.SetProperty(x => x.Status, ReturnFile.Discarded), cancellationToken);
        var file = new ReturnFile
        {
            Id = id, RosterId = roster.Id, FileName = Path.GetFileName(command.FileName), Encoding = table.Encoding, FileHash = fileHash, ContentHash = contentHash,
            Rows = rows.Count, Total = rows.Sum(r => r.Amount ?? 0), UploadedBy = user.Id ?? Guid.Empty, UploadedByName = user.Name, UploadedAt = time.GetUtcNow(),
        };
        db.Add(file);
        await db.SaveChangesAsync(cancellationToken);
        (file.Paid, file.Failed, file.Problems) = await desk.StageAsync(roster, rows, id, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return id;
    }

    private static Refusal Again(ReturnFile applied) => new("duplicate", $"这个文件已在 {Show.Time(applied.AppliedAt!.Value)} 导入过，没有再次入账");

    private static Refusal? Check(Roster roster, int rows) => roster switch
    {
        { AnsweredAt: not null } => new("answered", "本批的回盘已经入账，不能再次导入。未到账的款项请在“未到账”中办理补发"),
        { Status: not RosterStatus.Sent } => new("not-sent", "本批还没有导出送银行，不能导入回盘"),
        _ when rows == 0 => new("no-rows", "文件里没有数据行。请核对是不是选错了文件"),
        _ => null,
    };
}
