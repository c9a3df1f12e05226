using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SocialAssistance.Cases.CaseFiles;
using SocialAssistance.Cases.Data;
using SocialAssistance.Cases.Steps;
using SocialAssistance.Cases.Verification;
using SocialAssistance.Cases.Visits;
using SocialAssistance.Contracts.Cases;
using SocialAssistance.Contracts.Programs;
using SocialAssistance.Platform.Security;
using SocialAssistance.Platform.TagHelpers;

namespace SocialAssistance.Cases.Opinions;

/// <summary>初审意见 (W15): everything found, the engine's amount with its steps, and a recommendation with its article.</summary>
[Allow("cases.read")]
internal sealed class OpinionPageModel(CaseViewing viewing, CasesDb db, IMediator mediator, IAccess access, CaseDesk desk, VerificationDesk verification) : StepPage(viewing, db)
{
    [BindProperty]
    public OpinionInput Input { get; set; } = new();

    public CaseFacts Facts { get; private set; } = new();

    public Assessment Assessment { get; private set; } = null!;

    public HomeVisit? Visit { get; private set; }

    public IReadOnlyList<ComparedValue> Comparison { get; private set; } = [];

    public IReadOnlyList<string> Flags { get; private set; } = [];

    public IReadOnlyList<CaseOpinion> Given { get; private set; } = [];

    public bool CanGive { get; private set; }

    public ProgramProfile Profile { get; private set; } = null!;

    protected override string Purpose => "初审意见";

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var result = await mediator.Send(new GiveOpinion(CaseId, Version, Input.Choice, Input.Deviation), cancellationToken);
        if (result.Refusal is { } refusal)
        {
            return await AgainAsync(refusal, cancellationToken);
        }

        if (result.Value.Stage == Stages.Publicity)
        {
            this.Success($"初审意见已提交，月保障金 {Show.Money(result.Value.MonthlyAmount)} 元，待公示。", new NoticeAction("办理公示", StepLinks.Publicity));
        }
        else
        {
            this.Success($"初审意见已提交：{OpinionReasons.Word(result.Value.Recommendation)}，已报审核确认。");
        }

        return LocalRedirect(CaseLinks.File(CaseId));
    }

    protected override async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        var file = await Db.CaseFiles.AsNoTracking().SingleAsync(c => c.Id == CaseId, cancellationToken);
        CanGive = access.Allows("cases.opinion", file.DivisionCode, file.Stage);
        Profile = desk.Profile(file.Program);
        Facts = await desk.FactsAsync(file, cancellationToken);
        Assessment = desk.Assess(file, Facts);
        Given = await Db.Opinions.AsNoTracking().Where(o => o.CaseId == CaseId).OrderByDescending(o => o.GivenAt).Take(10).ToListAsync(cancellationToken);
        Visit = await Db.HomeVisits.AsNoTracking().Where(v => v.CaseId == CaseId).OrderByDescending(v => v.RecordedAt).FirstOrDefaultAsync(cancellationToken);
        var order = await verification.OrderAsync(CaseId, cancellationToken);
        var results = order is null ? [] : await verification.ResultsAsync(order, Facts, cancellationToken);
        var objections = await Db.Objections.AsNoTracking().Where(o => o.CaseId == CaseId).CountAsync(cancellationToken);
        Comparison = ComparedValue.Of(Facts, results, Visit);
        Flags = OpinionFlags.Of(file, Assessment, results, Visit, objections);
        return true;
    }
}

/// <summary>What is chosen; the amount is no input.</summary>
internal sealed class OpinionInput
{
    public string? Choice { get; set; }

    public string? Deviation { get; set; }
}
