using FluentValidation;
using MediatR;
using SocialAssistance.Cases.CaseFiles;
using SocialAssistance.Cases.Data;
using SocialAssistance.Contracts.Cases;
using SocialAssistance.Contracts.Programs;
using SocialAssistance.Platform.Messaging;
using SocialAssistance.Platform.Security;
using SocialAssistance.Platform.TagHelpers;
using SocialAssistance.Rules.Values;

namespace SocialAssistance.Cases.Decisions;

/// <summary>Confirms, declines or returns one case (审核确认). The amount is the engine's; only its inputs can be changed, earlier.</summary>
internal sealed record DecideCaseCommand : ICommand<string>, IReasoned
{
    public Guid CaseId { get; init; }

    public int Version { get; init; }

    /// <summary><c>confirm</c>, <c>decline</c> or <c>return</c>.</summary>
    public string Decision { get; init; } = "";

    public string? DeclineReason { get; init; }

    public string? ReturnReason { get; init; }

    public string? Note { get; init; }

    public string? Reason => Decision switch
    {
        "return" => Join(DeclineReasons.Text(DeclineReasons.Return, ReturnReason ?? ""), Note),
        _ => Note,
    };

    internal static string Join(string reason, string? note) => string.IsNullOrWhiteSpace(note) ? reason : $"{reason}。{note}";
}

internal sealed class DecideCaseValidator : AbstractValidator<DecideCaseCommand>
{
    public DecideCaseValidator()
    {
        RuleFor(c => c.Decision).Must(d => d is "confirm" or "decline" or "return").WithMessage("请选择确认、不予确认或退回");
        RuleFor(c => c.DeclineReason).NotEmpty().When(c => c.Decision == "decline").WithMessage("请选择不予确认的原因，通知书上会写明");
        RuleFor(c => c.ReturnReason).NotEmpty().When(c => c.Decision == "return").WithMessage("请选择退回的原因，经办人会看到");
        RuleFor(c => c.Note).MaximumLength(200).WithMessage("说明最多 200 字，请精简");
    }
}

internal sealed class DecideCaseHandler(CasesDb db, CaseDesk desk, IAccess access, ConflictCheck conflicts, RequestContext context, Deciders deciders, ICurrentUser user, IMediator mediator)
    : IRequestHandler<DecideCaseCommand, Result<string>>
{
    private static readonly Refusal Unknown = new("case-unknown", "没有找到这份案卷，可能不在本辖区。请返回待办重新打开");
    private static readonly Refusal NotEligible = new("not-eligible", "按现行标准和最新家庭情况测算，这户不符合条件，不能确认。可以选择“不予确认”，或“退回”补充调查");
    private static readonly Refusal Eligible = new("eligible", "按现行标准测算，这户符合收入条件，不能以收入为由不予确认。家庭情况有误的，请选择“退回”重新调查");
    private static readonly Refusal NoPayee = new("no-payee", "这户还没有发放账户，确认后不能发放。请退回经办人补登账户");
    private static readonly Refusal OwnCase = new("own-case", "这户由你受理或提出初审意见，不能由本人确认。请由其他负责人办理");

    public async Task<Result<string>> Handle(DecideCaseCommand command, CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(command.CaseId, cancellationToken) is not { } file)
        {
            return Unknown;
        }

        if (file.Require(command.Version, Stages.Confirmation) is { } refusal)
        {
            return refusal;
        }

        if (!access.Allows("cases.confirm", file.DivisionCode, file.Stage))
        {
            return new Refusal("not-yours", $"这一步由{access.WhoCan("cases.confirm", file.Stage)}办理");
        }

        if (file.AcceptedBy == user.Id)
        {
            return OwnCase;
        }

        if (command.Decision != "return" && await deciders.RefuseAsync(file, file.MonthlyAmount ?? 0, "审核确认", cancellationToken) is { } undelegated)
        {
            return undelegated;
        }

        return command.Decision switch
        {
            "confirm" => await ConfirmAsync(file, cancellationToken),
            "decline" => await DeclineAsync(file, command, cancellationToken),
            _ => await ReturnAsync(file, command, cancellationToken),
        };
    }

    private async Task<Result<string>> ConfirmAsync(CaseFile file, CancellationToken cancellationToken)
    {
        if (desk.Held(file) is [_, ..] held)
        {
            return new Refusal("figures-held", $"文件说明新的“{string.Join("”“", held)}”即将公布，公布前可以测算，暂缓确认");
        }

        var facts = await desk.FactsAsync(file, cancellationToken);
        var published = file.MonthlyAmount;
        var record = desk.Determine(file, facts, "confirmation");
        if (record.Outcome != "eligible" || record.MonthlyAmount <= 0)
        {
            return NotEligible;
        }

        if (record.MonthlyAmount != published)
        {
            return new Refusal("amount-changed", $"公示的金额是 {Show.Money(published)} 元，按现行标准应为 {Show.Money(record.MonthlyAmount)} 元。请退回重新提出初审意见并公示");
        }

        if (facts.Payee is not { } payee)
        {
            return NoPayee;
        }

        if (await conflicts.FindAsync(facts, record.Assessment, desk.Today, cancellationToken) is [var conflict, ..])
        {
            return new Refusal("conflicting-benefit", conflict);
        }

        var start = desk.StartMonthOf(file);
        file.Confirm(desk.Today, user.Id!.Value, user.Name, start.FirstDay);
        desk.Tell(file, "confirmed", $"审核确认：{Show.Month(start.FirstDay)}起每月 {Show.Money(record.MonthlyAmount)} 元");
        await db.SaveChangesAsync(cancellationToken);
        await mediator.Publish(Confirmed(file, facts, payee, record, start), cancellationToken);
        return $"已确认{file.ApplicantName}户，{Show.Month(start.FirstDay)}起每月 {Show.Money(record.MonthlyAmount)} 元。";
    }

    private async Task<Result<string>> DeclineAsync(CaseFile file, DecideCaseCommand command, CancellationToken cancellationToken)
    {
        if (DeclineReasons.Decline(desk.Profile(file.Program)).FirstOrDefault(r => r.Value == command.DeclineReason) is not { } chosen)
        {
            throw new ValidationException([new("DeclineReason", "请选择不予确认的原因，通知书上会写明")]);
        }

        var reason = DecideCaseCommand.Join($"{chosen.Text}（{chosen.Hint}）", command.Note);
        context.Reason = reason;
        var record = desk.Determine(file, await desk.FactsAsync(file, cancellationToken), "confirmation");
        if (command.DeclineReason == "income" && record.Outcome == "eligible")
        {
            return Eligible;
        }

        file.Decline(desk.Today, user.Id!.Value, user.Name, reason);
        desk.Tell(file, "declined", $"不予确认：{reason}");
        await db.SaveChangesAsync(cancellationToken);
        return $"已作出不予确认决定，{file.ApplicantName}户。请在 3 个工作日内送达通知书。";
    }

    private async Task<Result<string>> ReturnAsync(CaseFile file, DecideCaseCommand command, CancellationToken cancellationToken)
    {
        file.ReturnToInvestigation(desk.Today, command.ReturnReason is "verify" or "both", command.ReturnReason is "visit" or "both");
        desk.Tell(file, "returned", $"退回：{command.Reason}");
        await db.SaveChangesAsync(cancellationToken);
        return $"已退回{file.ApplicantName}户，经办人的待办里会出现。";
    }

    private static CaseConfirmed Confirmed(CaseFile file, CaseFacts facts, PayeeFacts payee, DeterminationRecord record, BenefitMonth start)
    {
        var numbers = facts.Members.ToDictionary(m => m.PersonId, m => m.IdNumber);
        return new(
            file.Id, file.Number, file.HouseholdId, file.DivisionCode, file.Program, record.Id, file.ApplicantName, facts.Area, start, payee,
            [.. record.Assessment.Amounts.Select(a => new ConfirmedAmount(a.PersonId, a.PersonName, a.PersonId is { } id ? numbers.GetValueOrDefault(id) : null, a.Benefit, a.Amount, a.Basis))],
            AssessmentWords.Line(record.Assessment));
    }
}
