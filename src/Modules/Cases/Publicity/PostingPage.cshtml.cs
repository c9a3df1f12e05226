using MediatR;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SocialAssistance.Cases.Data;
using SocialAssistance.Cases.Materials;
using SocialAssistance.Cases.Steps;
using SocialAssistance.Platform.Messaging;
using SocialAssistance.Platform.Security;
using SocialAssistance.Platform.TagHelpers;

namespace SocialAssistance.Cases.Publicity;

/// <summary>The proof that a sheet was on the wall: day and photo.</summary>
[Allow("publicity.post")]
internal sealed class PostingPageModel(CasesDb db, IMediator mediator) : PageModel, IReloads
{
    [BindProperty(SupportsGet = true)]
    public Guid NoticeId { get; set; }

    [BindProperty]
    public PostingInput Input { get; set; } = new();

    public PublicityNotice Notice { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await FindAsync(cancellationToken))
        {
            return NotFound();
        }

        Input.PostedOn = Notice.FromDay;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        FileContent? photo = null;
        if (Input.Photo is not null)
        {
            (photo, var problem) = await FileContent.ReadAsync(Input.Photo, cancellationToken);
            if (problem is not null)
            {
                ModelState.AddModelError("Input.Photo", problem);
            }
        }

        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return await FindAsync(cancellationToken) ? Page() : NotFound();
        }

        var result = await mediator.Send(new ProvePosting(NoticeId, Input.PostedOn, photo), cancellationToken);
        if (result.Refusal is { } refusal)
        {
            return await FindAsync(cancellationToken) ? this.Refuse(refusal) : NotFound();
        }

        this.Success("张贴已登记。公示期满后自动结束，也可以手工结束。");
        return LocalRedirect(StepLinks.Notice(NoticeId));
    }

    public async Task ReloadAsync(CancellationToken cancellationToken) => await FindAsync(cancellationToken);

    private async Task<bool> FindAsync(CancellationToken cancellationToken)
    {
        Notice = (await db.PublicityNotices.AsNoTracking().FirstOrDefaultAsync(n => n.Id == NoticeId, cancellationToken))!;
        return Notice is not null;
    }
}

/// <summary>What is typed.</summary>
internal sealed class PostingInput
{
    public DateOnly? PostedOn { get; set; }

    public IFormFile? Photo { get; set; }
}
