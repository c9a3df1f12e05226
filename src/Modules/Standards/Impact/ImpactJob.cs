using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;
using SocialAssistance.Contracts.Accounts;
using SocialAssistance.Contracts.Disbursement;
using SocialAssistance.Contracts.Programs;
using SocialAssistance.Contracts.Standards;
using SocialAssistance.Platform.Data;
using SocialAssistance.Platform.Jobs;
using SocialAssistance.Rules.Standards;
using SocialAssistance.Rules.Values;
using SocialAssistance.Standards.Data;

namespace SocialAssistance.Standards.Impact;

/// <summary>
/// Runs a version over the caseload, programme by programme and township by township, each in its own transaction that also
/// notes it as done: a crash or a closed browser loses nothing, and the windows never wait for it.
/// </summary>
internal sealed class ImpactJob(
    StandardsDb db, UnitOfWork unitOfWork, IStandardVersions versions, ImpactCalculation calculation, ImpactQuery query, IFundingShares shares, ICountySettings county, IEnumerable<IAssistanceProgram> programs,
    IDivisions divisions, TimeProvider time) : IJobHandler
{
    public const string JobKind = "standards.impact";

    public string Kind => JobKind;

    public async Task RunAsync(JsonElement payload, CancellationToken cancellationToken)
    {
        var runId = payload.Deserialize<Work>()!.RunId;
        if (await db.ImpactRuns.AsNoTracking().SingleOrDefaultAsync(r => r.Id == runId, cancellationToken) is not { Status: ImpactStatus.Running } run)
        {
            return;
        }

        var tried = await versions.BookWithAsync(run.VersionId, cancellationToken);
        var done = await db.ImpactChunks.AsNoTracking().Where(c => c.RunId == runId).Select(c => c.Program + c.Township).ToHashSetAsync(cancellationToken);
        foreach (var program in programs)
        {
            foreach (var township in divisions.Townships().Where(t => !done.Contains(program.Code + t.Prefix)))
            {
                var lines = await calculation.LinesAsync(run, program, township.Prefix, tried, cancellationToken);
                await unitOfWork.RunAsync(() => KeepAsync(run, program.Code, township.Prefix, lines, cancellationToken), cancellationToken);
            }
        }

        await unitOfWork.RunAsync(() => FinishAsync(run, tried, cancellationToken), cancellationToken);
    }

    private async Task FinishAsync(ImpactRun run, PolicyBook tried, CancellationToken cancellationToken)
    {
        var month = BenefitMonth.Of(run.Month);
        var now = county.Book(county.PolicyCode);
        foreach (var program in (await query.ProgramsAsync(run.Id, cancellationToken)).GroupBy(p => p.Program))
        {
            var (before, after) = (await shares.OfAsync(program.Key, month, now, cancellationToken), await shares.OfAsync(program.Key, month, tried, cancellationToken));
            db.AddRange(program.SelectMany(sum => ImpactFunding.Split(run.Id, sum, before, after)));
        }

        var finished = await db.ImpactRuns.SingleAsync(r => r.Id == run.Id, cancellationToken);
        finished.Finish(time.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
    }

    private async Task KeepAsync(ImpactRun run, string program, string township, List<ImpactLine> lines, CancellationToken cancellationToken)
    {
        var claimed = await unitOfWork.ExecuteAsync(
            "insert into standards.impact_chunks (run_id, program, township, cases, done_at) values ($1, $2, $3, $4, $5) on conflict do nothing",
            [run.Id, program, township, lines.Count, time.GetUtcNow()], cancellationToken);
        if (claimed == 0 || lines.Count == 0)
        {
            return;
        }

        await using var writer = await unitOfWork.Connection.BeginBinaryImportAsync("""
            copy standards.impact_lines (run_id, case_id, case_number, program, division_code, area, persons, persons_before, persons_after, kind, before, after, back_months, back_pay, reason)
            from stdin (format binary)
            """, cancellationToken);
        foreach (var line in lines)
        {
            await WriteAsync(writer, line, cancellationToken);
        }

        await writer.CompleteAsync(cancellationToken);
    }

    private static async Task WriteAsync(NpgsqlBinaryImporter writer, ImpactLine line, CancellationToken cancellationToken)
    {
        await writer.StartRowAsync(cancellationToken);
        await writer.WriteAsync(line.RunId, NpgsqlDbType.Uuid, cancellationToken);
        await writer.WriteAsync(line.CaseId, NpgsqlDbType.Uuid, cancellationToken);
        await writer.WriteAsync(line.CaseNumber, NpgsqlDbType.Text, cancellationToken);
        await writer.WriteAsync(line.Program, NpgsqlDbType.Text, cancellationToken);
        await writer.WriteAsync(line.DivisionCode, NpgsqlDbType.Text, cancellationToken);
        await writer.WriteAsync(line.Area, NpgsqlDbType.Text, cancellationToken);
        await writer.WriteAsync(line.Persons, NpgsqlDbType.Integer, cancellationToken);
        await writer.WriteAsync(line.PersonsBefore, NpgsqlDbType.Integer, cancellationToken);
        await writer.WriteAsync(line.PersonsAfter, NpgsqlDbType.Integer, cancellationToken);
        await writer.WriteAsync(line.Kind, NpgsqlDbType.Text, cancellationToken);
        await writer.WriteAsync(line.Before, NpgsqlDbType.Numeric, cancellationToken);
        await writer.WriteAsync(line.After, NpgsqlDbType.Numeric, cancellationToken);
        await writer.WriteAsync(line.BackMonths, NpgsqlDbType.Integer, cancellationToken);
        await writer.WriteAsync(line.BackPay, NpgsqlDbType.Numeric, cancellationToken);
        await (line.Reason is { } reason ? writer.WriteAsync(reason, NpgsqlDbType.Text, cancellationToken) : writer.WriteNullAsync(cancellationToken));
    }

    public sealed record Work(Guid RunId);
}
