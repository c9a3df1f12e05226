using System.Text.Json;
using NpgsqlTypes;
using SocialAssistance.Cases.CaseFiles;
using SocialAssistance.Cases.Changes;
using SocialAssistance.Cases.Reviews;
using SocialAssistance.Contracts.Accounts;
using SocialAssistance.Contracts.Cases;
using SocialAssistance.Contracts.Demo;
using SocialAssistance.Contracts.Programs;
using SocialAssistance.Platform.Data;

namespace SocialAssistance.Cases.Demo;

/// <summary>Twelve months of confirmed changes of the demonstration county, by COPY, and what is due for review.</summary>
internal sealed class ChangesDemo(UnitOfWork unitOfWork, DemoChanges changes, ReviewCalendar reviews) : IDemoPart
{
    private static readonly DemoAccount Clerk = DemoAccounts.Of("clerk");
    private static readonly DemoAccount Leader = DemoAccounts.Of("leader");

    public int Order => 45;

    public async Task FillAsync(IReadOnlyList<DemoFamily> families, DemoYear year, CancellationToken cancellationToken)
    {
        // What happens to the cast of the year is told by commands.
        var made = families.Where(f => f.Role is null).SelectMany(f => changes.Of(f, year.Today)).ToArray();
        await DeterminationsAsync(made, cancellationToken);
        await ChangeRowsAsync(made, cancellationToken);
        await HearingsAsync(made, cancellationToken);
        await FactsAsync(made, cancellationToken);
        await unitOfWork.ExecuteAsync("""
            update cases.case_files f set fact_version = 2, determination_id = c.determination, monthly_amount = c.amount, per_capita_income = c.income
            from unnest($1::uuid[], $2::uuid[], $3::numeric[], $4::numeric[]) c(id, determination, amount, income) where f.id = c.id
            """,
            [made.Select(c => c.Family.CaseId).ToArray(), made.Select(c => c.DeterminationId).ToArray(), made.Select(c => c.After.Total).ToArray(), made.Select(c => c.After.Assessment!.PerCapitaIncome).ToArray()],
            cancellationToken);
        await reviews.RefreshAsync([.. families.Select(f => f.CaseId)], cancellationToken);
    }

    private async Task DeterminationsAsync(DemoChange[] made, CancellationToken cancellationToken)
    {
        await using var copy = await unitOfWork.Connection.BeginBinaryImportAsync(
            "copy cases.determinations (id, case_id, fact_version, purpose, month, known_at, policy_code, outcome, monthly_amount, assessment, made_by_name, made_at) from stdin (format binary)", cancellationToken);
        foreach (var c in made)
        {
            var assessment = DecideChangeHandler.AssessmentOf(c.After, c.After.Assessment!);
            await copy.StartRowAsync(cancellationToken);
            await copy.WriteAsync(c.DeterminationId, cancellationToken);
            await copy.WriteAsync(c.Family.CaseId, cancellationToken);
            await copy.WriteAsync(2, cancellationToken);
            await copy.WriteAsync(c.Change.Kind, cancellationToken);
            await copy.WriteAsync(c.Effective.FirstDay, cancellationToken);
            await copy.WriteNullAsync(cancellationToken);
            await copy.WriteAsync(assessment.PolicyCode, cancellationToken);
            await copy.WriteAsync(assessment.Outcome, cancellationToken);
            await copy.WriteAsync(assessment.MonthlyAmount, cancellationToken);
            await copy.WriteAsync(JsonSerializer.Serialize(assessment, JsonColumn.Options), NpgsqlDbType.Jsonb, cancellationToken);
            await copy.WriteAsync(Leader.Name, cancellationToken);
            await copy.WriteAsync(At(c.Decided), cancellationToken);
        }

        await copy.CompleteAsync(cancellationToken);
    }

    private async Task ChangeRowsAsync(DemoChange[] made, CancellationToken cancellationToken)
    {
        await using var copy = await unitOfWork.Connection.BeginBinaryImportAsync("""
            copy cases.benefit_changes (id, case_id, division_code, kind, person_id, person_name, happened_on, known_on, reported_by, status, proposed_by, proposed_by_name, proposed_at,
                decided_on, decided_by, decided_by_name, effective_month, loses, ground, hearing_id, total_before, total_after, determination_id, patch) from stdin (format binary)
            """, cancellationToken);
        foreach (var c in made)
        {
            await copy.StartRowAsync(cancellationToken);
            foreach (var value in new object?[]
            {
                c.Change.Id, c.Change.CaseId, c.Change.DivisionCode, c.Change.Kind, c.Change.PersonId, c.Change.PersonName, c.Change.HappenedOn, c.Change.KnownOn, c.Change.ReportedBy,
                ChangeStatus.Confirmed, Clerk.Id, Clerk.Name, c.Change.ProposedAt, c.Decided, Leader.Id, Leader.Name, c.Effective.FirstDay, Loses(c),
                Loses(c) ? RevisionGrounds.Hearing : c.Change.Kind == ChangeKinds.Death ? RevisionGrounds.Death : RevisionGrounds.NoLoss, Loses(c) ? HearingId(c) : null, c.Before.Total, c.After.Total, c.DeterminationId,
            })
            {
                if (value is null)
                {
                    await copy.WriteNullAsync(cancellationToken);
                }
                else
                {
                    await copy.WriteAsync(value, cancellationToken);
                }
            }

            await copy.WriteAsync(JsonSerializer.Serialize(c.Change.Patch, JsonColumn.Options), NpgsqlDbType.Jsonb, cancellationToken);
        }

        await copy.CompleteAsync(cancellationToken);
    }

    private async Task HearingsAsync(DemoChange[] made, CancellationToken cancellationToken)
    {
        await using var copy = await unitOfWork.Connection.BeginBinaryImportAsync("""
            copy cases.hearings (id, case_id, change_id, told_on, told_how, heard_on, heard_how, statement, reply_until, waived, recorded_by, recorded_by_name, recorded_at) from stdin (format binary)
            """, cancellationToken);
        foreach (var c in made.Where(Loses))
        {
            var told = c.Decided.AddDays(-2);
            await copy.WriteRowAsync(cancellationToken, HearingId(c), c.Family.CaseId, c.Change.Id, told, "in-person", told, "in-person", "情况属实，没有异议", c.Decided.AddDays(3), true, Clerk.Id, Clerk.Name, At(told));
        }

        await copy.CompleteAsync(cancellationToken);
    }

    private async Task FactsAsync(DemoChange[] made, CancellationToken cancellationToken)
    {
        await using (var copy = await unitOfWork.Connection.BeginBinaryImportAsync("copy cases.fact_versions (case_id, number, cause, facts, made_by, made_by_name, made_at) from stdin (format binary)", cancellationToken))
        {
            foreach (var c in made)
            {
                await copy.StartRowAsync(cancellationToken);
                await copy.WriteAsync(c.Family.CaseId, cancellationToken);
                await copy.WriteAsync(2, cancellationToken);
                await copy.WriteAsync(c.Change.Kind, cancellationToken);
                await copy.WriteAsync(JsonSerializer.Serialize(c.Facts, JsonColumn.Options), NpgsqlDbType.Jsonb, cancellationToken);
                await copy.WriteAsync(Leader.Id, cancellationToken);
                await copy.WriteAsync(Leader.Name, cancellationToken);
                await copy.WriteAsync(At(c.Decided), cancellationToken);
            }

            await copy.CompleteAsync(cancellationToken);
        }

        await using var lines = await unitOfWork.Connection.BeginBinaryImportAsync("copy cases.timeline_entries (id, case_id, at, actor_name, kind, text) from stdin (format binary)", cancellationToken);
        foreach (var c in made)
        {
            await lines.WriteRowAsync(cancellationToken, Guid.CreateVersion7(At(c.Decided)), c.Family.CaseId, At(c.Decided), Leader.Name, "change-confirmed",
                FormattableString.Invariant($"{ChangeKinds.Name(c.Change.Kind)}（{c.Change.PersonName}）：{c.Effective.Year}年{c.Effective.Month}月起每月由 {c.Before.Total:0.00} 元变为 {c.After.Total:0.00} 元"));
        }

        await lines.CompleteAsync(cancellationToken);
    }

    private static bool Loses(DemoChange change) => change.Change.Kind != ChangeKinds.Death && change.After.Amounts.Any(a => change.Before.Amounts.Where(b => (b.PersonId, b.Benefit) == (a.PersonId, a.Benefit)).Sum(b => b.Amount) > a.Amount);

    // Derived from the change, so that it is the same every time.
    private static Guid HearingId(DemoChange change)
    {
        var bytes = change.Change.Id.ToByteArray();
        bytes[15] ^= 0xFF;
        return new(bytes);
    }

    private static DateTimeOffset At(DateOnly day) => new DateTimeOffset(day, new TimeOnly(15, 0), TimeSpan.FromHours(8)).ToUniversalTime();
}
