using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SocialAssistance.Cases.CaseFiles;
using SocialAssistance.Cases.Data;
using SocialAssistance.Cases.Steps;
using SocialAssistance.Contracts.Cases;
using SocialAssistance.Platform.Security;
using SocialAssistance.Platform.TagHelpers;

namespace SocialAssistance.Cases.Verification;

/// <summary>Registers the commission: when, and about whom consent is on file.</summary>
[Allow("cases.verify")]
internal sealed class CommissionPageModel(CaseViewing viewing, IMediator mediator, CasesDb db, CaseDesk desk, VerificationDesk verification) : StepPage(viewing, db)
{
    [BindProperty]
    public CommissionInput Input { get; set; } = new();

    public IReadOnlyList<Choice> Members { get; private set; } = [];

    public DateOnly StartBy { get; private set; }

    public string StartBySource { get; private set; } = "";

    protected override string Purpose => "委托信息核对";

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
        {
            return await InvalidAsync(cancellationToken);
        }

        var result = await mediator.Send(new Commission(CaseId, Version, Input.CommissionedOn, Input.Authorised), cancellationToken);
        if (result.Refusal is { } refusal)
        {
            return await AgainAsync(refusal, cancellationToken);
        }

        this.Success($"已委托核对 {result.Value} 人。收到反馈后在本页登记，或从文件导入。");
        return LocalRedirect(StepLinks.Verification(CaseId));
    }

    protected override async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        var file = (await desk.FindAsync(CaseId, cancellationToken))!;
        (StartBy, StartBySource) = verification.StartBy(file.AcceptedOn);
        var facts = await desk.FactsAsync(file, cancellationToken);
        var signed = await Db.Authorisations.AsNoTracking().Where(a => a.CaseId == CaseId).ToDictionaryAsync(a => a.PersonId, a => a.SignedOn, cancellationToken);
        var order = await verification.OrderAsync(CaseId, cancellationToken);
        var asked = order is { CompletedOn: null } ? (await verification.ResultsAsync(order, facts, cancellationToken)).Select(r => r.PersonId).ToHashSet() : [];
        Members = [.. facts.Members.Where(m => !asked.Contains(m.PersonId)).Select(m => new Choice(m.PersonId.ToString(), m.Name, signed.TryGetValue(m.PersonId, out var day) ? $"授权书 {Show.Date(day)} 已签" : "还没有登记授权书"))];
        if (IsFirstView)
        {
            Input.CommissionedOn = desk.Today;
            Input.Authorised = [.. facts.Members.Where(m => !asked.Contains(m.PersonId) && signed.ContainsKey(m.PersonId)).Select(m => m.PersonId)];
        }

        return true;
    }
}

/// <summary>What is typed.</summary>
internal sealed class CommissionInput
{
    public DateOnly? CommissionedOn { get; set; }

    public List<Guid> Authorised { get; set; } = [];
}
