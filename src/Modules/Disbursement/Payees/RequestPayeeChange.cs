using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialAssistance.Contracts.Cases;
using SocialAssistance.Disbursement.Data;
using SocialAssistance.Disbursement.Returns;
using SocialAssistance.Disbursement.Rosters;
using SocialAssistance.Platform.Data;
using SocialAssistance.Platform.Messaging;
using SocialAssistance.Platform.Security;

namespace SocialAssistance.Disbursement.Payees;

/// <summary>Asks for another account (变更领款账号), with what was seen; somebody else approves it.</summary>
internal sealed record RequestPayeeChangeCommand : ICommand<string>, IReasoned
{
    public Guid CaseId { get; init; }

    public string? Holder { get; init; }

    public string? HolderIdNumber { get; init; }

    public string? Bank { get; init; }

    public string? Account { get; init; }

    public string? Evidence { get; init; }

    public string? Reason { get; init; }

    public byte[] Scan { get; init; } = [];
}

internal sealed class RequestPayeeChangeValidator : AbstractValidator<RequestPayeeChangeCommand>
{
    public RequestPayeeChangeValidator()
    {
        RuleFor(c => c.Holder).NotEmpty().WithMessage("请填写领款人姓名，与存折或社保卡一致");
        RuleFor(c => c.HolderIdNumber).Must(n => string.IsNullOrWhiteSpace(n) || ReturnText.Plain(n).Length == 18).WithMessage("身份证号应为 18 位，请核对证件");
        RuleFor(c => c.Bank).NotEmpty().WithMessage("请填写开户行");
        RuleFor(c => c.Account).Must(a => Accounts.IsPlausible(ReturnText.Plain(a))).WithMessage("账号应为 12 至 25 位数字，请核对存折或社保卡");
        RuleFor(c => c.Evidence).NotEmpty().WithMessage("请写明看过的凭证，例如“新存折首页”");
        RuleFor(c => c.Reason).NotEmpty().WithMessage("请填写变更原因");
        RuleFor(c => c.Scan).Must(s => s.Length == 0 || Scans.TypeOf(s) is not null).WithMessage("只能上传 PDF、JPG、PNG。Word 文件请另存为 PDF 后再传");
        RuleFor(c => c.Scan).Must(s => s.Length <= Scans.Largest).WithMessage("照片超过 10 MB。请重新拍照或选小一点的图片");
    }
}

internal sealed class RequestPayeeChangeHandler(DisbursementDb db, UnitOfWork unitOfWork, ICases cases, IAccess access, ICurrentUser user, TimeProvider time)
    : IRequestHandler<RequestPayeeChangeCommand, Result<string>>
{
    public async Task<Result<string>> Handle(RequestPayeeChangeCommand command, CancellationToken cancellationToken)
    {
        if (await cases.FindAsync(command.CaseId, cancellationToken) is not { } header)
        {
            return new Refusal("no-case", "没有找到这一户，或者不在你的辖区");
        }

        if (!access.Allows(Actions.RequestPayee, header.DivisionCode, header.Stage))
        {
            return new Refusal("not-permitted", $"这一步由{access.WhoCan(Actions.RequestPayee)}办理");
        }

        if (await db.PayeeChanges.AnyAsync(c => c.HouseholdId == header.HouseholdId && c.Status == PayeeChange.Requested, cancellationToken))
        {
            return new Refusal("change-open", "这一户已有一笔账号变更在等待审核。请先审核那一笔");
        }

        var idNumber = ReturnText.Plain(command.HolderIdNumber).ToUpperInvariant();
        var change = new PayeeChange
        {
            Id = Guid.CreateVersion7(), HouseholdId = header.HouseholdId, CaseId = header.Id, DivisionCode = header.DivisionCode, HeadName = header.ApplicantName,
            Holder = command.Holder!.Trim(), HolderIdNumber = idNumber.Length > 0 ? idNumber : command.Holder.Trim() == header.ApplicantName ? header.ApplicantIdNumber : null,
            Bank = command.Bank!.Trim(), Account = ReturnText.Plain(command.Account), Evidence = command.Evidence!.Trim(), Reason = command.Reason!.Trim(),
            RequestedBy = user.Id ?? Guid.Empty, RequestedByName = user.Name, RequestedAt = time.GetUtcNow(),
        };
        db.Add(change);
        await db.SaveChangesAsync(cancellationToken);
        if (command.Scan.Length > 0)
        {
            await unitOfWork.ExecuteAsync("insert into disbursement.payee_evidence (change_id, content_type, content) values ($1, $2, $3)",
                [change.Id, Scans.TypeOf(command.Scan)!, command.Scan], cancellationToken);
        }

        return change.HeadName;
    }
}

internal static class Accounts
{
    /// <summary>12 to 25 digits: cards, passbooks and social-security cards of the banks that pay benefits.</summary>
    public static bool IsPlausible(string account) => account.Length is >= 12 and <= 25 && account.All(char.IsAsciiDigit);
}

internal static class Scans
{
    public const int Largest = 10 * 1024 * 1024;

    /// <summary>The type by what the file holds, not by its name; null when it is none that is accepted.</summary>
    public static string? TypeOf(byte[] content) => content switch
    {
        [0x25, 0x50, 0x44, 0x46, ..] => "application/pdf",
        [0xFF, 0xD8, 0xFF, ..] => "image/jpeg",
        [0x89, 0x50, 0x4E, 0x47, ..] => "image/png",
        _ => null,
    };
}
