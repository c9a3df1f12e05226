using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SocialAssistance.Cases.CaseFiles;
using SocialAssistance.Cases.Data;
using SocialAssistance.Cases.Steps;
using SocialAssistance.Contracts.Cases;
using SocialAssistance.Platform.Security;
using SocialAssistance.Platform.TagHelpers;

namespace SocialAssistance.Cases.Publicity;

/// <summary>An objection as it came in.</summary>
[Allow("publicity.object")]
internal sealed class ObjectionPageModel(CaseViewing viewing, CasesDb db, IMediator mediator, CaseDesk desk) : StepPage(viewing, db)
{
    [BindProperty(SupportsGet = true)]
    public Guid NoticeId { get; set; }

    [BindProperty]
    public ObjectionInput Input { get; set; } = new();

    protected override string Purpose => "登记异议";

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
        {
            return await InvalidAsync(cancellationToken);
        }

        var result = await mediator.Send(
            new LogObjection
            {
                NoticeId = NoticeId, CaseId = CaseId, Version = Version, ReceivedOn = Input.ReceivedOn, Channel = Input.Channel, Content = Input.Content,
                ObjectorName = Input.ObjectorName, ObjectorPhone = Input.ObjectorPhone,
            },
            cancellationToken);
        if (result.Refusal is { } refusal)
        {
            return await AgainAsync(refusal, cancellationToken);
        }

        this.Success("异议已登记，这一户转为“公示有异议”。", new NoticeAction("处理异议", StepLinks.Dispute(CaseId)));
        return LocalRedirect(StepLinks.Notice(NoticeId));
    }

    protected override async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (IsFirstView)
        {
            Input.ReceivedOn = desk.Today;
        }

        return await Db.PublicityLines.AsNoTracking().AnyAsync(l => l.NoticeId == NoticeId && l.CaseId == CaseId, cancellationToken);
    }
}

/// <summary>What is typed.</summary>
internal sealed class ObjectionInput
{
    public DateOnly? ReceivedOn { get; set; }

    public string? Channel { get; set; }

    public string? Content { get; set; }

    public string? ObjectorName { get; set; }

    public string? ObjectorPhone { get; set; }
}
