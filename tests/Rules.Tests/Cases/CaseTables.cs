using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace SocialAssistance.Rules.Tests.Cases;

/// <summary>
/// Reads the case tables (<c>Tables/*.md</c>): a block of JSON is the starting situation, each row of the table under it
/// changes it and says what must come out. The way rows are written is explained in <c>Tables/README.md</c>.
/// </summary>
internal static partial class CaseTables
{
    private const string Folder = "tests/Rules.Tests/Cases/Tables";

    public static IReadOnlyList<WorkedCase> All { get; } = [.. Files().SelectMany(Read)];

    private static IEnumerable<string> Files() =>
        Directory.EnumerateFiles(Path.Combine(Repository.Root, Folder), "*.md").Order(StringComparer.Ordinal).Where(f => Path.GetFileName(f) is not ("README.md" or "词汇.md"));

    private static IEnumerable<WorkedCase> Read(string file)
    {
        JsonObject? start = null;
        var block = (List<string>?)null;
        foreach (var line in File.ReadLines(file))
        {
            if (line.StartsWith("```", StringComparison.Ordinal))
            {
                if (block is not null)
                {
                    start = JsonNode.Parse(string.Join('\n', block))!.AsObject();
                }

                block = block is null ? [] : null;
            }
            else if (block is not null)
            {
                block.Add(line);
            }
            else if (line.StartsWith("| ", StringComparison.Ordinal) && !line.StartsWith("| 号 ", StringComparison.Ordinal))
            {
                yield return Row(line, start ?? throw new FormatException($"{file}: a table without a starting situation"), file);
            }
        }
    }

    private static WorkedCase Row(string line, JsonObject start, string file)
    {
        var cells = line.Trim().Trim('|').Split('|').Select(c => c.Trim()).ToArray();
        if (cells is not [var id, var situation, var changes, var outcome, var rules, var source])
        {
            throw new FormatException($"{Path.GetFileName(file)}: six columns expected: {line}");
        }

        var request = start.DeepClone().AsObject();
        request["id"] = id;
        foreach (var (path, value) in Assignments(changes))
        {
            Assign(request, path, CaseValues.Plain(CaseWords.Value(value)));
        }

        var expected = new JsonObject();
        foreach (var (path, value) in Assignments(outcome))
        {
            Assign(expected, path, CaseValues.Expected(path[^1], value));
        }

        var named = Keys().Matches(rules).Select(m => m.Value).Concat(Overridden(request));
        return new(id, situation, request, expected, [.. named], source);
    }

    private static IEnumerable<string> Overridden(JsonObject request) =>
        request["parameters"] is JsonObject parameters ? parameters.Select(p => p.Key) : [];

    private static IEnumerable<(string[] Path, string Value)> Assignments(string cell) => cell
        .Split('；', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Where(part => part != "—")
        .Select(part => part.IndexOf('=') is > 0 and var at
            ? (CaseWords.Path(part[..at].Trim()), part[(at + 1)..].Trim())
            : throw new FormatException($"\"{part}\" is not an assignment"));

    private static void Assign(JsonNode node, ReadOnlySpan<string> path, JsonNode? value)
    {
        var last = path.Length == 1;
        if (node is JsonArray list)
        {
            var index = int.Parse(path[0], System.Globalization.CultureInfo.InvariantCulture);
            if (index == list.Count)
            {
                list.Add(last ? value : new JsonObject());
            }
            else if (last)
            {
                list[index] = value;
            }

            if (!last)
            {
                Assign(list[index]!, path[1..], value);
            }

            return;
        }

        var fields = node.AsObject();
        if (!last)
        {
            fields[path[0]] ??= int.TryParse(path[1], out _) ? new JsonArray() : new JsonObject();
            Assign(fields[path[0]]!, path[1..], value);
        }
        else if (value is JsonValue text && text.TryGetValue<string>(out var word) && word == CaseValues.Absent)
        {
            fields.Remove(path[0]);
        }
        else
        {
            fields[path[0]] = value;
        }
    }

    [GeneratedRegex(@"[A-Z]{2}-\d\d|[a-z][a-z0-9-]*(?:\.[a-z0-9-]+)+")]
    private static partial Regex Keys();
}
