using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialAssistance.Cases.CaseFiles;
using SocialAssistance.Cases.Data;
using SocialAssistance.Cases.Materials;
using SocialAssistance.Cases.Steps;
using SocialAssistance.Contracts.Cases;
using SocialAssistance.Contracts.Programs;
using SocialAssistance.Platform.Messaging;

namespace SocialAssistance.Cases.Verification;

/// <summary>Registers that the county was asked to check these persons, whose consent is on file (委托核对).</summary>
internal sealed record Commission(Guid CaseId, int Version, DateOnly? CommissionedOn, IReadOnlyList<Guid> Authorised) : ICommand<int>;

internal sealed class CommissionRules : AbstractValidator<Commission>
{
    public CommissionRules(TimeProvider time)
    {
        RuleFor(c => c.CommissionedOn).NotNull().WithMessage("请填写委托日期");
        RuleFor(c => c.CommissionedOn).Must(d => d <= Platform.Time.ChinaTime.Today(time)).When(c => c.CommissionedOn is not null).WithMessage("委托日期不能晚于今天，请修改");
        RuleFor(c => c.Authorised).NotEmpty().WithMessage("请选择已签核对授权书的成员");
    }
}

internal sealed class CommissionHandler(CasesDb db, StepGate gate, CaseDesk desk, VerificationDesk verification) : IRequestHandler<Commission, Result<int>>
{
    public async Task<Result<int>> Handle(Commission command, CancellationToken cancellationToken)
    {
        var (file, refusal) = await gate.OpenAsync(command.CaseId, command.Version, "cases.verify", cancellationToken, Stages.Investigating);
        if (refusal is not null)
        {
            return refusal;
        }

        var day = command.CommissionedOn!.Value;
        if (day < file!.AcceptedOn)
        {
            return new Refusal("before-acceptance", $"委托日期不能早于受理日期 {file.AcceptedOn:yyyy-MM-dd}，请修改");
        }

        var facts = await desk.FactsAsync(file, cancellationToken);
        var order = await verification.OrderAsync(file.Id, cancellationToken);
        var asked = order is { CompletedOn: null } ? (await verification.ResultsAsync(order, facts, cancellationToken)).Select(r => r.PersonId).ToHashSet() : [];
        if (order is not { CompletedOn: null })
        {
            order = new() { Id = Guid.CreateVersion7(), CaseId = file.Id, Round = (order?.Round ?? 0) + 1, CommissionedOn = day, CommissionedByName = desk.UserName };
            db.Add(order);
        }

        var members = facts.Members.Where(m => command.Authorised.Contains(m.PersonId) && !asked.Contains(m.PersonId)).ToArray();
        if (members.Length == 0)
        {
            return new Refusal("nothing-new", "所选成员已经委托核对。请登记核对结果，或选择其他成员");
        }

        await RememberConsentAsync(file, members, day, cancellationToken);
        db.AddRange(members.SelectMany(m => VerificationDesk.RowsFor(order, facts, m, desk.Profile(file.Program).Asks.HasFlag(ProgramFacts.Means))));
        file.Touch();
        desk.Tell(file, "verification-commissioned", $"委托信息核对：{string.Join('、', members.Select(m => m.Name))}，委托日期 {day:yyyy-MM-dd}");
        await db.SaveChangesAsync(cancellationToken);
        return members.Length;
    }

    // Nobody is asked about without consent on file (新办〔2021〕20号 五（二）, 社会救助法 第四十一条); a tick here files a paper signed later.
    private async Task RememberConsentAsync(CaseFile file, IReadOnlyList<MemberFacts> members, DateOnly day, CancellationToken cancellationToken)
    {
        var known = await db.Authorisations.Where(a => a.CaseId == file.Id).Select(a => a.PersonId).ToListAsync(cancellationToken);
        db.AddRange(members.Where(m => !known.Contains(m.PersonId)).Select(m => new Authorisation
        {
            CaseId = file.Id, PersonId = m.PersonId, Name = m.Name, Status = VerificationDesk.IsAdult(m, day) ? "signed" : "guardian",
            Guardian = VerificationDesk.IsAdult(m, day) ? null : file.ApplicantName, SignedOn = day,
        }));
    }
}
