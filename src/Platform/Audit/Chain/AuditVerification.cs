using SocialAssistance.Platform.Data;

namespace SocialAssistance.Platform.Audit;

/// <inheritdoc cref="IAuditVerification"/>
internal sealed class AuditVerification(UnitOfWork unitOfWork, AuditChain chain) : IAuditVerification
{
    public async Task<AuditChainReport> VerifyAsync(string? printed, CancellationToken cancellationToken)
    {
        var (entries, blocks, head) = await CountAsync(cancellationToken);
        var (problem, entry) = await RowProblemAsync(cancellationToken);
        problem ??= await BlockProblemAsync(cancellationToken) ?? await PrintedProblemAsync(printed, cancellationToken);
        return new(entries, blocks, head, problem, entry);
    }

    private async Task<(long Entries, long Blocks, string? Head)> CountAsync(CancellationToken cancellationToken)
    {
        await using var command = await unitOfWork.CommandAsync("select coalesce(sum(entries), 0)::bigint, count(*) from platform.audit_blocks", [], cancellationToken);
        await using (var reader = await command.ExecuteReaderAsync(cancellationToken))
        {
            await reader.ReadAsync(cancellationToken);
            var (entries, blocks) = (reader.GetInt64(0), reader.GetInt64(1));
            await reader.DisposeAsync();
            return (entries, blocks, await chain.HeadAsync(cancellationToken));
        }
    }

    // The first row that is gone or reads differently, and the first that no block knows though it should.
    private async Task<(string? Problem, long? Entry)> RowProblemAsync(CancellationToken cancellationToken)
    {
        await using var command = await unitOfWork.CommandAsync($"""
            (select d.entry_id, case when e.id is null then 'gone' else 'changed' end from platform.audit_digests d left join platform.audit_entries e on e.id = d.entry_id
             where e.id is null or d.digest is distinct from {AuditChain.Digest} order by d.entry_id limit 1)
            union all
            (select e.id, 'added' from platform.audit_entries e where e.id <= $1 and not exists (select from platform.audit_digests d where d.entry_id = e.id) order by e.id limit 1)
            order by 1 limit 1
            """, [await chain.SettledAsync(cancellationToken)], cancellationToken);
        command.CommandTimeout = 300;
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        if (!await reader.ReadAsync(cancellationToken))
        {
            return (null, null);
        }

        var entry = reader.GetInt64(0);
        return (reader.GetString(1) switch
        {
            "gone" => $"第 {entry} 条轨迹被删除",
            "added" => $"第 {entry} 条轨迹是事后插入的",
            _ => $"第 {entry} 条轨迹的内容被改动",
        }, entry);
    }

    private async Task<string?> BlockProblemAsync(CancellationToken cancellationToken)
    {
        await using var command = await unitOfWork.CommandAsync("""
            select b.number, b.entries, b.first_id, b.last_id, b.content, b.previous_hash, b.hash, b.sealed_at, d.entries, d.content
            from platform.audit_blocks b
            left join (
                select block, count(*)::integer as entries, encode(sha256(string_agg(digest, ''::bytea order by entry_id)), 'hex') as content
                from platform.audit_digests group by block
            ) d on d.block = b.number
            order by b.number
            """, [], cancellationToken);
        command.CommandTimeout = 300;
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var (previous, next) = (AuditChain.Beginning, 1L);
        while (await reader.ReadAsync(cancellationToken))
        {
            var (number, entries, content, hash) = (reader.GetInt64(0), reader.GetInt32(1), reader.GetString(4), reader.GetString(6));
            if (number != next)
            {
                return $"第 {next} 个区块缺失";
            }

            if (reader.IsDBNull(8) || reader.GetInt32(8) != entries || reader.GetString(9) != content)
            {
                return $"第 {number} 个区块的校验码被改动或缺失";
            }

            if (reader.GetString(5) != previous || hash != AuditChain.HashOf(previous, number, entries, reader.GetInt64(2), reader.GetInt64(3), reader.GetFieldValue<DateTimeOffset>(7), content))
            {
                return $"第 {number} 个区块与前一个接不上，或区块本身被改动";
            }

            (previous, next) = (hash, number + 1);
        }

        return null;
    }

    private async Task<string?> PrintedProblemAsync(string? printed, CancellationToken cancellationToken)
    {
        var wanted = string.Concat((printed ?? "").Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();
        if (wanted.Length == 0)
        {
            return null;
        }

        await using var command = await unitOfWork.CommandAsync("select exists (select from platform.audit_blocks where hash = $1)", [wanted], cancellationToken);
        return await command.ExecuteScalarAsync(cancellationToken) is true ? null : "链上没有纸上的这个校验码：它以后的轨迹已丢失或被替换（也请核对是否抄错）";
    }
}
