using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;

namespace SocialAssistance.Platform.Data;

/// <summary>Healthy when the database answers.</summary>
public sealed class DatabaseHealth(NpgsqlDataSource dataSource) : IHealthCheck
{
    /// <inheritdoc/>
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await using var command = dataSource.CreateCommand("select 1");
        return await command.ExecuteScalarAsync(cancellationToken) is 1 ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy();
    }
}
