using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SocialAssistance.Platform.Data;

namespace SocialAssistance.Platform.Audit;

/// <summary>
/// Takes up new rows of the trail into blocks, each chained to the one before (审计链). Done behind the commands, so that
/// nobody waits for it and commands do not wait for each other; a row that commits late goes into a later block.
/// </summary>
internal sealed class AuditChain(UnitOfWork unitOfWork, TimeProvider time) : IAuditChain
{
    /// <summary>What the first block is chained to.</summary>
    public const string Beginning = "0000000000000000000000000000000000000000000000000000000000000000";

    /// <summary>A row's content as bytes that do not depend on the session's settings; <c>e</c> is the row.</summary>
    public const string Digest = """
        sha256(convert_to(jsonb_build_array(e.id, (extract(epoch from e.at) * 1000000)::bigint, e.actor_id, e.actor_name, e.actor_division, e.action,
            e.subject_type, e.subject_id, e.case_id, e.reason, e.before, e.after, e.address)::text, 'UTF8'))
        """;

    // A transaction may hold a row back for as long as it runs; rows older than this that are in no block were slipped in.
    private static readonly TimeSpan LongestCommand = TimeSpan.FromMinutes(30);
    private const int MostEntries = 20_000;
    private const int LockKey = 5705;

    public async Task<int> ExtendAsync(CancellationToken cancellationToken)
    {
        var taken = 0;
        int more;
        do
        {
            more = 0;
            await unitOfWork.RunAsync(async () => more = await AddBlockAsync(cancellationToken), cancellationToken);
            taken += more;
        }
        while (more == MostEntries);
        return taken;
    }

    public async Task<string?> HeadAsync(CancellationToken cancellationToken)
    {
        await using var command = await unitOfWork.CommandAsync("select hash from platform.audit_blocks order by number desc limit 1", [], cancellationToken);
        return await command.ExecuteScalarAsync(cancellationToken) as string;
    }

    /// <summary>Identifier up to which every row must be in a block by now.</summary>
    public async Task<long> SettledAsync(CancellationToken cancellationToken)
    {
        await using var command = await unitOfWork.CommandAsync("select coalesce(max(last_id), 0) from platform.audit_blocks where sealed_at < $1", [time.GetUtcNow() - LongestCommand], cancellationToken);
        return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    /// <summary>SHA-256 over the block before and what this one is.</summary>
    public static string HashOf(string previous, long number, int entries, long firstId, long lastId, DateTimeOffset sealedAt, string content) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(
            '|', previous, number, entries, firstId, lastId, sealedAt.UtcDateTime.ToString("O", CultureInfo.InvariantCulture), content))));

    private async Task<int> AddBlockAsync(CancellationToken cancellationToken)
    {
        // One process at a time extends the chain; another one that comes by has nothing to do.
        await using (var attempt = await unitOfWork.CommandAsync($"select pg_try_advisory_xact_lock({LockKey})", [], cancellationToken))
        {
            if (await attempt.ExecuteScalarAsync(cancellationToken) is not true)
            {
                return 0;
            }
        }

        var (number, previous) = await LastAsync(cancellationToken);
        await using var command = await unitOfWork.CommandAsync($"""
            with fresh as (
                select e.id, {Digest} as digest from platform.audit_entries e
                where e.id > $1 and not exists (select from platform.audit_digests d where d.entry_id = e.id)
                order by e.id limit {MostEntries}
            ),
            kept as (insert into platform.audit_digests (entry_id, block, digest) select id, $2, digest from fresh)
            select count(*)::integer, coalesce(min(id), 0), coalesce(max(id), 0), encode(sha256(coalesce(string_agg(digest, ''::bytea order by id), ''::bytea)), 'hex') from fresh
            """, [await SettledAsync(cancellationToken), number + 1], cancellationToken);
        int entries;
        long firstId, lastId;
        string content;
        await using (var reader = await command.ExecuteReaderAsync(cancellationToken))
        {
            await reader.ReadAsync(cancellationToken);
            (entries, firstId, lastId, content) = (reader.GetInt32(0), reader.GetInt64(1), reader.GetInt64(2), reader.GetString(3));
        }

        if (entries > 0)
        {
            // PostgreSQL keeps microseconds; the hash must be computable again from what is stored.
            var now = new DateTimeOffset(time.GetUtcNow().Ticks / 10 * 10, TimeSpan.Zero);
            await unitOfWork.ExecuteAsync(
                "insert into platform.audit_blocks (number, entries, first_id, last_id, content, previous_hash, hash, sealed_at) values ($1, $2, $3, $4, $5, $6, $7, $8)",
                [number + 1, entries, firstId, lastId, content, previous, HashOf(previous, number + 1, entries, firstId, lastId, now, content), now], cancellationToken);
        }

        return entries;
    }

    private async Task<(long Number, string Hash)> LastAsync(CancellationToken cancellationToken)
    {
        await using var command = await unitOfWork.CommandAsync("select number, hash from platform.audit_blocks order by number desc limit 1", [], cancellationToken);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) ? (reader.GetInt64(0), reader.GetString(1)) : (0, Beginning);
    }
}
