using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SocialAssistance.Cases.CaseFiles;
using SocialAssistance.Cases.Data;
using SocialAssistance.Cases.Steps;
using SocialAssistance.Contracts.Cases;
using SocialAssistance.Platform.Messaging;
using SocialAssistance.Platform.Security;
using SocialAssistance.Platform.TagHelpers;

namespace SocialAssistance.Cases.Publicity;

/// <summary>One sheet: what it says, whether it was posted, what came in, and its end.</summary>
[Allow("publicity.read")]
internal sealed class NoticePageModel(CasesDb db, CaseDesk desk, IAccess access, IMediator mediator) : PageModel, IReloads
{
    [BindProperty(SupportsGet = true)]
    public Guid NoticeId { get; set; }

    public PublicityNotice Notice { get; private set; } = null!;

    public IReadOnlyList<PublicityLine> Lines { get; private set; } = [];

    public DateOnly Today => desk.Today;

    public bool CanEnd => Notice.ClosedOn is null && access.Allows("cases.publicise", Notice.DivisionCode, Stages.Publicity);

    public bool CanPost => Notice.ClosedOn is null && access.Allows("publicity.post", Notice.DivisionCode, Stages.Publicity);

    public bool CanObject => Notice.ClosedOn is null && access.Allows("publicity.object", Notice.DivisionCode, Stages.Publicity);

    public string State => NoticeWords.State(Notice, Today);

    public TagMeaning Meaning => Notice.ClosedOn is not null ? TagMeaning.Neutral : Today > Notice.ToDay ? TagMeaning.Alert : TagMeaning.Attention;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await FindAsync(cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var result = await mediator.Send(new EndNotice(NoticeId), cancellationToken);
        if (result.Refusal is { } refusal)
        {
            return await FindAsync(cancellationToken) ? this.Refuse(refusal) : NotFound();
        }

        this.Success($"公示已结束，{result.Value} 户没有异议，已报审核确认。");
        return LocalRedirect(StepLinks.Notice(NoticeId));
    }

    public async Task ReloadAsync(CancellationToken cancellationToken) => await FindAsync(cancellationToken);

    private async Task<bool> FindAsync(CancellationToken cancellationToken)
    {
        if (await db.PublicityNotices.AsNoTracking().FirstOrDefaultAsync(n => n.Id == NoticeId, cancellationToken) is not { } notice)
        {
            return false;
        }

        Notice = notice;
        Lines = await db.PublicityLines.AsNoTracking().Where(l => l.NoticeId == NoticeId).OrderBy(l => l.Position).ToListAsync(cancellationToken);
        return true;
    }
}

/// <summary>Words of a sheet's state and of its lines' outcomes.</summary>
internal static class NoticeWords
{
    /// <summary>What the township still owes a sheet; null when nothing.</summary>
    public static string? Lacks(bool hasPhoto, DateOnly toDay, DateOnly today) => (hasPhoto, toDay < today) switch
    {
        (false, true) => "请补传张贴照片并结束公示",
        (false, false) => "请上传张贴照片",
        (true, true) => "公示已到期，请结束公示",
        _ => null,
    };

    public static string State(PublicityNotice notice, DateOnly today) => notice switch
    {
        { ClosedOn: not null, CloseReason: not null } => "已下架",
        { ClosedOn: not null } => "已结束",
        _ when today > notice.ToDay => "已到期，待结束",
        _ when today < notice.FromDay => "待张贴",
        _ => "公示中",
    };

    public static string Outcome(string? outcome) => outcome switch
    {
        null => "公示中",
        "passed" => "无异议",
        "objected" => "有异议",
        _ => "已下架",
    };
}
