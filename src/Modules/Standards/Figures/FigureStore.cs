using Npgsql;
using NpgsqlTypes;
using SocialAssistance.Platform.Data;
using SocialAssistance.Standards.Versions;

namespace SocialAssistance.Standards.Figures;

/// <summary>
/// Writes published figures, inside the caller's transaction. Nothing is overwritten: a successor ends what was known of
/// the rows it cuts and adds what is left of them; taking back ends the version's rows and adds again what they had cut.
/// </summary>
internal sealed class FigureStore(UnitOfWork unitOfWork, TimeProvider time)
{
    private const string Remainders = """
        insert into standards.figures (division_code, key, area, value, state, in_force, known, version_id, document_id, article, quote)
        select f.division_code, f.key, f.area, f.value, f.state, part.days, tstzrange($1, null), f.version_id, f.document_id, f.article, f.quote
        from standards.figures f
        cross join lateral (values
            (case when lower(f.in_force) < $3 then daterange(lower(f.in_force), $3) end),
            (case when $4::date is not null and (upper_inf(f.in_force) or upper(f.in_force) > $4::date + 1) then daterange($4::date + 1, upper(f.in_force)) end)) as part (days)
        where f.id = any($2) and part.days is not null
        """;

    /// <summary>One publication at a time, each with a moment of its own that is later than all before it.</summary>
    public async Task<DateTimeOffset> BeginAsync(string division, CancellationToken cancellationToken)
    {
        await unitOfWork.ExecuteAsync("select pg_advisory_xact_lock(hashtext('standards.figures'), hashtext($1))", [division], cancellationToken);
        await using var command = await unitOfWork.CommandAsync(
            "select greatest(max(lower(known)), max(upper(known))) from standards.figures where division_code = $1", [division], cancellationToken);
        var last = await command.ExecuteScalarAsync(cancellationToken) is DateTime moment ? new DateTimeOffset(moment, TimeSpan.Zero) : DateTimeOffset.MinValue;
        // The database keeps microseconds; a finer moment would not be found again.
        var now = new DateTimeOffset(time.GetUtcNow().UtcTicks / TimeSpan.TicksPerMicrosecond * TimeSpan.TicksPerMicrosecond, TimeSpan.Zero);
        return now > last ? now : last.AddMicroseconds(1);
    }

    /// <summary>States the lines of a version from this moment on.</summary>
    public async Task StateAsync(StandardVersion version, IEnumerable<VersionLine> lines, DateTimeOffset at, CancellationToken cancellationToken)
    {
        foreach (var line in lines)
        {
            var until = new NpgsqlParameter { Value = (object?)line.ToDay ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Date };
            var cut = await EndAsync(
                "division_code = $2 and key = $3 and area = $4 and in_force && daterange($5, $6, '[]')",
                [at, version.DivisionCode, line.Key, line.Area, line.FromDay, until.Clone()], cancellationToken);
            if (cut.Length > 0)
            {
                await unitOfWork.ExecuteAsync(Remainders, [at, cut, line.FromDay, until.Clone()], cancellationToken);
            }

            await unitOfWork.ExecuteAsync("""
                insert into standards.figures (division_code, key, area, value, state, in_force, known, version_id, document_id, article, quote)
                values ($1, $2, $3, $4, $5, daterange($6, $7, '[]'), tstzrange($8, null), $9, $10, $11, $12)
                """,
                [version.DivisionCode, line.Key, line.Area, Text(line.Value), line.State, line.FromDay, until, at, version.Id, line.DocumentId!.Value, line.Article, Text(line.Quote)],
                cancellationToken);
        }
    }

    /// <summary>Whether a later version cut into what this publication made, so that it cannot be taken back before that one.</summary>
    public async Task<bool> IsCutAsync(StandardVersion version, DateTimeOffset stated, CancellationToken cancellationToken)
    {
        await using var command = await unitOfWork.CommandAsync(
            "select exists (select from standards.figures where division_code = $1 and lower(known) = $2 and not upper_inf(known))", [version.DivisionCode, stated], cancellationToken);
        return (bool)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    /// <summary>Takes the version back: its figures are no longer known, and what they had cut is known again.</summary>
    public async Task TakeBackAsync(StandardVersion version, DateTimeOffset stated, DateTimeOffset at, CancellationToken cancellationToken)
    {
        // The remainders made at the publication end with it; the rows cut then come back whole.
        await EndAsync("division_code = $2 and lower(known) = $3", [at, version.DivisionCode, stated], cancellationToken);
        await unitOfWork.ExecuteAsync("""
            insert into standards.figures (division_code, key, area, value, state, in_force, known, version_id, document_id, article, quote)
            select division_code, key, area, value, state, in_force, tstzrange($1, null), version_id, document_id, article, quote
            from standards.figures where division_code = $2 and upper(known) = $3
            """, [at, version.DivisionCode, stated], cancellationToken);
    }

    private async Task<Guid[]> EndAsync(string condition, object?[] values, CancellationToken cancellationToken)
    {
        await using var command = await unitOfWork.CommandAsync(
            $"update standards.figures set known = tstzrange(lower(known), $1) where upper_inf(known) and {condition} returning id", values, cancellationToken);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var ended = new List<Guid>();
        while (await reader.ReadAsync(cancellationToken))
        {
            ended.Add(reader.GetGuid(0));
        }

        return [.. ended];
    }

    private static NpgsqlParameter Text(string? value) => new() { Value = (object?)value ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text };
}
