using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialAssistance.Cases.CaseFiles;
using SocialAssistance.Cases.Data;
using SocialAssistance.Cases.Steps;
using SocialAssistance.Contracts.Cases;
using SocialAssistance.Platform.Messaging;
using SocialAssistance.Platform.Security;
using SocialAssistance.Platform.Time;

namespace SocialAssistance.Cases.Changes;

/// <summary>Records what a person said before a benefit falls (登记听取意见).</summary>
internal sealed record RecordHearing : ICommand<string>
{
    public Guid CaseId { get; init; }

    public Guid ChangeId { get; init; }

    public int Version { get; init; }

    public DateOnly? ToldOn { get; init; }

    public string? ToldHow { get; init; }

    public DateOnly? HeardOn { get; init; }

    public string? HeardHow { get; init; }

    public string? Statement { get; init; }

    public DateOnly? ReplyUntil { get; init; }

    public bool Waived { get; init; }
}

internal sealed class RecordHearingRules : AbstractValidator<RecordHearing>
{
    public RecordHearingRules(TimeProvider time)
    {
        RuleFor(c => c.ToldOn).Cascade(CascadeMode.Stop).NotNull().WithMessage("请填写告知书送达日期").Must(d => d <= time.Today()).WithMessage("送达日期不能晚于今天，请修改");
        RuleFor(c => c.ToldHow).Must(h => h is not null && HearingWords.Told.ContainsKey(h)).WithMessage("请选择怎样送达");
        RuleFor(c => c.HeardOn).Cascade(CascadeMode.Stop).NotNull().WithMessage("请填写听取意见的日期").Must(d => d <= time.Today()).WithMessage("听取意见的日期不能晚于今天，请修改")
            .Must((c, d) => c.ToldOn is not { } told || d >= told).WithMessage("听取意见不能早于送达告知书，请修改");
        RuleFor(c => c.HeardHow).Must(h => h is not null && HearingWords.Heard.ContainsKey(h)).WithMessage("请选择怎样听取意见");
        RuleFor(c => c.Statement).NotEmpty().When(c => c.HeardHow != "silent").WithMessage("请记录本人的意见，没有不同意见的写“无异议”").MaximumLength(500).WithMessage("最多 500 字，请精简");
        RuleFor(c => c.ReplyUntil).Cascade(CascadeMode.Stop).NotNull().WithMessage("请填写答复期限的最后一天").Must((c, d) => c.ToldOn is not { } told || d >= told).WithMessage("答复期限不能早于送达日期，请修改");
        RuleFor(c => c.Waived).Must(w => !w).When(c => c.HeardHow == "silent").WithMessage("没有提出意见的，要等答复期限届满，不能勾选放弃");
    }
}

internal sealed class RecordHearingHandler(CasesDb db, CaseDesk desk, StepGate gate, ICurrentUser user, TimeProvider time) : IRequestHandler<RecordHearing, Result<string>>
{
    public async Task<Result<string>> Handle(RecordHearing command, CancellationToken cancellationToken)
    {
        var (file, refusal) = await gate.OpenAsync(command.CaseId, command.Version, "cases.hear", cancellationToken, Stages.InBenefit);
        if (refusal is not null)
        {
            return refusal;
        }

        if (await db.BenefitChanges.AsNoTracking().FirstOrDefaultAsync(c => c.Id == command.ChangeId && c.CaseId == file!.Id, cancellationToken) is not { Status: ChangeStatus.Proposed } change)
        {
            return new Refusal("change-decided", "这项变更已经办理过，不能再登记听取意见");
        }

        var hearing = new Hearing
        {
            Id = Guid.CreateVersion7(), CaseId = file!.Id, ChangeId = change.Id, ToldOn = command.ToldOn!.Value, ToldHow = command.ToldHow!, HeardOn = command.HeardOn!.Value, HeardHow = command.HeardHow!,
            Statement = command.Statement?.Trim(), ReplyUntil = command.ReplyUntil!.Value, Waived = command.Waived, RecordedBy = user.Id!.Value, RecordedByName = user.Name, RecordedAt = time.GetUtcNow(),
        };
        db.Add(hearing);
        file.Touch();
        desk.Tell(file, "heard", $"听取意见：{HearingWords.Heard[hearing.HeardHow]}，{hearing.HeardOn:yyyy-MM-dd}{(hearing.Waived ? "，本人放弃余下的答复期限" : $"，答复期限至 {hearing.ReplyUntil:yyyy-MM-dd}")}");
        await db.SaveChangesAsync(cancellationToken);
        return hearing.IsOver(desk.Today) ? "听取意见已登记，负责人可以确认。" : $"听取意见已登记，答复期限 {hearing.ReplyUntil:yyyy-MM-dd} 届满后负责人才能确认。";
    }
}
