using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SocialAssistance.Cases.CaseFiles;
using SocialAssistance.Cases.Data;
using SocialAssistance.Cases.Decisions;
using SocialAssistance.Cases.Materials;
using SocialAssistance.Cases.Steps;
using SocialAssistance.Contracts.Accounts;
using SocialAssistance.Contracts.Cases;
using SocialAssistance.Platform.Messaging;
using SocialAssistance.Platform.Security;
using SocialAssistance.Platform.TagHelpers;
using SocialAssistance.Platform.Time;
using SocialAssistance.Rules.Values;

namespace SocialAssistance.Cases.Changes;

/// <summary>One change: what it does, what was said, and the decision.</summary>
[Allow("cases.read")]
internal sealed class ShowChangeModel(CaseViewing viewing, CasesDb db, ChangeDesk desk, IMediator mediator, IAccess access, IDivisions divisions, ICurrentUser user, Deciders deciders, TimeProvider time) : StepPage(viewing, db)
{
    public sealed record Row(string Person, string Benefit, decimal Before, decimal After);

    [BindProperty(SupportsGet = true)]
    public Guid ChangeId { get; set; }

    [BindProperty]
    public HandlingInput Input { get; set; } = new();

    public BenefitChange Change { get; private set; } = null!;

    public ChangeEffect? Effect { get; private set; }

    public BenefitPicture? Picture { get; private set; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public IReadOnlyList<StoredFile> Evidence { get; private set; } = [];

    public IReadOnlyList<Hearing> Hearings { get; private set; } = [];

    public bool MayHear { get; private set; }

    public bool MayDecide { get; private set; }

    /// <summary>The role that confirms; null while there is nothing to confirm.</summary>
    public string? Decider { get; private set; }

    public bool MayCorrect { get; private set; }

    public bool MayPrint => access.Allows(User, "cases.letters.print");

    public bool MayRead => access.Allows(User, "cases.materials.read");

    public string What { get; private set; } = "";

    public IEnumerable<Choice> ToldChoices { get; } = HearingWords.Told.Select(t => new Choice(t.Key, t.Value));

    public IEnumerable<Choice> HeardChoices { get; } = HearingWords.Heard.Select(t => new Choice(t.Key, t.Value));

    protected override string Purpose => "变更办理";

    public async Task<IActionResult> OnPostHearAsync(CancellationToken cancellationToken)
    {
        var result = await mediator.Send(
            new RecordHearing
            {
                CaseId = CaseId, ChangeId = ChangeId, Version = Version, ToldOn = Input.ToldOn, ToldHow = Input.ToldHow, HeardOn = Input.HeardOn, HeardHow = Input.HeardHow,
                Statement = Input.Statement, ReplyUntil = Input.ReplyUntil, Waived = Input.Waived,
            },
            cancellationToken);
        return result.Refusal is { } refusal ? await AgainAsync(refusal, cancellationToken) : this.Done(ChangeLinks.Show(CaseId, ChangeId), result.Value);
    }

    public async Task<IActionResult> OnPostDecideAsync(CancellationToken cancellationToken)
    {
        var result = await mediator.Send(new DecideChange { CaseId = CaseId, ChangeId = ChangeId, Version = Version, Decision = Input.Decision ?? "", Note = Input.Note }, cancellationToken);
        if (result.Refusal is { } refusal)
        {
            return await AgainAsync(refusal, cancellationToken);
        }

        this.Success(result.Value, Input.Decision == "confirm" ? [new NoticeAction("打印通知书", ChangeLinks.Letter(CaseId, ChangeId))] : []);
        return LocalRedirect(ChangeLinks.Benefit(CaseId));
    }

    protected override async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (await Db.BenefitChanges.AsNoTracking().FirstOrDefaultAsync(c => c.Id == ChangeId && c.CaseId == CaseId, cancellationToken) is not { } change)
        {
            return false;
        }

        Change = change;
        What = Describe(change);
        Evidence = await Db.StoredFiles.AsNoTracking().Where(f => f.CaseId == CaseId && f.Subject == ChangeLinks.Evidence(ChangeId)).OrderBy(f => f.UploadedAt).ToListAsync(cancellationToken);
        Hearings = await Db.Hearings.AsNoTracking().Where(h => h.ChangeId == ChangeId).OrderByDescending(h => h.RecordedAt).Take(20).ToListAsync(cancellationToken);
        var open = change.Status == ChangeStatus.Proposed;
        if (open && Header.Stage == Stages.InBenefit)
        {
            var file = await Db.CaseFiles.AsNoTracking().SingleAsync(c => c.Id == CaseId, cancellationToken);
            Effect = await desk.TryAsync(file, change, cancellationToken);
            Picture = BenefitPicture.Of(Effect.After, BenefitMonth.Of(time.Today()));
            Rows = Compare(Effect);
            Decider = await deciders.OfAsync(file, Effect.TotalAfter, cancellationToken);
        }

        MayHear = Effect is { Losses.Count: > 0 } && change.Kind != ChangeKinds.Exit && access.Allows("cases.hear", Header.DivisionCode, Header.Stage);
        MayDecide = Effect is not null && change.ProposedBy != user.Id && access.Allows("cases.confirm-change", Header.DivisionCode, Header.Stage) && user.Roles.Contains(Decider!);
        MayCorrect = change.Status == ChangeStatus.Confirmed && access.Allows("cases.change", Header.DivisionCode, Header.Stage);
        return true;
    }

    private static IReadOnlyList<Row> Compare(ChangeEffect effect)
    {
        var (before, after) = (effect.Before.Months.First(m => m.Month >= effect.From).Amounts, effect.First.Amounts);
        return
        [
            .. before.Concat(after).DistinctBy(a => (a.PersonId, a.Benefit)).Select(k => new Row(
                k.PersonId is null ? "全户" : k.PersonName, k.BenefitName,
                before.Where(a => (a.PersonId, a.Benefit) == (k.PersonId, k.Benefit)).Sum(a => a.Amount), after.Where(a => (a.PersonId, a.Benefit) == (k.PersonId, k.Benefit)).Sum(a => a.Amount))),
        ];
    }

    private string Describe(BenefitChange change) => change.Patch switch
    {
        { Added: { } added } => $"{added.Name}，{CaseVocabulary.Relations[added.Relation]}，{added.BirthDate:yyyy-MM-dd} 出生",
        { Income: { } income } => $"{change.PersonName}的{CaseVocabulary.IncomeTypes[income.Type]}现在 {Show.Money(income.Amount)} 元/{CaseVocabulary.Periods[income.Period]}",
        { Relations: { } relations } => string.Join('、', relations.Where(r => r.Value == "head").Select(_ => "变更户主")),
        { PropertyLimit: { } limit } => CaseVocabulary.PropertyLimits[limit],
        _ when change.NewDivision is { } village => $"迁到{divisions.FullName(village)}",
        _ => ChangeKinds.Find(change.Kind)?.Hint ?? "",
    };
}

/// <summary>What is typed: about the hearing, or the decision.</summary>
internal sealed class HandlingInput
{
    public DateOnly? ToldOn { get; set; }

    public string? ToldHow { get; set; }

    public DateOnly? HeardOn { get; set; }

    public string? HeardHow { get; set; }

    public string? Statement { get; set; }

    public DateOnly? ReplyUntil { get; set; }

    public bool Waived { get; set; }

    public string? Decision { get; set; }

    public string? Note { get; set; }
}
