using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialAssistance.Cases.CaseFiles;
using SocialAssistance.Cases.Data;
using SocialAssistance.Cases.Materials;
using SocialAssistance.Cases.Steps;
using SocialAssistance.Contracts.Cases;
using SocialAssistance.Platform.Messaging;
using SocialAssistance.Platform.Security;
using SocialAssistance.Platform.Time;

namespace SocialAssistance.Cases.Appraisals;

/// <summary>Records an appraisal (登记评议结果); only a disputed case has one.</summary>
internal sealed record RecordAppraisal : ICommand<string>
{
    public Guid CaseId { get; init; }

    public int Version { get; init; }

    public string? Trigger { get; init; }

    public DateOnly? HeldOn { get; init; }

    /// <summary>Names, one a line or separated by 、.</summary>
    public string? Attendees { get; init; }

    public int? VotesFor { get; init; }

    public int? VotesAgainst { get; init; }

    public string? Opinion { get; init; }

    public IReadOnlyList<FileContent> Minutes { get; init; } = [];

    public string[] Names => (Attendees ?? "").Split(['\n', '\r', '、', '，', ',', '；', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}

internal sealed class RecordAppraisalRules : AbstractValidator<RecordAppraisal>
{
    public RecordAppraisalRules(TimeProvider time)
    {
        RuleFor(c => c.Trigger).Must(t => AppraisalWords.Triggers.Any(x => x.Value == t)).WithMessage("请选择评议原因");
        RuleFor(c => c.HeldOn).Cascade(CascadeMode.Stop).NotNull().WithMessage("请填写评议日期").Must(d => d <= time.Today()).WithMessage("评议日期不能晚于今天，请修改");
        RuleFor(c => c.Names).NotEmpty().WithMessage("请填写参加评议的人员，一行一个").OverridePropertyName("Attendees");
        RuleFor(c => c.Attendees).MaximumLength(1000).WithMessage("最多 1000 字，请删减");
        RuleFor(c => c.VotesFor).NotNull().WithMessage("请填写同意票数").GreaterThanOrEqualTo(0).WithMessage("票数不能小于 0，请修改");
        RuleFor(c => c.VotesAgainst).Cascade(CascadeMode.Stop).NotNull().WithMessage("请填写不同意票数").GreaterThanOrEqualTo(0).WithMessage("票数不能小于 0，请修改")
            .Must((c, against) => (c.VotesFor ?? 0) + against <= c.Names.Length).WithMessage(c => $"票数合计超过参加人数 {c.Names.Length} 人，请核对");
        RuleFor(c => c.Opinion).MaximumLength(500).WithMessage("最多 500 字，请删减");
        RuleFor(c => c.Minutes).NotEmpty().WithMessage("请上传评议记录的照片").OverridePropertyName("MinutesFiles");
    }
}

internal sealed class RecordAppraisalHandler(CasesDb db, CaseDesk desk, IAccess access, StepGate gate, FileStore files, TimeProvider time) : IRequestHandler<RecordAppraisal, Result<string>>
{
    public async Task<Result<string>> Handle(RecordAppraisal command, CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(command.CaseId, cancellationToken) is not { } file)
        {
            return StepGate.Missing;
        }

        if (file.Stage != Stages.Disputed)
        {
            return new Refusal("no-dispute", $"这一户现在是“{Stages.Names[file.Stage]}”。{AppraisalWords.OnlyOnDispute}");
        }

        if (file.Require(command.Version, Stages.Disputed) is { } changed)
        {
            return changed;
        }

        if (!access.Allows("cases.appraise", file.DivisionCode, file.Stage))
        {
            return gate.NotYours("cases.appraise", file.Stage);
        }

        var objection = await db.Objections.Where(o => o.CaseId == file.Id && o.HandledOn == null).OrderBy(o => o.RecordedAt).FirstOrDefaultAsync(cancellationToken);
        var trigger = AppraisalWords.Triggers.Single(t => t.Value == command.Trigger);
        var names = command.Names;
        db.Add(new Appraisal
        {
            Id = Guid.CreateVersion7(), CaseId = file.Id, ObjectionId = objection?.Id, HeldOn = command.HeldOn!.Value, Trigger = $"{trigger.Text}（{trigger.Hint}）", Attendees = names,
            VotesFor = command.VotesFor!.Value, VotesAgainst = command.VotesAgainst!.Value, Opinion = command.Opinion, RecordedByName = desk.UserName, RecordedAt = time.GetUtcNow(),
            Minutes = [.. command.Minutes.Select(m => files.Add(m, "appraisal-minutes", file.DivisionCode, null, file.Id).Id)],
        });
        await Publicity.DisputeHandling.CloseAsync(db, file.Id, "民主评议", desk, cancellationToken);
        file.Move(Stages.Opinion, desk.Today);
        desk.Tell(file, "appraised", $"民主评议 {command.HeldOn:yyyy-MM-dd}：参加 {names.Length} 人，同意 {command.VotesFor} 票，不同意 {command.VotesAgainst} 票。重新提出初审意见");
        await db.SaveChangesAsync(cancellationToken);
        return file.Stage;
    }
}
