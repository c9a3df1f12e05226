using FluentValidation;
using MediatR;
using SocialAssistance.Cases.CaseFiles;
using SocialAssistance.Cases.Data;
using SocialAssistance.Cases.Steps;
using SocialAssistance.Cases.Verification;
using SocialAssistance.Contracts.Cases;
using SocialAssistance.Contracts.Programs;
using SocialAssistance.Platform.Messaging;
using SocialAssistance.Platform.Security;
using SocialAssistance.Platform.TagHelpers;

namespace SocialAssistance.Cases.Opinions;

/// <summary>Gives the first opinion (提交公示) on a determination made at this moment. No amount travels with it: the engine's is taken.</summary>
internal sealed record GiveOpinion(Guid CaseId, int Version, string? Choice, string? Deviation) : ICommand<OpinionGiven>;

/// <summary>Where the case went.</summary>
internal sealed record OpinionGiven(string Stage, decimal MonthlyAmount, string Recommendation);

internal sealed class GiveOpinionRules : AbstractValidator<GiveOpinion>
{
    public GiveOpinionRules()
    {
        RuleFor(c => c.Choice).NotEmpty().WithMessage("请选择初审意见");
        RuleFor(c => c.Deviation).MaximumLength(500).WithMessage("理由最多 500 字，请删减");
    }
}

internal sealed class GiveOpinionHandler(CasesDb db, StepGate gate, CaseDesk desk, RequestContext context, ICurrentUser user, TimeProvider time) : IRequestHandler<GiveOpinion, Result<OpinionGiven>>
{
    public async Task<Result<OpinionGiven>> Handle(GiveOpinion command, CancellationToken cancellationToken)
    {
        var (file, refusal) = await gate.OpenAsync(command.CaseId, command.Version, "cases.opinion", cancellationToken, Stages.Opinion);
        if (refusal is not null)
        {
            return refusal;
        }

        var profile = desk.Profile(file!.Program);
        if (OpinionReasons.Of(profile, command.Choice) is not { } choice)
        {
            throw new ValidationException([new("Choice", "请选择初审意见")]);
        }

        context.Reason = choice.Text;
        var facts = await desk.FactsAsync(file, cancellationToken);
        if (profile.Asks.HasFlag(ProgramFacts.Means) && VerificationDesk.UnknownIncome(facts) is [var unknown, ..])
        {
            return new Refusal("income-unknown", $"{unknown}还没有了解，不能提出初审意见。请退回调查核清");
        }

        var (published, record) = (file.MonthlyAmount, desk.Determine(file, facts, "opinion"));
        if (record.Outcome == "undetermined")
        {
            return new Refusal("undetermined", $"系统还不能得出结果：{string.Join('；', record.Assessment.Warnings.DefaultIfEmpty("缺少标准或财产认定"))}。请补齐后再提出意见");
        }

        var recommendation = OpinionReasons.Recommendation(choice.Value);
        var agrees = OpinionReasons.Agrees(recommendation, record.Outcome);
        if (!agrees && string.IsNullOrWhiteSpace(command.Deviation))
        {
            throw new ValidationException([new("Deviation", $"系统测算为“{AssessmentWords.Outcome(record.Assessment)}”，与所选意见不同。请填写理由，或退回更正家庭情况")]);
        }

        if (recommendation == OpinionReasons.Confirm && record.MonthlyAmount <= 0)
        {
            return new Refusal("nothing-to-pay", "按现行标准测算没有保障金，不能建议确认。家庭情况有误的，请退回调查更正");
        }

        var covered = record.Assessment.Amounts.Where(a => a.PersonId is not null).Select(a => a.PersonId).Distinct().Count();
        db.Add(new CaseOpinion
        {
            Id = Guid.CreateVersion7(), CaseId = file.Id, Recommendation = recommendation, Reason = $"{choice.Text}（{choice.Hint}）", Deviation = agrees ? null : command.Deviation!.Trim(),
            DeterminationId = record.Id, MonthlyAmount = record.MonthlyAmount, PersonsCovered = covered == 0 ? facts.Members.Count : covered,
            GivenBy = user.Id!.Value, GivenByName = user.Name, GivenAt = time.GetUtcNow(),
        });
        Forward(file, profile, facts, recommendation);
        desk.Tell(file, "opinion", $"初审意见：{choice.Text}，测算每月 {Show.Money(record.MonthlyAmount)} 元{(published != record.MonthlyAmount ? $"（此前测算 {Show.Money(published)} 元）" : "")}{(agrees ? "" : $"；与测算不同，理由：{command.Deviation!.Trim()}")}");
        await db.SaveChangesAsync(cancellationToken);
        return new OpinionGiven(file.Stage, record.MonthlyAmount, recommendation);
    }

    private void Forward(CaseFile file, ProgramProfile profile, CaseFacts facts, string recommendation)
    {
        // A sheet on the wall about children alone would protect nobody (未成年人保护法 第四条, 第六十三条).
        var minorsOnly = facts.Members.All(m => !VerificationDesk.IsAdult(m, desk.Today));
        if (recommendation == OpinionReasons.Confirm && !minorsOnly && profile.Publicity.Required)
        {
            file.Move(Stages.Publicity, desk.Today);
            return;
        }

        file.Move(Stages.Confirmation, desk.Today);
        desk.Tell(file, "not-published", !profile.Publicity.Required ? $"{profile.FullName}不公示（{profile.Publicity.Source}），直接报审核确认" : minorsOnly ? "家庭成员都是未成年人，不公示，直接报审核确认" : "建议不予确认，没有拟保障内容，不公示，直接报审核确认");
    }
}
