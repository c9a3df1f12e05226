using MediatR;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SocialAssistance.Contracts.Accounts;
using SocialAssistance.Contracts.Cases;
using SocialAssistance.Platform.Messaging;
using SocialAssistance.Platform.Security;

namespace SocialAssistance.Standards.Calendar;

/// <summary>What a notice would do.</summary>
internal sealed record CalendarPreview(IReadOnlyList<CalendarDay> Days, IReadOnlyList<DeadlineMove> Moves);

/// <summary>导入年度通知: the effect on open cases first, then the import.</summary>
[Allow("standards.calendar")]
internal sealed class ImportPageModel(IMediator mediator, CalendarBook book, ICaseDeadlines deadlines, WorkingCalendar calendar, IDivisions divisions) : PageModel
{
    private const int MostBytes = 1024 * 1024;

    [BindProperty]
    public NoticeInput Input { get; set; } = new();

    public CalendarPreview? Preview { get; private set; }

    public string Place(string code) => divisions.FullName(code);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await TextAsync(cancellationToken) is not { } text)
        {
            ModelState.AddModelError("Input.File", "请选择 1 MB 以内的 Excel 或 CSV 文件，或者直接填写");
            return Invalid();
        }

        var (days, errors) = CalendarFile.Read(text);
        foreach (var error in errors.Take(10))
        {
            ModelState.AddModelError(Input.File is null ? "Input.Text" : "Input.File", $"第 {error.Line} 行：{error.Message}");
        }

        if (errors.Count > 0)
        {
            return Invalid();
        }

        var (before, after) = await book.WithAsync(days, cancellationToken);
        Preview = new(days, await deadlines.MovesAsync(before, after, cancellationToken));
        Input.Text = text;
        return Page();
    }

    public async Task<IActionResult> OnPostApplyAsync(CancellationToken cancellationToken)
    {
        var result = await mediator.Send(new ImportNotice(Input.Text), cancellationToken);
        calendar.Forget();
        return result.Refusal is { } refusal ? this.Refuse(refusal) : this.Done("/standards/calendar", $"已导入 {result.Value} 天，在办案件的最晚办结日已按新日历调整。");
    }

    private IActionResult Invalid()
    {
        var page = Page();
        page.StatusCode = StatusCodes.Status400BadRequest;
        return page;
    }

    private async Task<string?> TextAsync(CancellationToken cancellationToken)
    {
        if (Input.File is not { Length: > 0 } file)
        {
            return string.IsNullOrWhiteSpace(Input.Text) ? null : Input.Text.Trim();
        }

        if (file.Length > MostBytes)
        {
            return null;
        }

        var bytes = new byte[file.Length];
        await using var stream = file.OpenReadStream();
        await stream.ReadExactlyAsync(bytes, cancellationToken);
        return CalendarUpload.Text(bytes)?.Trim();
    }
}

/// <summary>The chosen file, or the lines typed.</summary>
internal sealed class NoticeInput
{
    public IFormFile? File { get; set; }

    public string? Text { get; set; }
}
