using System.Collections.Concurrent;
using System.Reflection;
using SocialAssistance.Rules.Standards;

namespace SocialAssistance.Policies;

/// <summary>
/// All packs, read when first asked for. A jurisdiction's book is layered by its code: county, prefecture, province,
/// nation, so that a county without figures of its own still has those above it.
/// </summary>
public sealed class PolicyLibrary
{
    private static readonly Dictionary<string, PolicyDocument> NoDocuments = [];
    private readonly IReadOnlyDictionary<string, PackSource> _sources;
    private readonly ConcurrentDictionary<string, Pack> _packs = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, PolicyBook> _books = new(StringComparer.Ordinal);
    private readonly Lazy<IReadOnlyList<PackHeader>> _headers;
    private readonly Lazy<Dictionary<string, string>> _codes;

    private PolicyLibrary(IReadOnlyDictionary<string, PackSource> sources)
    {
        _sources = sources;
        _headers = new(() => [.. sources.OrderBy(s => s.Key, StringComparer.Ordinal).Select(s => PackReader.ReadHeader(s.Value))]);
        _codes = new(() => _headers.Value.ToDictionary(h => h.Slug, h => h.Code, StringComparer.Ordinal));
    }

    /// <summary>The jurisdictions that have a pack, the nation first.</summary>
    public IReadOnlyList<PackHeader> Headers => _headers.Value;

    /// <summary>The packs of the product.</summary>
    public static PolicyLibrary Load() => From(Embedded());

    /// <summary>The packs of the product and more of them, for example a sixth county from a file.</summary>
    public static PolicyLibrary LoadWith(params IEnumerable<PackSource> more) => From(Embedded().Concat(more));

    /// <summary>A library of exactly these packs; one of them must be the nation's. Each file is named by its code.</summary>
    public static PolicyLibrary From(IEnumerable<PackSource> sources)
    {
        var byCode = new Dictionary<string, PackSource>(StringComparer.Ordinal);
        foreach (var source in sources)
        {
            var code = Path.GetFileNameWithoutExtension(source.File);
            if (!DivisionCodes.IsCode(code))
            {
                throw new PackException(source.File, "file", "is not named by a division code.", "Name it by its six digits, such as 360731.json.");
            }

            if (!byCode.TryAdd(code, source))
            {
                throw new PackException(source.File, "file", "there are two packs of this code.", "Put their values in one file.");
            }
        }

        return byCode.ContainsKey(Pack.Nation)
            ? new PolicyLibrary(byCode)
            : throw new PackException(Pack.Nation + ".json", "file", "is missing.", "The national defaults are needed by every pack.");
    }

    /// <summary>Every document that a pack lists, each once.</summary>
    public IEnumerable<PolicyDocument> Documents =>
        _sources.Keys.Order(StringComparer.Ordinal).SelectMany(code => PackOf(code)!.Documents.Values).DistinctBy(d => d.Number);

    /// <summary>The text of a document as shipped, one paragraph a line; null where the product has only its number and title.</summary>
    public static string? TextOf(PolicyDocument document)
    {
        if (document.TextFile is not { } file)
        {
            return null;
        }

        using var reader = new StreamReader(typeof(PolicyLibrary).Assembly.GetManifestResourceStream($"Documents/{file}")
            ?? throw new PackException(document.Division + ".json", $"documents.{document.Number}.text", $"\"{file}\" is not shipped.", "Put the file into Documents."));
        return reader.ReadToEnd();
    }

    /// <summary>The book of a jurisdiction that has a pack, by its short name or six-digit code; null is unknown.</summary>
    public PolicyBook? Find(string policy)
    {
        if (_sources.ContainsKey(policy))
        {
            return BookOf(policy);
        }

        return _codes.Value.TryGetValue(policy, out var code) ? BookOf(code) : null;
    }

    /// <summary>The book of any six-digit code: the packs of the code and of the levels above it, as far as they exist.</summary>
    public PolicyBook BookOf(string code) => _books.GetOrAdd(code, MakeBook);

    /// <summary>The pack of exactly this code; null if it has none.</summary>
    public Pack? PackOf(string code) => _sources.ContainsKey(code) ? _packs.GetOrAdd(code, ReadPack) : null;

    private PolicyBook MakeBook(string code)
    {
        if (!DivisionCodes.IsCode(code))
        {
            throw new ArgumentException($"\"{code}\" is not a six-digit division code.", nameof(code));
        }

        var packs = DivisionCodes.WithParents(code).Select(PackOf).OfType<Pack>().ToArray();
        return new PolicyBook(packs[0].Header.Slug, code, packs[0].Header.Name, [.. packs.Select(p => p.Layer)]);
    }

    private Pack ReadPack(string code)
    {
        var source = _sources[code];
        var above = DivisionCodes.WithParents(code).Where(c => c != code).Select(PackOf).OfType<Pack>().FirstOrDefault();
        var pack = PackReader.Read(source, above?.Documents ?? NoDocuments);
        return pack.Header.Code == code
            ? pack
            : throw new PackException(source.File, "jurisdiction", $"says {pack.Header.Code}.", "Name the file by the code it holds.");
    }

    private static IEnumerable<PackSource> Embedded()
    {
        var assembly = typeof(PolicyLibrary).Assembly;
        return assembly.GetManifestResourceNames()
            .Where(name => name.EndsWith(".json", StringComparison.Ordinal) && !name.Contains('/'))
            .Select(name => new PackSource(name, () => Bytes(assembly, name)));
    }

    private static ReadOnlyMemory<byte> Bytes(Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream(name)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
