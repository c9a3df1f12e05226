using Npgsql;
using SocialAssistance.Rules.Standards;
using SocialAssistance.Standards.Versions;

namespace SocialAssistance.Standards.Figures;

/// <summary>
/// The published figures in memory. Every two seconds it asks whether a version was published or taken back, so that
/// other processes follow; this process forgets at once.
/// </summary>
internal sealed class PublishedFigures(NpgsqlDataSource dataSource, TimeProvider time)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(2);
    private readonly Lock _lock = new();
    private FigureSnapshot _snapshot = new([]);
    private string? _stamp;
    private long _readAt;

    /// <summary>What is published now; the same object until something changes.</summary>
    public FigureSnapshot Current()
    {
        var readAt = Volatile.Read(ref _readAt);
        if (readAt != 0 && time.GetElapsedTime(readAt) < Fresh)
        {
            return Volatile.Read(ref _snapshot);
        }

        lock (_lock)
        {
            var stamp = Stamp();
            if (stamp != _stamp)
            {
                Volatile.Write(ref _snapshot, new(Read()));
                _stamp = stamp;
            }

            Volatile.Write(ref _readAt, time.GetTimestamp());
            return _snapshot;
        }
    }

    /// <summary>Asks again at the next question, after this process published or took back a version.</summary>
    public void Forget()
    {
        // Not beside somebody who has asked already and would remember the answer of before.
        lock (_lock)
        {
            Volatile.Write(ref _readAt, 0);
        }
    }

    private string Stamp()
    {
        using var command = dataSource.CreateCommand("select concat(count(*), ' ', max(published_at), ' ', max(withdrawn_at)) from standards.versions where published_at is not null");
        return (string)command.ExecuteScalar()!;
    }

    private List<LocalFigure> Read()
    {
        using var command = dataSource.CreateCommand("""
            select f.division_code, f.key, f.area, f.value, f.state, lower(f.in_force), upper(f.in_force), lower(f.known), upper(f.known), v.id, v.number,
                   d.number, d.title, f.article, f.quote
            from standards.figures f join standards.versions v on v.id = f.version_id join standards.documents d on d.id = f.document_id
            """);
        using var reader = command.ExecuteReader();
        var figures = new List<LocalFigure>();
        while (reader.Read())
        {
            // A key that a later build dropped is history nobody can calculate with any more.
            if (ParameterCatalogue.Find(reader.GetString(1)) is { } parameter)
            {
                figures.Add(new(
                    reader.GetString(0), parameter, AreaWords.Read(reader.GetString(2)), Text(reader, 3), reader.GetString(4),
                    reader.GetFieldValue<DateOnly>(5), reader.IsDBNull(6) ? null : reader.GetFieldValue<DateOnly>(6).AddDays(-1),
                    new Citation(reader.GetString(11), reader.GetString(13)) { Title = reader.GetString(12), Quote = Text(reader, 14) },
                    reader.GetGuid(9), reader.GetInt32(10),
                    reader.GetFieldValue<DateTimeOffset>(7), reader.IsDBNull(8) ? null : reader.GetFieldValue<DateTimeOffset>(8)));
            }
        }

        return figures;
    }

    private static string? Text(NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);
}
