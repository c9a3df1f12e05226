using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SocialAssistance.Cases.CaseFiles;
using SocialAssistance.Cases.Data;
using SocialAssistance.Cases.Worklist;
using SocialAssistance.Contracts.Cases;
using SocialAssistance.Contracts.Programs;
using SocialAssistance.Platform.Messaging;
using SocialAssistance.Platform.Security;
using SocialAssistance.Platform.TagHelpers;

namespace SocialAssistance.Cases.Decisions;

/// <summary>审核确认 of one case by the township leader.</summary>
[Allow("cases.confirm")]
internal sealed class DecideModel(CaseViewing viewing, CasesDb db, CaseDesk desk, WorklistQuery worklist, IMediator mediator) : PageModel, IReloads
{
    [BindProperty]
    public DecideCaseCommand Input { get; set; } = new();

    /// <summary>Version of the facts the form was read at.</summary>
    [BindProperty]
    public int SeenFacts { get; set; }

    public CaseHeader Header { get; private set; } = null!;

    public CaseFacts Facts { get; private set; } = null!;

    public Assessment Assessment { get; private set; } = null!;

    public Assessment Declared { get; private set; } = null!;

    public IReadOnlyList<string> Flags { get; private set; } = [];

    public ProgramProfile Profile => desk.Profile(Header.Program);

    public string StartMonth { get; private set; } = "";

    [FromRoute]
    public Guid CaseId { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        Input = new() { Version = Header.Version };
        return Header.Stage == Stages.Confirmation ? Page() : Redirect(CaseLinks.File(CaseId));
    }

    public async Task<IActionResult> OnPostAsync(string? then, CancellationToken cancellationToken)
    {
        Input = Input with { CaseId = CaseId };
        var result = await mediator.Send(Input, cancellationToken);
        if (result.Refusal is { } refusal)
        {
            await ReloadAsync(cancellationToken);
            return this.Refuse(refusal);
        }

        var actions = Input.Decision == "return" ? [] : new[] { new NoticeAction("打印通知书", $"{CaseLinks.File(CaseId)}/letters/decision"), new NoticeAction("撤回", $"{CaseLinks.File(CaseId)}/decision/withdraw") };
        this.Success(result.Value, actions);
        return Redirect(then == "next" ? await NextAsync(cancellationToken) : CaseLinks.File(CaseId));
    }

    public async Task ReloadAsync(CancellationToken cancellationToken)
    {
        db.ChangeTracker.Clear();
        if (await LoadAsync(cancellationToken))
        {
            await viewing.CompareAsync(Header, Input.Version, SeenFacts, cancellationToken);
            // Whoever has seen both versions may decide on the newest.
            ModelState.Remove("Input.Version");
            Input = Input with { Version = Header.Version };
        }
    }

    private async Task<string> NextAsync(CancellationToken cancellationToken)
    {
        var next = await worklist.PageAsync(new("mine", Stages.Confirmation, null, null), null, null, 1, cancellationToken);
        return next.Rows is [var first, ..] ? $"{CaseLinks.File(first.Id)}/decision" : "/cases/worklist";
    }

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (await viewing.OpenAsync(CaseId, "审核确认", cancellationToken) is not { } header)
        {
            return false;
        }

        Header = header;
        var file = await db.CaseFiles.AsNoTracking().SingleAsync(c => c.Id == CaseId, cancellationToken);
        StartMonth = Show.Month(desk.StartMonthOf(file).FirstDay);
        Facts = await desk.FactsAsync(file, cancellationToken);
        var all = await db.Determinations.AsNoTracking().Where(d => d.CaseId == CaseId).OrderBy(d => d.MadeAt).ToListAsync(cancellationToken);
        (Declared, Assessment) = (all[0].Assessment, all.Single(d => d.Id == file.DeterminationId).Assessment);
        Flags = CaseFlags.Of(file, Facts, Assessment);
        return true;
    }
}

/// <summary>What a leader should look at before deciding; a case with any flag is never confirmed in a batch.</summary>
internal static class CaseFlags
{
    public static IReadOnlyList<string> Of(CaseFile file, CaseFacts facts, Assessment assessment)
    {
        var flags = new List<string>();
        if (file.RelativeOfOfficial)
        {
            flags.Add("近亲属备案：申请家庭中有社会救助经办人员或村（居）干部的近亲属，请逐户审核。");
        }

        if (assessment.Outcome != "eligible")
        {
            flags.Add("测算结果为不符合或不能测算，请核对家庭情况。");
        }

        if (facts.Payee is null)
        {
            flags.Add("还没有登记发放账户。");
        }

        return flags;
    }
}
