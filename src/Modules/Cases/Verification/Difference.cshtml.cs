using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SocialAssistance.Cases.CaseFiles;
using SocialAssistance.Cases.Data;
using SocialAssistance.Cases.Steps;
using SocialAssistance.Contracts.Cases;
using SocialAssistance.Contracts.Programs;
using SocialAssistance.Platform.Security;
using SocialAssistance.Platform.TagHelpers;

namespace SocialAssistance.Cases.Verification;

/// <summary>One difference: what accepting it would do to the amount, and the decision with its reason.</summary>
[Allow("cases.read")]
internal sealed class DifferenceModel(CaseViewing viewing, IMediator mediator, CasesDb db, CaseDesk desk) : StepPage(viewing, db)
{
    [BindProperty(SupportsGet = true)]
    public Guid ResultId { get; set; }

    [BindProperty]
    public DecideInput Input { get; set; } = new();

    public VerificationResult Row { get; private set; } = null!;

    /// <summary>The calculation with the verified value; null where none is at stake.</summary>
    public Assessment? Preview { get; private set; }

    protected override string Purpose => "处理核对差异";

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var result = await mediator.Send(new Decide(CaseId, Version, ResultId, Input.Choice, Input.Note), cancellationToken);
        if (result.Refusal is { } refusal)
        {
            return await AgainAsync(refusal, cancellationToken);
        }

        var decided = result.Value;
        this.Success(decided.Decision == VerificationWords.Accepted
            ? $"已采信。人均月收入 {Show.Money(decided.PerCapitaBefore, "待核清")} → {Show.Money(decided.PerCapitaAfter, "待核清")} 元，月保障金 {Show.Money(decided.AmountBefore, "待核清")} → {Show.Money(decided.AmountAfter, "待核清")} 元。"
            : $"{VerificationWords.Decisions[decided.Decision]}，理由已记录，测算不变。");
        return LocalRedirect(StepLinks.Verification(CaseId));
    }

    protected override async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (await Db.VerificationResults.AsNoTracking().FirstOrDefaultAsync(r => r.Id == ResultId && r.CaseId == CaseId && r.Outcome != null, cancellationToken) is not { } row)
        {
            return false;
        }

        Row = row;
        if (row is { Decision: null, Outcome: VerificationWords.Different, Verified: not null } && VerificationItems.Of(row.Item).HasValue)
        {
            var file = (await desk.FindAsync(CaseId, cancellationToken))!;
            Preview = desk.Assess(file.Program, DecideHandler.Change(row).Apply(await desk.FactsAsync(file, cancellationToken)));
        }

        return true;
    }
}

/// <summary>What is typed.</summary>
internal sealed class DecideInput
{
    public string? Choice { get; set; }

    public string? Note { get; set; }
}
