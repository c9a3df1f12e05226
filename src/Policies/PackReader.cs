using System.Text.Json;
using SocialAssistance.Rules.Standards;

namespace SocialAssistance.Policies;

/// <summary>
/// Reads a pack and refuses everything doubtful: unknown keys, wrong names, units and types, uncited values, bad dates,
/// and entries between which nothing decides.
/// </summary>
public static class PackReader
{
    private static readonly string[] Statuses = ["stated", "derived", "assumed", "technical"];

    /// <summary>Reads one file; <paramref name="inherited"/> are the documents listed by the packs above it.</summary>
    public static Pack Read(PackSource source, IReadOnlyDictionary<string, PolicyDocument> inherited)
    {
        using var json = Parse(source);
        var root = new PackJson(source.File, "file", json.RootElement).Only("jurisdiction", "policy", "name", "english", "documents", "values");
        var header = ReadHeader(root);
        var documents = new Dictionary<string, PolicyDocument>(inherited, StringComparer.Ordinal);
        foreach (var (number, part) in root.Parts("documents"))
        {
            if (!documents.TryAdd(number, ReadDocument(number, part, header.Code)))
            {
                throw part.Problem("the document is already listed by a pack above this one.", "Cite it without listing it again.");
            }
        }

        var entries = new List<Entry>();
        foreach (var (key, part) in root.Parts("values"))
        {
            entries.AddRange(ReadParameter(key, part, header, documents));
        }

        var name = header.Code == Pack.Nation ? LayerNames.National : LayerNames.Policy;
        return new Pack(header, documents, new Layer(name, entries) { Division = header.Code, Title = header.Name });
    }

    /// <summary>Reads only whose pack it is, without checking its figures.</summary>
    public static PackHeader ReadHeader(PackSource source)
    {
        using var json = Parse(source);
        return ReadHeader(new PackJson(source.File, "file", json.RootElement));
    }

    private static JsonDocument Parse(PackSource source)
    {
        try
        {
            return JsonDocument.Parse(source.Utf8());
        }
        catch (JsonException exception)
        {
            throw new PackException(source.File, "file", $"is not JSON: {exception.Message}", "Correct the line named.");
        }
    }

    private static PackHeader ReadHeader(PackJson root)
    {
        var code = root.Text("jurisdiction");
        return DivisionCodes.IsCode(code)
            ? new PackHeader(code, root.Text("policy"), root.Text("name"), root.Text("english"))
            : throw root.Problem("jurisdiction", $"\"{code}\" is not a division code.", "Write six digits, such as \"360731\".");
    }

    private static PolicyDocument ReadDocument(string number, PackJson part, string division)
    {
        part.Only("title", "text", "issued", "effective", "note");
        return new(number, part.Text("title"), part.FindDate("issued"), part.FindDate("effective"), part.FindText("note")) { Division = division, TextFile = part.FindText("text") };
    }

    private static List<Entry> ReadParameter(string key, PackJson part, PackHeader header, Dictionary<string, PolicyDocument> documents)
    {
        var parameter = ParameterCatalogue.Find(key) ?? throw part.Problem("the catalogue has no such key.", $"Did you mean \"{Nearest(key)}\"?");
        part.Only("name", "unit", "entries");
        if (part.Text("name") is var name && name != parameter.Name)
        {
            throw part.Problem("name", $"\"{name}\" is not the name of this key.", $"Write \"{parameter.Name}\", or correct the key.");
        }

        if (part.FindText("unit") is var unit && unit != parameter.Unit)
        {
            throw part.Problem("unit", $"the unit is {unit ?? "missing"}.", parameter.Unit is null ? "This key has no unit: leave it out." : $"Give the values in {parameter.Unit}.");
        }

        var entries = new List<Entry>();
        foreach (var item in part.Items("entries"))
        {
            entries.Add(ReadEntry(parameter, item, header, documents));
            PackOverlaps.Refuse(entries, item);
        }

        return entries;
    }

    private static Entry ReadEntry(Parameter parameter, PackJson item, PackHeader header, Dictionary<string, PolicyDocument> documents)
    {
        item.Only("area", "value", "from", "to", "published", "status", "document", "article", "quote");
        var number = item.FindText("document") ?? throw item.Problem("the value is not cited.", "Add \"document\" and \"article\".");
        var document = documents.GetValueOrDefault(number) ?? throw item.Problem("document", $"\"{number}\" is not listed.", "List it under \"documents\" with its title.");
        var article = item.FindText("article") ?? throw item.Problem("the value is cited without an article.", "Add \"article\".");
        var status = item.FindText("status") ?? "stated";
        if (!Statuses.Contains(status))
        {
            throw item.Problem("status", $"\"{status}\" is unknown.", $"Use one of {string.Join(", ", Statuses)}.");
        }

        var (from, to) = (item.FindDate("from"), item.FindDate("to"));
        if (to < from)
        {
            throw item.Problem("to", "the period ends before it begins.", "Correct one of the two days.");
        }

        return Entry.Of(parameter, PackValue.Read(parameter, item), new EntryTerms(header.Code == Pack.Nation ? LayerNames.National : LayerNames.Policy)
        {
            Area = ReadArea(parameter, item),
            From = from,
            To = to,
            Published = item.FindDate("published"),
            Status = status,
            Division = header.Code,
            Source = new Citation(number, article) { Title = document.Title, Quote = item.FindText("quote") },
        });
    }

    private static Area? ReadArea(Parameter parameter, PackJson item)
    {
        if (item.FindText("area") is not { } word)
        {
            return null;
        }

        if (!parameter.ByArea)
        {
            throw item.Problem("area", $"{parameter.Key} does not differ by area.", "Leave the area out.");
        }

        return Vocabulary<Area>.TryParse(word, out var area) ? area : throw item.Problem("area", $"\"{word}\" is unknown.", "Write urban or rural.");
    }

    /// <summary>The key that differs in the fewest letters, for the cure.</summary>
    private static string Nearest(string key) => ParameterCatalogue.All.MinBy(p => Distance(p.Key, key))!.Key;

    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = Math.Min(Math.Min(row[j] + 1, row[j - 1] + 1), diagonal + (a[i - 1] == b[j - 1] ? 0 : 1));
                (diagonal, row[j]) = (row[j], cost);
            }
        }

        return row[^1];
    }
}
