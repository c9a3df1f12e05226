using MediatR;
using Microsoft.AspNetCore.Mvc;
using SocialAssistance.Cases.CaseFiles;
using SocialAssistance.Cases.Data;
using SocialAssistance.Cases.Steps;
using SocialAssistance.Contracts.Cases;
using SocialAssistance.Platform.Security;
using SocialAssistance.Platform.TagHelpers;

namespace SocialAssistance.Cases.Verification;

/// <summary>信息核对 (W12): declared and verified side by side, entered row by row.</summary>
[Allow("cases.read")]
internal sealed class RecordVerificationModel(CaseViewing viewing, CasesDb db, IAccess access, IMediator mediator, CaseDesk desk, VerificationDesk verification) : StepPage(viewing, db)
{
    [BindProperty]
    public ResultsInput Input { get; set; } = new();

    public VerificationOrder? Order { get; private set; }

    public IReadOnlyList<VerificationResult> Rows { get; private set; } = [];

    public IReadOnlyList<string> Unasked { get; private set; } = [];

    public DateOnly StartBy { get; private set; }

    public string StartBySource { get; private set; } = "";

    public bool CanRecord { get; private set; }

    protected override string Purpose => "信息核对";

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
        {
            return await InvalidAsync(cancellationToken);
        }

        var result = await mediator.Send(new RecordResults(CaseId, Version, Input.Rows), cancellationToken);
        if (result.Refusal is { } refusal)
        {
            return await AgainAsync(refusal, cancellationToken);
        }

        if (result.Value == 0)
        {
            this.Warn("没有新的核对结果。请选择一致、不一致或未反馈后再登记。");
        }
        else
        {
            this.Success($"已登记 {result.Value} 项核对结果。不一致和未反馈的请逐项处理，采信后才进入测算。");
        }

        return LocalRedirect(StepLinks.Verification(CaseId));
    }

    protected override async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        var file = (await desk.FindAsync(CaseId, cancellationToken))!;
        (StartBy, StartBySource) = verification.StartBy(file.AcceptedOn);
        Order = await verification.OrderAsync(CaseId, cancellationToken);
        // A case sent back is checked anew.
        Order = Order is { CompletedOn: not null } && !file.VerificationDone ? null : Order;
        CanRecord = Order is null or { CompletedOn: null } && access.Allows("cases.verify", Header.DivisionCode, Header.Stage);
        if (Order is not null)
        {
            var facts = await desk.FactsAsync(file, cancellationToken);
            Rows = await verification.ResultsAsync(Order, facts, cancellationToken);
            Unasked = Order.CompletedOn is null ? [.. facts.Members.Where(m => Rows.All(r => r.PersonId != m.PersonId)).Select(m => m.Name)] : [];
            foreach (var row in Rows.Where(r => r.Decision is null && !Input.Rows.ContainsKey(r.Id)))
            {
                Input.Rows[row.Id] = new() { Outcome = row.Outcome, Verified = row.Outcome == VerificationWords.Different ? row.Verified : null, Note = row.Note };
            }
        }

        return true;
    }
}

/// <summary>The rows as typed, by row.</summary>
internal sealed class ResultsInput
{
    public Dictionary<Guid, ResultInput> Rows { get; set; } = [];
}
