using MediatR;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SocialAssistance.Cases.CaseFiles;
using SocialAssistance.Cases.Data;
using SocialAssistance.Cases.Materials;
using SocialAssistance.Cases.Steps;
using SocialAssistance.Contracts.Cases;
using SocialAssistance.Platform.Security;
using SocialAssistance.Platform.TagHelpers;

namespace SocialAssistance.Cases.Appraisals;

/// <summary>民主评议 (W14): skipped unless there is a dispute; the page says why.</summary>
[Allow("cases.read")]
internal sealed class AppraisalPageModel(CaseViewing viewing, CasesDb db, IMediator mediator, IAccess access) : StepPage(viewing, db)
{
    [BindProperty]
    public AppraisalInput Input { get; set; } = new();

    public IReadOnlyList<Appraisal> Held { get; private set; } = [];

    public bool CanRecord { get; private set; }

    protected override string Purpose => "民主评议";

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var minutes = new List<FileContent>();
        foreach (var file in Input.MinutesFiles ?? [])
        {
            var (content, problem) = await FileContent.ReadAsync(file, cancellationToken);
            if (problem is not null)
            {
                ModelState.AddModelError("Input.MinutesFiles", problem);
            }
            else
            {
                minutes.Add(content!);
            }
        }

        if (!ModelState.IsValid)
        {
            return await InvalidAsync(cancellationToken);
        }

        var result = await mediator.Send(
            new RecordAppraisal
            {
                CaseId = CaseId, Version = Version, Trigger = Input.Trigger, HeldOn = Input.HeldOn, Attendees = Input.Attendees, VotesFor = Input.VotesFor,
                VotesAgainst = Input.VotesAgainst, Opinion = Input.Opinion, Minutes = minutes,
            },
            cancellationToken);
        if (result.Refusal is { } refusal)
        {
            return await AgainAsync(refusal, cancellationToken);
        }

        this.Success("评议结果已登记。请重新提出初审意见，再次公示。", new NoticeAction("提出初审意见", StepLinks.Opinion(CaseId)));
        return LocalRedirect(CaseLinks.File(CaseId));
    }

    protected override async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        Held = await Db.Appraisals.AsNoTracking().Where(a => a.CaseId == CaseId).OrderByDescending(a => a.RecordedAt).Take(10).ToListAsync(cancellationToken);
        CanRecord = access.Allows("cases.appraise", Header.DivisionCode, Header.Stage);
        return true;
    }
}

/// <summary>What is typed.</summary>
internal sealed class AppraisalInput
{
    public string? Trigger { get; set; }

    public DateOnly? HeldOn { get; set; }

    public string? Attendees { get; set; }

    public int? VotesFor { get; set; }

    public int? VotesAgainst { get; set; }

    public string? Opinion { get; set; }

    public List<IFormFile>? MinutesFiles { get; set; }
}
