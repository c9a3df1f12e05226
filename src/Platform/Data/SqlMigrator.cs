using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace SocialAssistance.Platform.Data;

/// <summary>
/// Runs each module's numbered SQL scripts once, under a lock, in one transaction. An applied script that was edited
/// later, or one this build does not know, stops the start with a plain sentence.
/// </summary>
public sealed class SqlMigrator(NpgsqlDataSource owner)
{
    /// <summary>Applies what is missing, grants the application's role its rights, and returns how many scripts ran.</summary>
    public async Task<int> MigrateAsync(IEnumerable<(string Schema, Assembly Assembly)> modules, CancellationToken cancellationToken = default)
    {
        await using var connection = await owner.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await RunAsync("""
            select pg_advisory_xact_lock(5701);
            create table if not exists public.schema_migrations (
                module text not null, script text not null, checksum text not null, applied_at timestamptz not null default now(),
                primary key (module, script));
            """);
        var known = await KnownAsync(connection, cancellationToken);
        var applied = 0;
        foreach (var (schema, assembly) in modules)
        {
            await RunAsync($"create schema if not exists {schema}");
            foreach (var (script, sql) in Scripts(assembly))
            {
                var checksum = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(sql)));
                if (known.Remove((schema, script), out var recorded))
                {
                    if (recorded != checksum)
                    {
                        throw new InvalidOperationException($"{schema}/{script} was changed after it ran. Restore it and write a new script instead.");
                    }

                    continue;
                }

                await RunAsync(sql);
                await using var record = new NpgsqlCommand("insert into public.schema_migrations (module, script, checksum) values ($1, $2, $3)", connection, transaction)
                {
                    Parameters = { new() { Value = schema }, new() { Value = script }, new() { Value = checksum } },
                };
                await record.ExecuteNonQueryAsync(cancellationToken);
                applied++;
            }
        }

        if (known.Count > 0)
        {
            throw new InvalidOperationException($"The database was made by a newer build: it holds {string.Join(", ", known.Keys.Select(k => $"{k.Module}/{k.Script}"))}. Start the newer build.");
        }

        await DatabaseRoles.GrantAsync(connection, modules.Select(m => m.Schema).Distinct(), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        await connection.ReloadTypesAsync(cancellationToken);
        return applied;

        async Task RunAsync(string sql)
        {
            await using var command = new NpgsqlCommand(sql, connection, transaction);
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    private static async Task<Dictionary<(string Module, string Script), string>> KnownAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("select module, script, checksum from public.schema_migrations", connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var known = new Dictionary<(string, string), string>();
        while (await reader.ReadAsync(cancellationToken))
        {
            known[(reader.GetString(0), reader.GetString(1))] = reader.GetString(2);
        }

        return known;
    }

    private static IEnumerable<(string Name, string Sql)> Scripts(Assembly assembly)
    {
        const string folder = ".Data.Migrations.";
        return assembly.GetManifestResourceNames()
            .Where(n => n.Contains(folder, StringComparison.Ordinal) && n.EndsWith(".sql", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(n =>
            {
                using var reader = new StreamReader(assembly.GetManifestResourceStream(n)!);
                return (n[(n.IndexOf(folder, StringComparison.Ordinal) + folder.Length)..], reader.ReadToEnd().ReplaceLineEndings("\n"));
            });
    }
}
