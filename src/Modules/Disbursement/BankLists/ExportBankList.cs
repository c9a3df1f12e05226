using FluentValidation;
using MediatR;
using SocialAssistance.Disbursement.BankTemplates;
using SocialAssistance.Disbursement.Data;
using SocialAssistance.Disbursement.Rosters;
using SocialAssistance.Platform.Audit;
using SocialAssistance.Platform.Messaging;
using SocialAssistance.Platform.Security;

namespace SocialAssistance.Disbursement.BankLists;

/// <summary>Hands the bank list out (送银行): only of a sealed roster, recorded with the digest of the file.</summary>
internal sealed record ExportBankListCommand : ICommand<BankFile>
{
    public Guid RosterId { get; init; }

    public string Template { get; init; } = "standard";

    /// <summary>As the template says, or one of the other formats of this once.</summary>
    public string Format { get; init; } = BankListWriter.AsTemplate;
}

internal sealed class ExportBankListValidator : AbstractValidator<ExportBankListCommand>
{
    public ExportBankListValidator()
    {
        RuleFor(c => c.Template).NotEmpty().WithMessage("请选择银行格式");
        RuleFor(c => c.Format).Must(BankListWriter.Formats.ContainsKey).WithMessage("请选择文件格式");
    }
}

internal sealed class ExportBankListHandler(DisbursementDb db, RosterWorkshop workshop, BankListWriter writer, TemplateBook templates, IAuditTrail audit, IAccess access, ICurrentUser user, TimeProvider time)
    : IRequestHandler<ExportBankListCommand, Result<BankFile>>
{
    public async Task<Result<BankFile>> Handle(ExportBankListCommand command, CancellationToken cancellationToken)
    {
        if (access.Require(Actions.Export) is { } refusal)
        {
            return refusal;
        }

        if (await workshop.LockAsync(command.RosterId, cancellationToken) is not { } roster)
        {
            return Actions.NoRoster;
        }

        if (!roster.IsSealed)
        {
            return new Refusal("not-sealed", "批次还没有复核封存，不能导出银行清单。请先由另一位资金岗复核");
        }

        if (await templates.NewestAsync(command.Template, cancellationToken) is not { } template)
        {
            return new Refusal("no-template", "没有这种银行格式。请重新选择");
        }

        // What leaves the house must be what was sealed, even if somebody changed the database behind the application.
        if (await workshop.FirstBrokenAsync(roster.Id, cancellationToken) is { } broken)
        {
            return new Refusal("broken", $"{broken}，已停止导出。请联系管理员核查，不要送银行");
        }

        var file = await writer.WriteAsync(roster, template, command.Format, cancellationToken);
        db.Add(new RosterExport
        {
            Id = Guid.CreateVersion7(), RosterId = roster.Id, Template = template.Code, TemplateVersion = template.Version, Format = command.Format, Rows = roster.Households, Total = roster.Total,
            Sha256 = file.Sha256, ExportedBy = user.Id ?? Guid.Empty, ExportedByName = user.Name, ExportedAt = time.GetUtcNow(),
        });
        roster.Send(time.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        await audit.ActedAsync("bank-list-exported", nameof(Roster), roster.Id.ToString(), null, new { roster.Number, template = $"{template.Code} {template.Version}", command.Format, file.Sha256 }, null, cancellationToken);
        return file;
    }
}
