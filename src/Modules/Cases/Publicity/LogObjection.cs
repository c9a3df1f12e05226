using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialAssistance.Cases.CaseFiles;
using SocialAssistance.Cases.Data;
using SocialAssistance.Cases.Steps;
using SocialAssistance.Contracts.Cases;
using SocialAssistance.Platform.Messaging;
using SocialAssistance.Platform.Time;

namespace SocialAssistance.Cases.Publicity;

/// <summary>Logs an objection (登记异议); the family's case becomes disputed at once.</summary>
internal sealed record LogObjection : ICommand<Guid>
{
    public Guid NoticeId { get; init; }

    public Guid CaseId { get; init; }

    public int? Version { get; init; }

    public DateOnly? ReceivedOn { get; init; }

    public string? Channel { get; init; }

    public string? Content { get; init; }

    public string? ObjectorName { get; init; }

    public string? ObjectorPhone { get; init; }
}

internal sealed class LogObjectionRules : AbstractValidator<LogObjection>
{
    public LogObjectionRules(TimeProvider time)
    {
        RuleFor(c => c.ReceivedOn).Cascade(CascadeMode.Stop).NotNull().WithMessage("请填写收到异议的日期").Must(d => d <= time.Today()).WithMessage("收到日期不能晚于今天，请修改");
        RuleFor(c => c.Channel).Must(c => ObjectionWords.Channels.Any(x => x.Value == c)).WithMessage("请选择反映渠道");
        RuleFor(c => c.Content).Cascade(CascadeMode.Stop).NotEmpty().WithMessage("请填写异议内容").MaximumLength(500).WithMessage("最多 500 字，请删减");
        RuleFor(c => c.ObjectorName).MaximumLength(50).WithMessage("姓名最多 50 字，请删减");
        RuleFor(c => c.ObjectorPhone).MaximumLength(30).WithMessage("电话最多 30 位，请核对");
    }
}

internal sealed class LogObjectionHandler(CasesDb db, StepGate gate, CaseDesk desk, TimeProvider time) : IRequestHandler<LogObjection, Result<Guid>>
{
    public async Task<Result<Guid>> Handle(LogObjection command, CancellationToken cancellationToken)
    {
        var (file, refusal) = await gate.OpenAsync(command.CaseId, command.Version, "publicity.object", cancellationToken, Stages.Publicity);
        if (refusal is not null)
        {
            return refusal;
        }

        var line = await db.PublicityLines.FirstOrDefaultAsync(l => l.NoticeId == command.NoticeId && l.CaseId == command.CaseId && l.Outcome == null, cancellationToken);
        if (line is null)
        {
            return new Refusal("not-published", "这一户不在这份公示中或公示已经结束，请从公示管理重新打开");
        }

        var objection = new Objection
        {
            Id = Guid.CreateVersion7(), CaseId = command.CaseId, NoticeId = command.NoticeId, ReceivedOn = command.ReceivedOn!.Value,
            Channel = ObjectionWords.Channels.Single(c => c.Value == command.Channel).Text, Content = command.Content!.Trim(), ObjectorName = command.ObjectorName, ObjectorPhone = command.ObjectorPhone,
            RecordedByName = desk.UserName, RecordedAt = time.GetUtcNow(),
        };
        db.Add(objection);
        line.Outcome = "objected";
        await desk.ResumeAsync(file!, cancellationToken);
        file!.Move(Stages.Disputed, desk.Today);
        desk.Tell(file, "objection", $"公示期间收到异议（{objection.Channel}），须重新调查或者民主评议");
        await db.SaveChangesAsync(cancellationToken);
        return objection.Id;
    }
}
