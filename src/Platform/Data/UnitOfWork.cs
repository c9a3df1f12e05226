using Npgsql;
using SocialAssistance.Platform.Security;

namespace SocialAssistance.Platform.Data;

/// <summary>
/// The one database connection of a request or job. Every module's context, the audit trail, COPY and raw SQL share it,
/// so a transaction spans modules without two-phase commit.
/// </summary>
public sealed class UnitOfWork(NpgsqlDataSource dataSource, ICurrentUser user, TimeProvider time) : IAsyncDisposable, IDisposable
{
    private NpgsqlTransaction? _transaction;

    /// <summary>The connection; opened by whoever uses it first, closed with the scope.</summary>
    public NpgsqlConnection Connection { get; } = dataSource.CreateConnection();

    /// <summary>Whether a transaction is open; contexts refuse to save without one.</summary>
    public bool InTransaction => _transaction is not null;

    /// <summary>Opens the connection if needed and begins a transaction.</summary>
    public async Task BeginAsync(CancellationToken cancellationToken = default)
    {
        await OpenAsync(cancellationToken);
        _transaction = await Connection.BeginTransactionAsync(cancellationToken);
    }

    /// <summary>Runs work in a transaction of its own, for jobs, seeds and tests.</summary>
    public async Task RunAsync(Func<Task> work, CancellationToken cancellationToken = default)
    {
        await BeginAsync(cancellationToken);
        try
        {
            await work();
            await CommitAsync(cancellationToken);
        }
        catch
        {
            await RollbackAsync();
            throw;
        }
    }

    /// <summary>Commits.</summary>
    public async Task CommitAsync(CancellationToken cancellationToken = default)
    {
        await _transaction!.CommitAsync(cancellationToken);
        await _transaction.DisposeAsync();
        _transaction = null;
    }

    /// <summary>Rolls back; does nothing when no transaction is open.</summary>
    public async Task RollbackAsync()
    {
        if (_transaction is { } open)
        {
            _transaction = null;
            await open.DisposeAsync();
        }
    }

    /// <summary>Opens the connection.</summary>
    public async Task OpenAsync(CancellationToken cancellationToken = default)
    {
        if (Connection.State == System.Data.ConnectionState.Closed)
        {
            await Connection.OpenAsync(cancellationToken);
        }
    }

    /// <summary>A command on the shared connection with positional parameters ($1, $2 …).</summary>
    public async Task<NpgsqlCommand> CommandAsync(string sql, object?[] values, CancellationToken cancellationToken = default)
    {
        await OpenAsync(cancellationToken);
        var command = new NpgsqlCommand(sql, Connection);
        foreach (var value in values)
        {
            command.Parameters.Add(value as NpgsqlParameter ?? new NpgsqlParameter { Value = value ?? DBNull.Value });
        }

        return command;
    }

    /// <summary>Executes a statement on the shared connection.</summary>
    public async Task<int> ExecuteAsync(string sql, object?[] values, CancellationToken cancellationToken = default)
    {
        await using var command = await CommandAsync(sql, values, cancellationToken);
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Claims the key of a form post for a command; false when it was claimed by an earlier, committed post.</summary>
    public async Task<bool> ClaimAsync(string key, string commandName, CancellationToken cancellationToken) =>
        await ExecuteAsync(
            "insert into platform.form_posts (key, command, actor_id, posted_at) values ($1, $2, $3, $4) on conflict do nothing",
            [key, commandName, new NpgsqlParameter { Value = (object?)user.Id ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Uuid }, time.GetUtcNow()],
            cancellationToken) == 1;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await RollbackAsync();
        await Connection.DisposeAsync();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _transaction?.Dispose();
        Connection.Dispose();
    }
}
