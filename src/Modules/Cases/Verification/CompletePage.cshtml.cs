using MediatR;
using Microsoft.AspNetCore.Mvc;
using SocialAssistance.Cases.CaseFiles;
using SocialAssistance.Cases.Data;
using SocialAssistance.Cases.Steps;
using SocialAssistance.Contracts.Cases;
using SocialAssistance.Contracts.Programs;
using SocialAssistance.Platform.Security;
using SocialAssistance.Platform.TagHelpers;

namespace SocialAssistance.Cases.Verification;

/// <summary>Closes the verification with the property assessment.</summary>
[Allow("cases.verify")]
internal sealed class CompletePageModel(CaseViewing viewing, CasesDb db, IMediator mediator, CaseDesk desk, VerificationDesk verification) : StepPage(viewing, db)
{
    [BindProperty]
    public CompleteInput Input { get; set; } = new();

    public CaseFacts Facts { get; private set; } = new();

    public int Total { get; private set; }

    public int Open { get; private set; }

    public IReadOnlyList<string> Unknown { get; private set; } = [];

    public IReadOnlyList<Choice> Limits { get; } = [.. CaseVocabulary.PropertyLimits.Select(l => new Choice(l.Key, l.Value))];

    public bool AsksMeans => desk.Profile(Header.Program).Asks.HasFlag(ProgramFacts.Means);

    public bool NeedsProperty => desk.Profile(Header.Program).NeedsProperty;

    protected override string Purpose => "完成核对";

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var result = await mediator.Send(new CompleteVerification(CaseId, Version, Input.PropertyLimit), cancellationToken);
        if (result.Refusal is { } refusal)
        {
            return await AgainAsync(refusal, cancellationToken);
        }

        var next = result.Value == Stages.Opinion;
        this.Success(next ? "信息核对完成，入户调查已完成，可以提出初审意见。" : "信息核对完成。下一步：入户调查。",
            next ? new NoticeAction("提出初审意见", StepLinks.Opinion(CaseId)) : new NoticeAction("登记入户调查", StepLinks.Visit(CaseId)));
        return LocalRedirect(StepLinks.Verification(CaseId));
    }

    protected override async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        var file = (await desk.FindAsync(CaseId, cancellationToken))!;
        Facts = await desk.FactsAsync(file, cancellationToken);
        Unknown = VerificationDesk.UnknownIncome(Facts);
        if (await verification.OrderAsync(CaseId, cancellationToken) is { } order)
        {
            var rows = await verification.ResultsAsync(order, Facts, cancellationToken);
            (Total, Open) = (rows.Count, rows.Count(r => !r.IsResolved));
        }

        if (IsFirstView)
        {
            Input.PropertyLimit = Facts.PropertyLimit;
        }

        return true;
    }
}

/// <summary>What is chosen.</summary>
internal sealed class CompleteInput
{
    public string? PropertyLimit { get; set; }
}
