using System.Text.Json;
using NpgsqlTypes;
using SocialAssistance.Cases.CaseFiles;
using SocialAssistance.Contracts.Accounts;
using SocialAssistance.Contracts.Cases;
using SocialAssistance.Contracts.Demo;
using SocialAssistance.Contracts.Standards;
using SocialAssistance.Platform.Data;

namespace SocialAssistance.Cases.Demo;

/// <summary>Case files, facts, determinations and timelines of the demonstration county, by COPY.</summary>
internal sealed class CasesDemo(UnitOfWork unitOfWork, IWorkingCalendar calendar, ICountySettings county) : IDemoPart
{
    private static readonly DemoAccount Clerk = DemoAccounts.Of("clerk");
    private static readonly DemoAccount Leader = DemoAccounts.Of("leader");

    public int Order => 40;

    public async Task FillAsync(IReadOnlyList<DemoFamily> families, DemoYear year, CancellationToken cancellationToken)
    {
        await CaseFilesAsync(families, year.Today, cancellationToken);
        await PersonsAsync(families, cancellationToken);
        await FactsAsync(families, cancellationToken);
        await DeterminationsAsync(families, cancellationToken);
        await TimelinesAsync(families, cancellationToken);
        await SeriesAsync(families, cancellationToken);
    }

    private async Task CaseFilesAsync(IReadOnlyList<DemoFamily> families, DateOnly today, CancellationToken cancellationToken)
    {
        var limit = county.ProcedureLimit(today).Value;
        await using var copy = await unitOfWork.Connection.BeginBinaryImportAsync("""
            copy cases.case_files (id, number, program, division_code, household_id, applicant_name, applicant_id_number, applicant_phone, member_count, area, stage, stage_since,
                accepted_on, due_on, paused_since, pause_reason, verification_done, visit_done, fact_version, per_capita_income, monthly_amount, determination_id, relative_of_official,
                accepted_by, accepted_by_name, decided_on, decided_by, decided_by_name, decline_reason, start_month, version) from stdin (format binary)
            """, cancellationToken);
        foreach (var f in families)
        {
            var investigated = f.Stage is not (Stages.Supplement or Stages.Investigating);
            var decided = f.DecidedOn is not null;
            var granted = f.Stage is Stages.InBenefit or Stages.Ended;
            var paused = f.Stage == Stages.Supplement;
            await copy.WriteRowAsync(cancellationToken,
                f.CaseId, f.CaseNumber, f.Program, f.DivisionCode, f.HouseholdId, f.Head.Name, Or(f.Head.IdNumber), Or(f.Head.Phone), f.Facts.Members.Count, f.Facts.Area, f.Stage, f.DecidedOn ?? f.AcceptedOn,
                f.AcceptedOn, calendar.Add(f.AcceptedOn, limit), paused ? f.AcceptedOn : DBNull.Value, paused ? "补正材料" : DBNull.Value, investigated, investigated, 1,
                Or(f.Assessment.PerCapitaIncome), f.Assessment.MonthlyAmount, f.DeterminationId, false,
                Clerk.Id, Clerk.Name, Or(f.DecidedOn), decided ? Leader.Id : DBNull.Value, decided ? Leader.Name : DBNull.Value,
                f.Stage == Stages.Declined ? "家庭人均月收入不低于当地保障标准（民发〔2021〕57号 第八条）" : DBNull.Value,
                granted ? FirstOfNext(f.DecidedOn!.Value) : DBNull.Value, 3);
        }

        await copy.CompleteAsync(cancellationToken);
    }

    private async Task PersonsAsync(IReadOnlyList<DemoFamily> families, CancellationToken cancellationToken)
    {
        await using var copy = await unitOfWork.Connection.BeginBinaryImportAsync("copy cases.case_persons (case_id, person_id, id_number, name, relation) from stdin (format binary)", cancellationToken);
        foreach (var (f, m) in families.SelectMany(f => f.Facts.Members.Select(m => (f, m))))
        {
            await copy.WriteRowAsync(cancellationToken, f.CaseId, m.PersonId, Or(m.IdNumber), m.Name, m.Relation);
        }

        await copy.CompleteAsync(cancellationToken);
    }

    private async Task FactsAsync(IReadOnlyList<DemoFamily> families, CancellationToken cancellationToken)
    {
        await using var copy = await unitOfWork.Connection.BeginBinaryImportAsync("copy cases.fact_versions (case_id, number, cause, reason, facts, made_by, made_by_name, made_at) from stdin (format binary)", cancellationToken);
        foreach (var f in families)
        {
            await copy.StartRowAsync(cancellationToken);
            await copy.WriteAsync(f.CaseId, cancellationToken);
            await copy.WriteAsync(1, cancellationToken);
            await copy.WriteAsync("declared", cancellationToken);
            await copy.WriteNullAsync(cancellationToken);
            await copy.WriteAsync(JsonSerializer.Serialize(f.Facts, JsonColumn.Options), NpgsqlDbType.Jsonb, cancellationToken);
            await copy.WriteAsync(Clerk.Id, cancellationToken);
            await copy.WriteAsync(Clerk.Name, cancellationToken);
            await copy.WriteAsync(At(f.AcceptedOn, 10), cancellationToken);
        }

        await copy.CompleteAsync(cancellationToken);
    }

    private async Task DeterminationsAsync(IReadOnlyList<DemoFamily> families, CancellationToken cancellationToken)
    {
        await using var copy = await unitOfWork.Connection.BeginBinaryImportAsync("""
            copy cases.determinations (id, case_id, fact_version, purpose, month, known_at, policy_code, outcome, monthly_amount, assessment, made_by_name, made_at) from stdin (format binary)
            """, cancellationToken);
        foreach (var f in families)
        {
            await copy.StartRowAsync(cancellationToken);
            await copy.WriteAsync(f.DeterminationId, cancellationToken);
            await copy.WriteAsync(f.CaseId, cancellationToken);
            await copy.WriteAsync(1, cancellationToken);
            await copy.WriteAsync(f.DecidedOn is null ? "declared" : "confirmation", cancellationToken);
            await copy.WriteAsync(DateOnly.ParseExact(f.Assessment.Month + "-01", "yyyy-MM-dd"), cancellationToken);
            await copy.WriteNullAsync(cancellationToken);
            await copy.WriteAsync(f.Assessment.PolicyCode, cancellationToken);
            await copy.WriteAsync(f.Assessment.Outcome, cancellationToken);
            await copy.WriteAsync(f.Assessment.MonthlyAmount, cancellationToken);
            await copy.WriteAsync(JsonSerializer.Serialize(f.Assessment, JsonColumn.Options), NpgsqlDbType.Jsonb, cancellationToken);
            await copy.WriteAsync(f.DecidedOn is null ? Clerk.Name : Leader.Name, cancellationToken);
            await copy.WriteAsync(At(f.DecidedOn ?? f.AcceptedOn, 10), cancellationToken);
        }

        await copy.CompleteAsync(cancellationToken);
    }

    private async Task TimelinesAsync(IReadOnlyList<DemoFamily> families, CancellationToken cancellationToken)
    {
        await using var copy = await unitOfWork.Connection.BeginBinaryImportAsync("copy cases.timeline_entries (id, case_id, at, actor_name, kind, text) from stdin (format binary)", cancellationToken);
        foreach (var f in families)
        {
            await copy.WriteRowAsync(cancellationToken, Guid.CreateVersion7(At(f.AcceptedOn, 10)), f.CaseId, At(f.AcceptedOn, 10), Clerk.Name, "accepted", $"已受理，编号 {f.CaseNumber}");
            if (f.DecidedOn is { } decided)
            {
                await copy.WriteRowAsync(cancellationToken, Guid.CreateVersion7(At(decided, 15)), f.CaseId, At(decided, 15), Leader.Name, f.Stage == Stages.Declined ? "declined" : "confirmed",
                    f.Stage == Stages.Declined ? "不予确认：家庭人均月收入不低于当地保障标准" : $"审核确认：{FirstOfNext(decided):yyyy年M月}起每月 {f.Assessment.MonthlyAmount:0.00} 元");
            }
        }

        await copy.CompleteAsync(cancellationToken);
    }

    private async Task SeriesAsync(IReadOnlyList<DemoFamily> families, CancellationToken cancellationToken)
    {
        var last = families.GroupBy(f => f.CaseNumber[3..9]).Select(g => (Series: $"{county.PolicyCode}-{g.Key}", Last: g.Max(f => int.Parse(f.CaseNumber[10..])))).ToArray();
        await unitOfWork.ExecuteAsync("""
            insert into cases.number_series (series, last) select * from unnest($1::text[], $2::int[])
            on conflict (series) do update set last = greatest(number_series.last, excluded.last)
            """, [last.Select(l => l.Series).ToArray(), last.Select(l => l.Last).ToArray()], cancellationToken);
    }

    private static DateTimeOffset At(DateOnly day, int hour) => new DateTimeOffset(day, new TimeOnly(hour, 0), TimeSpan.FromHours(8)).ToUniversalTime();

    private static DateOnly FirstOfNext(DateOnly day) => new DateOnly(day.Year, day.Month, 1).AddMonths(1);

    private static object Or(object? value) => value ?? DBNull.Value;
}
