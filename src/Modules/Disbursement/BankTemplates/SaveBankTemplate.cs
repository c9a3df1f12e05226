using MediatR;
using SocialAssistance.Disbursement.Data;
using SocialAssistance.Disbursement.Rosters;
using SocialAssistance.Platform.Data;
using SocialAssistance.Platform.Messaging;
using SocialAssistance.Platform.Security;

namespace SocialAssistance.Disbursement.BankTemplates;

/// <summary>Writes a new version of a bank's template, or the first of a new one; nothing is overwritten.</summary>
internal sealed record SaveBankTemplateCommand : TemplateInput, ICommand<BankTemplate>
{
    public SaveBankTemplateCommand(TemplateInput input)
        : base(input)
    {
    }

    /// <summary>Empty for a new template.</summary>
    public string? Code { get; init; }

    /// <summary>The version the page was filled from.</summary>
    public int Seen { get; init; }
}

internal sealed class SaveBankTemplateValidator : TemplateRules<SaveBankTemplateCommand>;

internal sealed class SaveBankTemplateHandler(DisbursementDb db, UnitOfWork unitOfWork, TemplateBook book, IAccess access, ICurrentUser user, TimeProvider time)
    : IRequestHandler<SaveBankTemplateCommand, Result<BankTemplate>>
{
    public async Task<Result<BankTemplate>> Handle(SaveBankTemplateCommand command, CancellationToken cancellationToken)
    {
        if (access.Require(Actions.Templates) is { } refusal)
        {
            return refusal;
        }

        await unitOfWork.ExecuteAsync("select pg_advisory_xact_lock(5760, 3)", [], cancellationToken);
        var all = await book.NewestAsync(cancellationToken);
        var last = string.IsNullOrEmpty(command.Code) ? null : all.FirstOrDefault(t => t.Code == command.Code);
        if (!string.IsNullOrEmpty(command.Code) && last is null)
        {
            return new Refusal("no-template", "没有这种银行格式。请回到列表重新选择");
        }

        if (last is not null && last.Version != command.Seen)
        {
            return new Refusal("overtaken", $"{last.RecordedByName}刚才保存了第 {last.Version} 版。请打开最新版再改");
        }

        if (all.Any(t => t.Name == command.Name!.Trim() && t.Code != last?.Code))
        {
            return new Refusal("same-name", $"已有名为“{command.Name!.Trim()}”的格式。请改那一个，或换一个名称");
        }

        var position = last?.Position ?? (all.Count == 0 ? 1 : all.Max(t => t.Position) + 1);
        var template = command.Template(last?.Code ?? $"bank-{position}", (last?.Version ?? 0) + 1, position, time.GetUtcNow(), user.Name);
        db.Add(template);
        await db.SaveChangesAsync(cancellationToken);
        return template;
    }
}
