using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SocialAssistance.Cases.CaseFiles;
using SocialAssistance.Cases.Data;
using SocialAssistance.Platform.Messaging;
using SocialAssistance.Platform.Security;
using SocialAssistance.Platform.TagHelpers;

namespace SocialAssistance.Cases.Publicity;

/// <summary>公示监督 (C11): is every sheet posted, is none overdue, does any hold more than it may.</summary>
[Allow("publicity.supervise")]
internal sealed class SupervisionModel(CasesDb db, CaseDesk desk, IMediator mediator) : PageModel, IReloads
{
    public IReadOnlyList<PublicityPageModel.NoticeLine> Notices { get; private set; } = [];

    /// <summary>Sheets with a digit in the name column: an identity number or telephone that slipped in.</summary>
    public IReadOnlySet<Guid> Suspicious { get; private set; } = new HashSet<Guid>();

    public DateOnly Today => desk.Today;

    public Task OnGetAsync(CancellationToken cancellationToken) => ReloadAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(Guid noticeId, CancellationToken cancellationToken)
    {
        var result = await mediator.Send(new RemindTownship(noticeId), cancellationToken);
        if (result.Refusal is { } refusal)
        {
            await ReloadAsync(cancellationToken);
            return this.Refuse(refusal);
        }

        this.Success($"已提醒乡镇：{result.Value}。乡镇在公示管理和这份公示的页面上看到。");
        return LocalRedirect("/publicity/supervision");
    }

    public async Task ReloadAsync(CancellationToken cancellationToken)
    {
        Notices = await PublicityPageModel.Lines(db, db.PublicityNotices.Where(n => n.ClosedOn == null).OrderBy(n => n.ToDay).ThenBy(n => n.DivisionCode)).Take(500).ToListAsync(cancellationToken);
        var ids = Notices.Select(n => n.Id).ToArray();
        Suspicious = (await db.PublicityLines.AsNoTracking().Where(l => ids.Contains(l.NoticeId) && System.Text.RegularExpressions.Regex.IsMatch(l.Name, "[0-9]")).Select(l => l.NoticeId).Distinct().ToListAsync(cancellationToken)).ToHashSet();
    }
}
