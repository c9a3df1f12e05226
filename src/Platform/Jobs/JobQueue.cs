using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using NpgsqlTypes;
using SocialAssistance.Platform.Data;

namespace SocialAssistance.Platform.Jobs;

/// <summary>Writes jobs into the transaction of the command that asks for them.</summary>
internal sealed class JobQueue(UnitOfWork unitOfWork, JobRunner runner, TimeProvider time) : IJobs
{
    public async Task RunDueAsync(CancellationToken cancellationToken)
    {
        while (await runner.RunNextAsync(cancellationToken))
        {
        }
    }

    public Task EnqueueAsync(string kind, object payload, CancellationToken cancellationToken) => EnqueueAsync(kind, payload, time.GetUtcNow(), cancellationToken);

    public Task EnqueueAsync(string kind, object payload, DateTimeOffset notBefore, CancellationToken cancellationToken) => unitOfWork.ExecuteAsync(
        "insert into platform.jobs (id, kind, payload, created_at, not_before) values ($1, $2, $3, $4, $5)",
        [Guid.CreateVersion7(), kind, new NpgsqlParameter { Value = JsonSerializer.Serialize(payload), NpgsqlDbType = NpgsqlDbType.Jsonb }, time.GetUtcNow(), notBefore.ToUniversalTime()],
        cancellationToken);
}

/// <summary>Asks for work all day long.</summary>
internal sealed partial class JobWorker(JobRunner runner, ILogger<JobWorker> logger) : BackgroundService
{
    private static readonly TimeSpan Idle = TimeSpan.FromMilliseconds(500);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (!await runner.RunNextAsync(stoppingToken))
                {
                    await Task.Delay(Idle, stoppingToken);
                }
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                Failed(failure);
                await Task.Delay(TimeSpan.FromSeconds(2), stoppingToken);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The queue of background jobs could not be read and is tried again")]
    private partial void Failed(Exception exception);
}

/// <summary>
/// Takes one open job at a time. The row stays locked by this process's connection while it works, so a crash frees it
/// at once and another process may run beside this one.
/// </summary>
internal sealed partial class JobRunner(NpgsqlDataSource dataSource, IServiceScopeFactory scopes, TimeProvider time, ILogger<JobRunner> logger)
{
    /// <summary>False when nothing is due.</summary>
    public async Task<bool> RunNextAsync(CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        if (await TakeAsync(connection, cancellationToken) is not var (id, kind, payload))
        {
            return false;
        }

        string? error = null;
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var handler = scope.ServiceProvider.GetServices<IJobHandler>().Single(h => h.Kind == kind);
            using var document = JsonDocument.Parse(payload);
            await handler.RunAsync(document.RootElement, cancellationToken);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            error = $"{failure.GetType().Name}: {failure.Message}";
            Failed(failure);
        }

        await using var finish = new NpgsqlCommand("""
            update platform.jobs set attempts = attempts + 1, last_error = $2,
                finished_at = case when $2::text is null then $3 end,
                not_before = $3::timestamptz + make_interval(secs => least(3600, power(2, attempts + 1)))
            where id = $1
            """, connection)
        {
            Parameters = { new() { Value = id }, new() { Value = (object?)error ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text }, new() { Value = time.GetUtcNow() } },
        };
        await finish.ExecuteNonQueryAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    private async Task<(Guid Id, string Kind, string Payload)?> TakeAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("""
            select id, kind, payload::text from platform.jobs
            where finished_at is null and not_before <= $1 and attempts < 20
            order by not_before limit 1 for update skip locked
            """, connection) { Parameters = { new() { Value = time.GetUtcNow() } } };
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) ? (reader.GetGuid(0), reader.GetString(1), reader.GetString(2)) : null;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A background job failed and will be tried again")]
    private partial void Failed(Exception exception);
}
