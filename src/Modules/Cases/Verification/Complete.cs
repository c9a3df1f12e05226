using FluentValidation;
using MediatR;
using SocialAssistance.Cases.CaseFiles;
using SocialAssistance.Cases.Data;
using SocialAssistance.Cases.Steps;
using SocialAssistance.Contracts.Cases;
using SocialAssistance.Contracts.Programs;
using SocialAssistance.Platform.Messaging;

namespace SocialAssistance.Cases.Verification;

/// <summary>Closes the verification with the property assessment (财产认定) when nothing is left open.</summary>
internal sealed record CompleteVerification(Guid CaseId, int Version, string? PropertyLimit) : ICommand<string>;

internal sealed class CompleteVerificationRules : AbstractValidator<CompleteVerification>
{
    public CompleteVerificationRules() =>
        RuleFor(c => c.PropertyLimit).Must(p => p is null || CaseVocabulary.PropertyLimits.ContainsKey(p)).WithMessage("请选择财产认定结果");
}

internal sealed class CompleteVerificationHandler(CasesDb db, StepGate gate, CaseDesk desk, VerificationDesk verification) : IRequestHandler<CompleteVerification, Result<string>>
{
    public async Task<Result<string>> Handle(CompleteVerification command, CancellationToken cancellationToken)
    {
        var (file, refusal) = await gate.OpenAsync(command.CaseId, command.Version, "cases.verify", cancellationToken, Stages.Investigating);
        if (refusal is not null)
        {
            return refusal;
        }

        var facts = await desk.FactsAsync(file!, cancellationToken);
        var profile = desk.Profile(file!.Program);
        if (command.PropertyLimit is null && profile.NeedsProperty)
        {
            throw new ValidationException([new("PropertyLimit", "请选择财产认定结果")]);
        }

        if (await verification.OrderAsync(file.Id, cancellationToken) is not { CompletedOn: null } order)
        {
            return new Refusal("not-commissioned", file.VerificationDone ? "信息核对已经完成" : "还没有委托信息核对。请先登记委托日期");
        }

        if (Open(facts, await verification.ResultsAsync(order, facts, cancellationToken), profile) is { } open)
        {
            return open;
        }

        var assessed = command.PropertyLimit is { } limit ? $"财产认定：{CaseVocabulary.PropertyLimits[limit]}" : null;
        if (assessed is not null && facts.PropertyLimit != command.PropertyLimit)
        {
            desk.Learn(file, facts with { PropertyLimit = command.PropertyLimit }, "verified", assessed);
        }

        (order.CompletedOn, order.CompletedByName) = (desk.Today, desk.UserName);
        file.CompleteVerification(desk.Today);
        desk.Tell(file, "verification-completed", assessed is null ? "信息核对完成" : $"信息核对完成，{assessed}");
        await db.SaveChangesAsync(cancellationToken);
        return file.Stage;
    }

    private static Refusal? Open(CaseFacts facts, IReadOnlyList<VerificationResult> rows, ProgramProfile profile)
    {
        if (facts.Members.FirstOrDefault(m => rows.All(r => r.PersonId != m.PersonId)) is { } unasked)
        {
            return new("unauthorised-member", $"{unasked.Name}还没有委托核对。请补签核对授权书后补充委托");
        }

        if (rows.FirstOrDefault(r => !r.IsResolved) is { } row)
        {
            var left = rows.Count(r => !r.IsResolved);
            return new("rows-open", $"还有 {left} 项没有处理，第一项是{row.PersonName}“{VerificationItems.Of(row.Item).Title}”。请{(row.Outcome is null ? "登记核对结果" : "说明处理理由")}后再完成核对");
        }

        return profile.Asks.HasFlag(ProgramFacts.Means) && VerificationDesk.UnknownIncome(facts) is [var first, ..] unknown
            ? new("income-unknown", $"{first}还没有了解{(unknown.Count > 1 ? $"，另有 {unknown.Count - 1} 项" : "")}。没有收入请填 0，核清后再完成核对；可在入户调查中更正")
            : null;
    }
}
