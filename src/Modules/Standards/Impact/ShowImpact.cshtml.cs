using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SocialAssistance.Contracts.Accounts;
using SocialAssistance.Contracts.Programs;
using SocialAssistance.Platform.Messaging;
using SocialAssistance.Platform.Security;
using SocialAssistance.Platform.TagHelpers;
using SocialAssistance.Standards.Data;
using SocialAssistance.Standards.Versions;

namespace SocialAssistance.Standards.Impact;

/// <summary>影响预览: what a version would do to the whole caseload, before it is published.</summary>
[Allow("standards.impact")]
internal sealed class ShowImpactModel(StandardsDb db, ImpactQuery query, IMediator mediator, IEnumerable<IAssistanceProgram> programs, IDivisions divisions, IAccess access) : PageModel, IReloads
{
    [FromRoute]
    public Guid Id { get; set; }

    public StandardVersion Stored { get; private set; } = null!;

    public ImpactProgress? Progress { get; private set; }

    /// <summary>What came out; null while the run goes on.</summary>
    public ImpactSummary? Summary { get; private set; }

    /// <summary>The reviewer sees what an administrator had calculated.</summary>
    public bool MayStart => access.Allows(User, "standards.edit");

    public bool IsOutdated => Progress is { } progress && progress.Run.VersionRow != Stored.RowVersion && Stored.Status is (VersionStatus.Draft or VersionStatus.Submitted);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await LoadAsync(cancellationToken) ? Page() : NotFound();

    /// <summary>The part of the page that asks for itself again while the run goes on.</summary>
    public async Task<IActionResult> OnGetProgressAsync(CancellationToken cancellationToken) =>
        await query.LatestAsync(Id, cancellationToken) is { } progress ? Partial("Impact/_Progress", progress) : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!MayStart)
        {
            return Forbid();
        }

        var result = await mediator.Send(new StartImpact(Id), cancellationToken);
        if (result.Refusal is { } refusal)
        {
            return await LoadAsync(cancellationToken) ? this.Refuse(refusal) : NotFound();
        }

        return this.Done($"/standards/versions/{Id}/impact", "已开始测算。可以关闭页面，做完后在这里查看结果。");
    }

    public Task ReloadAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public string ProgramName(string code) => programs.FirstOrDefault(p => p.Code == code)?.Name ?? code;

    public string Place(string prefix) => divisions.Name(prefix.PadRight(12, '0'));

    public string Village(string code) => divisions.FullName(code);

    /// <summary>Bars of the townships' cost a month; widths are attributes of the drawing, so the page needs no style.</summary>
    public IReadOnlyList<(string Name, decimal Value, int Width)> Bars()
    {
        var all = Summary!.Townships;
        var most = all.Count == 0 ? 0 : all.Max(t => Math.Abs(t.PerMonth));
        return [.. all.Select(t => (Place(t.Township), t.PerMonth, most == 0 ? 0 : (int)(Math.Abs(t.PerMonth) / most * 300)))];
    }

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (await db.Versions.AsNoTracking().SingleOrDefaultAsync(v => v.Id == Id, cancellationToken) is not { } version)
        {
            return false;
        }

        (Stored, Progress) = (version, await query.LatestAsync(Id, cancellationToken));
        Summary = Progress is { Run: { Status: ImpactStatus.Done } run } ? await query.SumAsync(run, cancellationToken) : null;
        return true;
    }
}
