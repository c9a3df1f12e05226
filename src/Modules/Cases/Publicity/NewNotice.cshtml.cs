using MediatR;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SocialAssistance.Cases.CaseFiles;
using SocialAssistance.Cases.Data;
using SocialAssistance.Cases.Steps;
using SocialAssistance.Platform.Messaging;
using SocialAssistance.Platform.Security;
using SocialAssistance.Platform.TagHelpers;

namespace SocialAssistance.Cases.Publicity;

/// <summary>One village's families as the sheet will show them, before it is made.</summary>
[Allow("cases.publicise")]
internal sealed class NewNoticeModel(CasesDb db, PublicityQueue queue, PublicityClock clock, CaseDesk desk, ProgramTitles titles, IMediator mediator) : PageModel, IReloads
{
    [BindProperty(SupportsGet = true)]
    public string Division { get; set; } = "";

    /// <summary>Code of the programme; the first that waits in the village unless chosen.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Program { get; set; }

    public string ProgramName => Program is null ? "" : titles.Name(Program);

    [BindProperty]
    public NewNoticeInput Input { get; set; } = new();

    public IReadOnlyList<(Guid Id, NoticeRow Row)> Rows { get; private set; } = [];

    public string DaysText { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (Division.Length != 12)
        {
            return NotFound();
        }

        await ReloadAsync(cancellationToken);
        var township = Division[..9];
        Input = new()
        {
            FromDay = desk.Today, CaseIds = [.. Rows.Select(r => r.Id)],
            Phone = await db.PublicityNotices.AsNoTracking().Where(n => n.DivisionCode.StartsWith(township)).OrderByDescending(n => n.MadeAt).Select(n => n.Phone).FirstOrDefaultAsync(cancellationToken),
        };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
        {
            await ReloadAsync(cancellationToken);
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        var result = await mediator.Send(new MakeNotice(Division, Input.FromDay, Input.Phone, Input.CaseIds), cancellationToken);
        if (result.Refusal is { } refusal)
        {
            await ReloadAsync(cancellationToken);
            return this.Refuse(refusal);
        }

        this.Success($"已生成公示，{Input.CaseIds.Count} 户。请打印张贴，并上传张贴照片。", new NoticeAction("打印公示", StepLinks.NoticePrint(result.Value)));
        return LocalRedirect(StepLinks.Notice(result.Value));
    }

    public async Task ReloadAsync(CancellationToken cancellationToken)
    {
        db.ChangeTracker.Clear();
        var (last, source) = clock.LastDay(desk.Today);
        DaysText = $"从张贴当天起算，今天张贴的到 {Show.Date(last)} 结束（{source}）";
        var waiting = await queue.Waiting.AsNoTracking().Where(c => c.DivisionCode == Division).Select(c => c.Program).Distinct().ToListAsync(cancellationToken);
        Program = Program is not null && waiting.Contains(Program) ? Program : waiting.OrderDescending().FirstOrDefault();
        var files = await queue.Waiting.AsNoTracking().Where(c => c.DivisionCode == Division && c.Program == Program).OrderBy(c => c.Number).Take(200).ToListAsync(cancellationToken);
        var rows = await MakeNoticeHandler.RowsAsync(db, files, desk.Today, cancellationToken);
        Rows = [.. files.Select(f => (f.Id, rows[f.Id]))];
    }
}

/// <summary>What is typed.</summary>
internal sealed class NewNoticeInput
{
    public DateOnly? FromDay { get; set; }

    public string? Phone { get; set; }

    public List<Guid> CaseIds { get; set; } = [];
}
