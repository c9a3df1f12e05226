using System.Security.Cryptography;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialAssistance.Platform.Messaging;
using SocialAssistance.Platform.Security;
using SocialAssistance.Standards.Data;

namespace SocialAssistance.Standards.Documents;

/// <summary>Registers a document, or corrects what the register says about it. The number is given once.</summary>
internal sealed record SavePaper : ICommand<Guid>
{
    /// <summary>Null registers a new one.</summary>
    public Guid? Id { get; init; }

    public int Version { get; init; }

    public string? Number { get; init; }

    public string? Title { get; init; }

    public string? Issuer { get; init; }

    public DateOnly? IssuedOn { get; init; }

    public DateOnly? EffectiveOn { get; init; }

    public PaperStatus Status { get; init; }

    public string? DivisionCode { get; init; }

    public string? Text { get; init; }

    public string? Note { get; init; }

    public string? FileName { get; init; }

    public byte[]? Scan { get; init; }
}

internal sealed class SavePaperValidator : AbstractValidator<SavePaper>
{
    public const int MostBytes = 10 * 1024 * 1024;

    public SavePaperValidator()
    {
        RuleFor(c => c.Number).NotEmpty().When(c => c.Id is null).WithMessage("请填写文号").MaximumLength(60).WithMessage("文号最多 60 字");
        RuleFor(c => c.DivisionCode).NotEmpty().When(c => c.Id is null).WithMessage("请选择制定机关级别");
        RuleFor(c => c.Title).NotEmpty().WithMessage("请填写标题").MaximumLength(200).WithMessage("标题最多 200 字");
        RuleFor(c => c.Issuer).MaximumLength(100).WithMessage("发文机关最多 100 字");
        RuleFor(c => c.Note).MaximumLength(500).WithMessage("备注最多 500 字");
        RuleFor(c => c.Text).MaximumLength(300_000).WithMessage("正文太长，请只录入与社会救助有关的部分");
        RuleFor(c => c.Scan).Must(s => s is null || s.Length <= MostBytes).WithMessage("扫描件超过 10 MB，请压缩后再上传").OverridePropertyName("File");
        RuleFor(c => c.Scan).Must(s => s is null || ScanTypes.Of(s) is not null).WithMessage("扫描件应为 PDF、JPG 或 PNG").OverridePropertyName("File");
    }
}

internal sealed class SavePaperHandler(StandardsDb db, ICurrentUser user, TimeProvider time) : IRequestHandler<SavePaper, Result<Guid>>
{
    public const string Conflict = "paper-changed";

    public async Task<Result<Guid>> Handle(SavePaper command, CancellationToken cancellationToken)
    {
        PolicyPaper paper;
        if (command.Id is { } id)
        {
            paper = await db.Papers.SingleAsync(p => p.Id == id, cancellationToken);
            if (paper.Version != command.Version)
            {
                return new Refusal(Conflict, "这份文件的登记刚才被别人改过，没有保存。下面列出不同之处，核对后可以再次保存");
            }

            paper.Version++;
        }
        else
        {
            var number = command.Number!.Trim();
            if (await db.Papers.AnyAsync(p => p.Number == number, cancellationToken))
            {
                throw new ValidationException([new(nameof(command.Number), $"{number} 已经登记过，请在列表中打开")]);
            }

            paper = new() { Id = Guid.CreateVersion7(), Number = number, Title = command.Title!, DivisionCode = command.DivisionCode! };
            db.Add(paper);
        }

        (paper.Title, paper.Issuer, paper.IssuedOn, paper.EffectiveOn) = (command.Title!.Trim(), Tidy(command.Issuer), command.IssuedOn, command.EffectiveOn);
        (paper.Status, paper.Text, paper.Note) = (command.Status, Tidy(command.Text), Tidy(command.Note));
        await AttachAsync(paper, command, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return paper.Id;
    }

    private async Task AttachAsync(PolicyPaper paper, SavePaper command, CancellationToken cancellationToken)
    {
        if (command.Scan is not { Length: > 0 } content)
        {
            return;
        }

        var scan = await db.Scans.SingleOrDefaultAsync(s => s.DocumentId == paper.Id, cancellationToken);
        if (scan is null)
        {
            scan = new() { DocumentId = paper.Id, FileName = "", ContentType = "", Content = [], Sha256 = "", AddedByName = "", AddedAt = default };
            db.Add(scan);
        }

        var type = ScanTypes.Of(content)!;
        (scan.FileName, scan.ContentType, scan.Content) = ($"{Path.GetFileNameWithoutExtension(command.FileName)}{type.Extension}", type.Media, content);
        (scan.Sha256, scan.AddedByName, scan.AddedAt) = (Convert.ToHexStringLower(SHA256.HashData(content)), user.Name, time.GetUtcNow());
    }

    private static string? Tidy(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

/// <summary>What kind of file it really is, whatever its name says.</summary>
internal sealed record ScanTypes(string Media, string Extension)
{
    public static ScanTypes? Of(ReadOnlySpan<byte> content) =>
        content.StartsWith("%PDF"u8) ? new("application/pdf", ".pdf")
        : content.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? new("image/jpeg", ".jpg")
        : content.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G']) ? new("image/png", ".png")
        : null;
}
