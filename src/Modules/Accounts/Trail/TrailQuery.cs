using System.Globalization;
using Npgsql;
using SocialAssistance.Platform.Data;

namespace SocialAssistance.Accounts.Trail;

/// <summary>What somebody wants to see of the trail; page, count of rows and export read the same conditions.</summary>
/// <param name="ActorId">Only what this account did.</param>
/// <param name="CaseId">Only what happened to this case.</param>
/// <param name="Kind"><c>viewed</c>, <c>changed</c>, <c>session</c> or <c>other</c>; null for everything.</param>
/// <param name="From">First day, in China.</param>
/// <param name="To">Last day, in China.</param>
internal sealed record TrailFilter(Guid? ActorId, Guid? CaseId, string? Kind, DateOnly? From, DateOnly? To);

/// <summary>One row of the trail as stored.</summary>
internal sealed record TrailEntry(
    long Id, DateTimeOffset At, Guid? ActorId, string ActorName, string ActorDivision, string Action, string SubjectType, string SubjectId, Guid? CaseId, string? Reason, string? Before, string? After, string? Address);

/// <summary>Reads the trail, newest first, by keyset.</summary>
internal sealed class TrailQuery(UnitOfWork unitOfWork)
{
    private static readonly TimeSpan China = TimeSpan.FromHours(8);

    private static readonly IReadOnlyDictionary<string, string> Kinds = new Dictionary<string, string>
    {
        ["viewed"] = "action = 'viewed'",
        ["changed"] = "position(':' in action) > 0",
        ["session"] = "action in ('logged-in', 'logged-out', 'log-in-refused', 'password-changed', 'password-reset')",
        ["other"] = "action <> 'viewed' and position(':' in action) = 0 and action not in ('logged-in', 'logged-out', 'log-in-refused', 'password-changed', 'password-reset')",
    };

    /// <summary>Rows older than the cursor, or the rows just newer than it when <paramref name="newer"/>.</summary>
    public async Task<IReadOnlyList<TrailEntry>> ReadAsync(TrailFilter filter, string? cursor, bool newer, int limit, CancellationToken cancellationToken)
    {
        var (where, values) = Conditions(filter);
        if (Parse(cursor) is { } at)
        {
            values.AddRange([at.At, at.Id]);
            where.Add($"(at, id) {(newer ? ">" : "<")} (${values.Count - 1}, ${values.Count})");
        }

        var order = newer ? "asc" : "desc";
        await using var command = await unitOfWork.CommandAsync(
            $"""
            select id, at, actor_id, actor_name, actor_division, action, subject_type, subject_id, case_id, reason, before::text, after::text, address
            from platform.audit_entries where {string.Join(" and ", where)} order by at {order}, id {order} limit {limit}
            """,
            [.. values],
            cancellationToken);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var entries = new List<TrailEntry>();
        while (await reader.ReadAsync(cancellationToken))
        {
            entries.Add(new(
                reader.GetInt64(0), reader.GetFieldValue<DateTimeOffset>(1), reader.IsDBNull(2) ? null : reader.GetGuid(2), reader.GetString(3), reader.GetString(4), reader.GetString(5),
                reader.GetString(6), reader.GetString(7), reader.IsDBNull(8) ? null : reader.GetGuid(8), Text(reader, 9), Text(reader, 10), Text(reader, 11), Text(reader, 12)));
        }

        return newer ? [.. entries.AsEnumerable().Reverse()] : entries;
    }

    public static string CursorOf(TrailEntry entry) => string.Create(CultureInfo.InvariantCulture, $"{entry.At.UtcTicks}-{entry.Id}");

    private static (List<string> Where, List<object?> Values) Conditions(TrailFilter filter)
    {
        var where = new List<string> { "true" };
        var values = new List<object?>();
        Add(filter.ActorId, "actor_id = $");
        Add(filter.CaseId, "case_id = $");
        Add(filter.From is { } from ? Midnight(from) : null, "at >= $");
        Add(filter.To is { } to ? Midnight(to.AddDays(1)) : null, "at < $");
        if (filter.Kind is { } kind && Kinds.TryGetValue(kind, out var condition))
        {
            where.Add(condition);
        }

        return (where, values);

        void Add(object? value, string text)
        {
            if (value is not null)
            {
                values.Add(value);
                where.Add(text + values.Count);
            }
        }
    }

    private static DateTimeOffset Midnight(DateOnly day) => new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), China).ToUniversalTime();

    private static (DateTimeOffset At, long Id)? Parse(string? cursor) =>
        cursor?.Split('-') is [var ticks, var id] && long.TryParse(ticks, CultureInfo.InvariantCulture, out var t) && t > 0 && t < DateTime.MaxValue.Ticks
            && long.TryParse(id, CultureInfo.InvariantCulture, out var n) ? (new(t, TimeSpan.Zero), n) : null;

    private static string? Text(NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);
}
