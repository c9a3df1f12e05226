using System.Text.Json;
using System.Text.Json.Nodes;
using SocialAssistance.Cases.CaseFiles;

namespace SocialAssistance.Cases.Intake.Drafts;

/// <summary>One field two clerks filled differently.</summary>
/// <param name="Path">Where it stands, e.g. <c>members[1].name</c>.</param>
/// <param name="Mine">As typed on this page.</param>
/// <param name="Theirs">As saved by the other clerk.</param>
internal sealed record FieldDifference(string Path, string? Mine, string? Theirs);

/// <summary>Compares two versions of a page field by field, and takes single fields from the other one.</summary>
internal static class FormDifference
{
    public static IReadOnlyList<FieldDifference> Between(object mine, object theirs)
    {
        var left = Flatten(JsonSerializer.SerializeToNode(mine, mine.GetType(), JsonColumn.Options));
        var right = Flatten(JsonSerializer.SerializeToNode(theirs, theirs.GetType(), JsonColumn.Options));
        return left.Keys.Union(right.Keys)
            .Where(p => !p.EndsWith("key", StringComparison.Ordinal))
            .Select(p => new FieldDifference(p, left.GetValueOrDefault(p), right.GetValueOrDefault(p)))
            .Where(d => (d.Mine ?? "") != (d.Theirs ?? ""))
            .ToArray();
    }

    public static object Take(object mine, object theirs, IReadOnlyList<string> paths)
    {
        if (paths.Count == 0)
        {
            return mine;
        }

        var result = JsonSerializer.SerializeToNode(mine, mine.GetType(), JsonColumn.Options)!;
        var source = JsonSerializer.SerializeToNode(theirs, theirs.GetType(), JsonColumn.Options)!;
        foreach (var path in paths)
        {
            Copy(result, source, path);
        }

        return result.Deserialize(mine.GetType(), JsonColumn.Options)!;
    }

    private static void Copy(JsonNode target, JsonNode source, string path)
    {
        var parts = path.Split(['.', '[', ']'], StringSplitOptions.RemoveEmptyEntries);
        JsonNode? from = source, to = target;
        foreach (var part in parts[..^1])
        {
            (from, to) = (Step(from, part), Step(to, part, from));
            if (to is null)
            {
                return;
            }
        }

        if (to is JsonObject row)
        {
            row[parts[^1]] = (from as JsonObject)?[parts[^1]]?.DeepClone();
        }
    }

    private static JsonNode? Step(JsonNode? node, string part, JsonNode? model = null)
    {
        switch (node)
        {
            case JsonObject fields:
                return fields[part];
            case JsonArray rows when int.TryParse(part, out var index):
                // The other clerk has rows this page has not.
                while (model is not null && rows.Count <= index)
                {
                    rows.Add(new JsonObject());
                }

                return index < rows.Count ? rows[index] : null;
            default:
                return null;
        }
    }

    private static Dictionary<string, string?> Flatten(JsonNode? root)
    {
        var fields = new Dictionary<string, string?>();
        Walk(root, "");
        return fields;

        void Walk(JsonNode? node, string path)
        {
            switch (node)
            {
                case JsonObject row:
                    foreach (var (name, value) in row)
                    {
                        Walk(value, path.Length == 0 ? name : $"{path}.{name}");
                    }

                    break;
                case JsonArray rows:
                    for (var i = 0; i < rows.Count; i++)
                    {
                        Walk(rows[i], $"{path}[{i}]");
                    }

                    break;
                default:
                    fields[path] = node?.ToString();
                    break;
            }
        }
    }
}
