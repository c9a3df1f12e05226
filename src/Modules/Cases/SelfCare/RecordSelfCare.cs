using FluentValidation;
using MediatR;
using SocialAssistance.Cases.CaseFiles;
using SocialAssistance.Cases.Data;
using SocialAssistance.Cases.Steps;
using SocialAssistance.Contracts.Cases;
using SocialAssistance.Platform.Messaging;
using SocialAssistance.Platform.Time;

namespace SocialAssistance.Cases.SelfCare;

/// <summary>Records what the survey found of one person: the six items of self-care, who could support, where the person is cared for.</summary>
internal sealed record RecordSelfCare : ICommand<decimal>
{
    public Guid CaseId { get; init; }

    public int Version { get; init; }

    public Guid? PersonId { get; init; }

    public IReadOnlyList<string> Failed { get; init; } = [];

    public string? AssessedBy { get; init; }

    public DateOnly? AssessedOn { get; init; }

    public string? Obligor { get; init; }

    public string? CareSetting { get; init; }
}

internal sealed class RecordSelfCareRules : AbstractValidator<RecordSelfCare>
{
    public RecordSelfCareRules(TimeProvider time)
    {
        RuleFor(c => c.PersonId).NotNull().WithMessage("请选择评估的是谁");
        RuleFor(c => c.AssessedBy).NotEmpty().WithMessage("请填写评估人或机构").MaximumLength(50).WithMessage("最多 50 字，请删减");
        RuleFor(c => c.AssessedOn).Cascade(CascadeMode.Stop).NotNull().WithMessage("请填写评估日期").Must(d => d <= time.Today()).WithMessage("评估日期不能晚于今天，请修改");
        RuleFor(c => c.Obligor).Must(o => o is not null && CaseVocabulary.SupportObligors.ContainsKey(o)).WithMessage("请选择法定义务人情况");
        RuleFor(c => c.CareSetting).Must(s => s is not null && CaseVocabulary.CareSettings.ContainsKey(s)).WithMessage("请选择供养方式");
    }
}

internal sealed class RecordSelfCareHandler(CasesDb db, StepGate gate, CaseDesk desk) : IRequestHandler<RecordSelfCare, Result<decimal>>
{
    public async Task<Result<decimal>> Handle(RecordSelfCare command, CancellationToken cancellationToken)
    {
        var (file, refusal) = await gate.OpenAsync(command.CaseId, command.Version, "cases.assess-self-care", cancellationToken, Stages.Investigating, Stages.Opinion);
        if (refusal is not null)
        {
            return refusal;
        }

        var facts = await desk.FactsAsync(file!, cancellationToken);
        if (facts.Members.FirstOrDefault(m => m.PersonId == command.PersonId && m.ExtremePovertyGround is not null) is not { } person)
        {
            return new Refusal("not-applying", "此人没有申请特困供养，不需要评估自理能力。请选择申请供养的人");
        }

        var found = person with
        {
            SelfCare = new([.. CaseVocabulary.SelfCareItems.Keys.Where(command.Failed.Contains)], command.AssessedBy!.Trim(), command.AssessedOn!.Value),
            SupportObligor = command.Obligor, CareSetting = command.CareSetting!,
        };
        var record = desk.Learn(file!, facts with { Members = [.. facts.Members.Select(m => m.PersonId == person.PersonId ? found : m)] }, "self-care", RecognitionWords.SelfCare(found.SelfCare));
        desk.Tell(file!, "self-care", $"评估{person.Name}生活自理能力，{command.AssessedOn:yyyy-MM-dd}，{command.AssessedBy!.Trim()}");
        await db.SaveChangesAsync(cancellationToken);
        return record.MonthlyAmount;
    }
}
