using MediatR;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SocialAssistance.Cases.CaseFiles;
using SocialAssistance.Cases.Data;
using SocialAssistance.Cases.Steps;
using SocialAssistance.Contracts.Accounts;
using SocialAssistance.Contracts.Cases;
using SocialAssistance.Contracts.Standards;
using SocialAssistance.Platform.Security;
using SocialAssistance.Platform.TagHelpers;
using SocialAssistance.Rules.Standards;

namespace SocialAssistance.Cases.Visits;

/// <summary>入户调查 (W13): one column for a phone at the door; typed text and files are kept before they are judged.</summary>
[Allow("cases.read")]
internal sealed class VisitPageModel(
    CaseViewing viewing, IAccess access, IMediator mediator, CasesDb db, CaseDesk desk, VisitDrafts drafts, IAccounts accounts, ICurrentUser user,
    ICountySettings county, IWorkingCalendar calendar) : StepPage(viewing, db)
{
    [BindProperty]
    public VisitForm Input { get; set; } = new();

    [BindProperty]
    public VisitFiles Files { get; set; } = new();

    /// <summary>What was kept from an earlier save: files stay with the form.</summary>
    public VisitForm Kept { get; private set; } = new();

    public IReadOnlyList<HomeVisit> Visits { get; private set; } = [];

    public IReadOnlyList<Choice> Colleagues { get; private set; } = [];

    public bool CanRecord { get; private set; }

    public DateOnly StartBy { get; private set; }

    public string StartBySource { get; private set; } = "";

    protected override string Purpose => "入户调查";

    public string Sent(Guid? file) => file is null ? "拍照或上传签字" : "已收到，需要更换的再选一次";

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (this.ApplyRows("Input.Corrections", Input.Corrections))
        {
            await ReloadAsync(cancellationToken);
            return Page();
        }

        if (!await KeepAsync(cancellationToken))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return await InvalidAsync(cancellationToken);
        }

        var result = await mediator.Send(new RecordVisit(CaseId, Version, Input), cancellationToken);
        if (result.Refusal is { } refusal)
        {
            return await AgainAsync(refusal, cancellationToken);
        }

        var recorded = result.Value;
        var effect = recorded.Corrections > 0 ? $"入户调查已提交，更正 {recorded.Corrections} 项，月保障金 {Show.Money(recorded.AmountBefore, "待核清")} → {Show.Money(recorded.AmountAfter, "待核清")} 元。" : "入户调查已提交，测算不变。";
        this.Success(effect, recorded.Stage == Stages.Opinion ? new NoticeAction("提出初审意见", StepLinks.Opinion(CaseId)) : new NoticeAction("登记核对结果", StepLinks.Verification(CaseId)));
        return LocalRedirect(StepLinks.Visit(CaseId));
    }

    /// <summary>Autosave: keeps what was typed, right or wrong.</summary>
    public async Task<IActionResult> OnPostDraftAsync(CancellationToken cancellationToken) => await KeepAsync(cancellationToken) ? new NoContentResult() : NotFound();

    protected override async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        var file = (await desk.FindAsync(CaseId, cancellationToken))!;
        var limit = county.Number(ParameterCatalogue.Deadline.StartSurvey, file.AcceptedOn);
        (StartBy, StartBySource) = (calendar.Add(file.AcceptedOn, limit.Value), limit.Source);
        Visits = await Db.HomeVisits.AsNoTracking().Where(v => v.CaseId == CaseId).OrderByDescending(v => v.RecordedAt).Take(10).ToListAsync(cancellationToken);
        CanRecord = !file.VisitDone && access.Allows("cases.visit", Header.DivisionCode, Header.Stage);
        if (!CanRecord)
        {
            return true;
        }

        var people = await SecondInvestigators.OfAsync(accounts, Header.DivisionCode, user.Id, cancellationToken);
        Colleagues = [.. people.Select(p => new Choice(p.Id.ToString(), $"{p.Name}（{p.Office}）")), new(VisitWords.Cadre, "村（社区）干部，在下面填姓名")];
        var facts = await desk.FactsAsync(file, cancellationToken);
        ViewData["members"] = facts.Members.Select(m => new Choice(m.PersonId.ToString(), m.Name)).ToArray();
        Kept = (await drafts.FindAsync(CaseId, cancellationToken))?.Form ?? new();
        if (IsFirstView)
        {
            Input = Kept;
        }

        return true;
    }

    private async Task<bool> KeepAsync(CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(CaseId, cancellationToken) is not { } file)
        {
            return false;
        }

        if (!file.VisitDone && access.Allows("cases.visit", file.DivisionCode, file.Stage))
        {
            foreach (var (field, message) in await drafts.SaveAsync(file, Input, Files, cancellationToken))
            {
                ModelState.AddModelError($"Files.{field}", message);
            }
        }

        return true;
    }
}
