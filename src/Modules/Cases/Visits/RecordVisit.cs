using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialAssistance.Cases.CaseFiles;
using SocialAssistance.Cases.Data;
using SocialAssistance.Cases.Steps;
using SocialAssistance.Contracts.Accounts;
using SocialAssistance.Contracts.Cases;
using SocialAssistance.Platform.Messaging;
using SocialAssistance.Platform.Security;

namespace SocialAssistance.Cases.Visits;

/// <summary>Submits the home visit (提交调查): two different investigators, signed by both and by the family.</summary>
internal sealed record RecordVisit(Guid CaseId, int Version, VisitForm Form) : ICommand<VisitRecorded>, IReasoned
{
    public string? Reason => Form.CorrectionReason;
}

/// <summary>The stage after, and the amount before and after.</summary>
internal sealed record VisitRecorded(string Stage, decimal? AmountBefore, decimal? AmountAfter, int Corrections);

internal sealed class RecordVisitHandler(CasesDb db, StepGate gate, CaseDesk desk, ICurrentUser user, IAccounts accounts, TimeProvider time) : IRequestHandler<RecordVisit, Result<VisitRecorded>>
{
    public async Task<Result<VisitRecorded>> Handle(RecordVisit command, CancellationToken cancellationToken)
    {
        var form = command.Form;
        var (file, refusal) = await gate.OpenAsync(command.CaseId, command.Version, "cases.visit", cancellationToken, Stages.Investigating);
        if (refusal is not null)
        {
            return refusal;
        }

        if (file!.VisitDone)
        {
            return new Refusal("visit-done", "这一户已经完成入户调查。需要重新调查的，由负责人退回");
        }

        if (form.VisitedOn < file.AcceptedOn)
        {
            throw new ValidationException([new("VisitedOn", $"入户调查日期不能早于受理日期 {file.AcceptedOn:yyyy-MM-dd}，请修改")]);
        }

        var (secondId, secondName) = await SecondAsync(file, form, cancellationToken);
        if (secondId == user.Id || secondName == user.Name)
        {
            throw new ValidationException([new("Second", "两名调查人不能是同一个人，请另选一人（民发〔2021〕57号 第十六条）")]);
        }

        var facts = await desk.FactsAsync(file, cancellationToken);
        var before = file.MonthlyAmount;
        var corrections = form.Touched.Select(t => Correction(facts, t.Row)).ToArray();
        if (corrections.Length > 0)
        {
            var corrected = corrections.Aggregate(facts, (f, c) => new FactChange(c.Target, c.PersonId, c.Value, c.Period, "入户调查").Apply(f));
            desk.Learn(file, corrected, "visit", form.CorrectionReason);
        }

        db.Add(new HomeVisit
        {
            Id = Guid.CreateVersion7(), CaseId = file.Id, VisitedOn = form.VisitedOn!.Value, FirstInvestigatorId = user.Id!.Value, FirstInvestigator = user.Name,
            SecondInvestigatorId = secondId, SecondInvestigator = secondName, FirstSignature = form.FirstSignature!.Value, SecondSignature = form.SecondSignature!.Value,
            FamilySignature = form.FamilySignature!.Value, Photos = [.. form.Photos], FactVersion = corrections.Length > 0 ? file.FactVersion : null, RecordedAt = time.GetUtcNow(),
            Findings = new()
            {
                PersonsMet = form.PersonsMet!.Trim(), Housing = form.Housing!, HousingNote = form.HousingNote!.Trim(), Living = form.Living!.Trim(), IncomeFound = form.IncomeFound!.Trim(),
                Neighbours = form.Neighbours, Comparison = form.Comparison!, DifferenceNote = form.DifferenceNote, Corrections = corrections, CorrectionReason = form.CorrectionReason,
            },
        });
        await db.VisitDrafts.Where(d => d.CaseId == file.Id).ExecuteDeleteAsync(cancellationToken);
        file.CompleteVisit(desk.Today);
        desk.Tell(file, "visited", $"入户调查 {form.VisitedOn:yyyy-MM-dd}：{user.Name}、{secondName}，{VisitWords.Comparison[form.Comparison!]}{(corrections.Length > 0 ? $"，更正 {corrections.Length} 项" : "")}");
        await db.SaveChangesAsync(cancellationToken);
        return new VisitRecorded(file.Stage, before, file.MonthlyAmount, corrections.Length);
    }

    private async Task<(Guid? Id, string Name)> SecondAsync(CaseFile file, VisitForm form, CancellationToken cancellationToken)
    {
        if (form.Second == VisitWords.Cadre)
        {
            return (null, $"{form.CadreName!.Trim()}（{form.CadrePost!.Trim()}）");
        }

        var id = Guid.Parse(form.Second!);
        var people = await SecondInvestigators.OfAsync(accounts, file.DivisionCode, user.Id, cancellationToken);
        return people.FirstOrDefault(p => p.Id == id) is { } person
            ? (person.Id, person.Name)
            : throw new ValidationException([new("Second", id == user.Id ? "两名调查人不能是同一个人，请另选一人（民发〔2021〕57号 第十六条）" : "所选调查人不在本乡镇或已停用，请另选一人")]);
    }

    private static VisitCorrection Correction(CaseFacts facts, CorrectionRow row)
    {
        var income = FactChange.IsIncome(row.Target!);
        var person = income ? row.PersonId : null;
        return new(person, facts.Members.FirstOrDefault(m => m.PersonId == person)?.Name ?? "全家", row.Target!, FactChange.Current(facts, row.Target!, person), row.Value!.Value, income ? row.Period! : "month");
    }
}
