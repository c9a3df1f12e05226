using System.Collections.Frozen;
using Npgsql;
using SocialAssistance.Contracts.Accounts;

namespace SocialAssistance.Accounts.Divisions;

/// <summary>
/// The divisions in memory. A county has a few hundred and they change every few years, so one copy per process is
/// read at first use and again after some minutes, when another process may have entered new ones.
/// </summary>
internal sealed class DivisionBook(NpgsqlDataSource dataSource, TimeProvider time) : IDivisions
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(10);

    private Contents? _contents;

    public Division? County => Read().County;

    public Division? Find(string code) => Read().ByCode.GetValueOrDefault(code);

    public string Name(string code) => Find(code)?.Name ?? code;

    public string FullName(string code)
    {
        var division = Find(code);
        return division switch
        {
            null => code,
            { Level: DivisionLevel.Village, Parent: { } township } => Name(township) + division.Name,
            _ => division.Name,
        };
    }

    public IReadOnlyList<Division> Townships() => Read().Townships;

    public IReadOnlyList<Division> Villages(string township) =>
        township.Length >= 9 && Read().Villages.TryGetValue(township[..9], out var villages) ? villages : [];

    /// <summary>Reads again at the next question; called after divisions were entered.</summary>
    public void Forget() => _contents = null;

    private Contents Read()
    {
        var contents = _contents;
        if (contents is null || time.GetUtcNow() - contents.ReadAt > Fresh)
        {
            contents = Load();
            // An empty county is about to be filled; only what is there is worth keeping.
            _contents = contents.County is null ? null : contents;
        }

        return contents;
    }

    private Contents Load()
    {
        using var command = dataSource.CreateCommand("select code, name, level, parent from accounts.divisions order by code");
        using var reader = command.ExecuteReader();
        var all = new List<Division>();
        while (reader.Read())
        {
            all.Add(new(reader.GetString(0), reader.GetString(1), Enum.Parse<DivisionLevel>(reader.GetString(2)), reader.IsDBNull(3) ? null : reader.GetString(3)));
        }

        return new(
            time.GetUtcNow(),
            all.FirstOrDefault(d => d.Level == DivisionLevel.County),
            all.ToFrozenDictionary(d => d.Code),
            all.Where(d => d.Level == DivisionLevel.Township).ToArray(),
            all.Where(d => d.Level == DivisionLevel.Village).GroupBy(d => d.Code[..9]).ToFrozenDictionary(g => g.Key, g => g.ToArray()));
    }

    private sealed record Contents(DateTimeOffset ReadAt, Division? County, FrozenDictionary<string, Division> ByCode, Division[] Townships, FrozenDictionary<string, Division[]> Villages);
}
