using FluentValidation;
using MediatR;
using SocialAssistance.Cases.CaseFiles;
using SocialAssistance.Cases.Data;
using SocialAssistance.Cases.Steps;
using SocialAssistance.Contracts.Cases;
using SocialAssistance.Platform.Messaging;

namespace SocialAssistance.Cases.Verification;

/// <summary>Enters what the departments answered (登记核对结果); rows without an answer stay open.</summary>
internal sealed record RecordResults(Guid CaseId, int Version, IReadOnlyDictionary<Guid, ResultInput> Rows) : ICommand<int>;

/// <summary>One row of the form.</summary>
internal sealed class ResultInput
{
    public string? Outcome { get; set; }

    public decimal? Verified { get; set; }

    public string? Note { get; set; }
}

internal sealed class RecordResultsHandler(CasesDb db, StepGate gate, CaseDesk desk, VerificationDesk verification) : IRequestHandler<RecordResults, Result<int>>
{
    public async Task<Result<int>> Handle(RecordResults command, CancellationToken cancellationToken)
    {
        var (file, refusal) = await gate.OpenAsync(command.CaseId, command.Version, "cases.verify", cancellationToken, Stages.Investigating);
        if (refusal is not null)
        {
            return refusal;
        }

        if (await verification.OrderAsync(file!.Id, cancellationToken) is not { CompletedOn: null } order)
        {
            return new Refusal("not-commissioned", "还没有委托信息核对。请先登记委托日期");
        }

        var rows = (await verification.ResultsAsync(order, await desk.FactsAsync(file, cancellationToken), cancellationToken)).Where(r => r.Decision is null).ToDictionary(r => r.Id);
        var failures = new List<FluentValidation.Results.ValidationFailure>();
        var entered = 0;
        foreach (var row in rows.Values.Where(r => command.Rows.ContainsKey(r.Id)))
        {
            var input = command.Rows[row.Id];
            if (Problem(row, input) is var (field, message))
            {
                failures.Add(new($"Rows[{row.Id}].{field}", message));
            }
            else if (Enter(row, input))
            {
                entered++;
            }
        }

        if (failures.Count > 0)
        {
            throw new ValidationException(failures);
        }

        if (entered > 0)
        {
            file.Touch();
            desk.Tell(file, "verification-recorded", $"登记核对结果 {entered} 项，不一致 {rows.Values.Count(r => r.Outcome == VerificationWords.Different)} 项");
        }

        await db.SaveChangesAsync(cancellationToken);
        return entered;
    }

    /// <summary>What keeps this answer from being entered; null when it may be.</summary>
    internal static (string Field, string Message)? Problem(VerificationResult row, ResultInput input)
    {
        var item = VerificationItems.Of(row.Item);
        return input.Outcome switch
        {
            not (null or "") when !VerificationWords.Outcomes.ContainsKey(input.Outcome) => ("Outcome", "请选择一致、不一致或未反馈"),
            null or "" when input.Verified is not null => ("Outcome", "填了核对值的，请选择一致或不一致"),
            _ when input.Verified is < 0 or > 99_999_999 => ("Verified", "核对值应在 0 到 99,999,999 之间，请核对"),
            _ when input.Note?.Length > 200 => ("Note", "说明最多 200 字，请删减"),
            VerificationWords.Different when item.HasValue && input.Verified is null => ("Verified", $"请填写{row.PersonName}“{item.Title}”的核对值（{item.Unit}）"),
            VerificationWords.Different when item.HasValue && input.Verified == row.Declared => ("Verified", $"核对值与申报相同，请改选“一致”，或核对{row.PersonName}“{item.Title}”的核对值"),
            VerificationWords.Different when !item.HasValue && string.IsNullOrWhiteSpace(input.Note) => ("Note", $"请说明{row.PersonName}“{item.Title}”哪里不一致"),
            VerificationWords.Same when item.HasValue && row.Declared is null => ("Outcome", $"{row.PersonName}“{item.Title}”申报时还不了解，请填核对值并选“不一致”"),
            VerificationWords.Same when input.Verified is { } value && value != row.Declared => ("Verified", $"核对值与申报不同，请改选“不一致”，或核对{row.PersonName}“{item.Title}”的核对值"),
            _ => null,
        };
    }

    private static bool Enter(VerificationResult row, ResultInput input)
    {
        var (outcome, verified, note) = (Blank(input.Outcome), input.Outcome == VerificationWords.Same ? row.Declared : input.Outcome == VerificationWords.Different ? input.Verified : null, Blank(input.Note));
        if ((row.Outcome, row.Verified, row.Note) == (outcome, verified, note))
        {
            return false;
        }

        (row.Outcome, row.Verified, row.Note) = (outcome, verified, note);
        return true;
    }

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
