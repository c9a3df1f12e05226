using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SocialAssistance.Platform.Security;
using SocialAssistance.Platform.Time;

namespace SocialAssistance.Accounts.Trail;

/// <summary>导出审计轨迹.</summary>
[Allow("audit.view")]
internal sealed class ExportTrailModel(IMediator mediator, TimeProvider time) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public TrailConditions Asked { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        File(await mediator.Send(new ExportTrailQuery(Asked.ToFilter()), cancellationToken), "text/csv; charset=utf-8", $"审计轨迹-{time.Today():yyyyMMdd}.csv");
}
