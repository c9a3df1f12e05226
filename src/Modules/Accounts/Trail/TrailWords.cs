using System.Collections.Frozen;
using SocialAssistance.Platform.Modules;

namespace SocialAssistance.Accounts.Trail;

/// <summary>
/// Chinese for what the trail records by its English names. Each module says its own words in
/// <c>Data/audit-words.csv</c>, lines of <c>kind,key,word</c>: a command, an act, a type, a field (<c>Type.Field</c> or
/// just <c>Field</c>) or a value. A word that is missing is left out of the sentence; English never reaches the screen.
/// </summary>
internal sealed class TrailWords
{
    private readonly FrozenDictionary<(string Kind, string Key), string> _words;

    public TrailWords(IEnumerable<string> files) =>
        _words = files.SelectMany(f => f.ReplaceLineEndings("\n").Split('\n').Skip(1))
            .Select(l => l.Split(','))
            .Where(c => c.Length == 3)
            .DistinctBy(c => (c[0], c[1]))
            .ToFrozenDictionary(c => (c[0], c[1]), c => c[2]);

    /// <summary>The words of every module of this build.</summary>
    public static TrailWords Shipped() => new(
        from module in ModuleRegistration.Modules
        let assembly = module.GetType().Assembly
        from name in assembly.GetManifestResourceNames()
        where name.EndsWith(".audit-words.csv", StringComparison.Ordinal)
        select Read(assembly.GetManifestResourceStream(name)!));

    public string? Command(string name) => _words.GetValueOrDefault(("command", name));

    public string? Act(string name) => _words.GetValueOrDefault(("act", name));

    public string Type(string name) => _words.GetValueOrDefault(("type", name), "记录");

    public string? Field(string type, string name) => _words.GetValueOrDefault(("field", $"{type}.{name}")) ?? _words.GetValueOrDefault(("field", name));

    public string? Value(string value) => _words.GetValueOrDefault(("value", value));

    private static string Read(Stream stream)
    {
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
