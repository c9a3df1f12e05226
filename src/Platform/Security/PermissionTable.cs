using System.Collections.Frozen;
using System.Reflection;

namespace SocialAssistance.Platform.Security;

/// <summary>One row of the table: who may do what, in which states of the case, and how far around.</summary>
/// <param name="Action">Stable name, e.g. <c>cases.confirm</c>.</param>
/// <param name="Role">A role of <see cref="Roles"/>.</param>
/// <param name="Area"><c>own</c>: the user's division and below; <c>any</c>: no case file involved.</param>
/// <param name="States">Stages in which the action is possible; empty means every stage.</param>
/// <param name="Title">Chinese name of the action, for screens and refusals.</param>
public sealed record Permission(string Action, string Role, string Area, IReadOnlySet<string> States, string Title);

/// <summary>
/// The permission table (权限表) as data, <c>permissions.csv</c> beside this file: role × action × area × state. What is
/// not in it is denied. Pages, queries, buttons and the endpoint test read the same rows.
/// </summary>
public sealed class PermissionTable
{
    private readonly FrozenDictionary<string, Permission[]> _byAction;

    /// <summary>Reads rows of <c>action,role,area,states,title</c>; a wrong row stops the start with its line number.</summary>
    public PermissionTable(string csv)
    {
        var rows = csv.ReplaceLineEndings("\n").Split('\n')
            .Select((text, index) => (text, line: index + 1))
            .Skip(1)
            .Where(r => r.text.Length > 0 && r.text[0] != '#')
            .Select(r => Read(r.text, r.line))
            .ToArray();
        _byAction = rows.GroupBy(r => r.Action).ToFrozenDictionary(g => g.Key, g => g.ToArray());
    }

    /// <summary>The table this build ships.</summary>
    public static PermissionTable Shipped { get; } = Load();

    /// <summary>Every row.</summary>
    public IEnumerable<Permission> Rows => _byAction.Values.SelectMany(r => r);

    /// <summary>Whether any row names the action.</summary>
    public bool Knows(string action) => _byAction.ContainsKey(action);

    /// <summary>The rows of one action.</summary>
    public IReadOnlyList<Permission> Of(string action) => _byAction.TryGetValue(action, out var rows) ? rows : [];

    private static Permission Read(string text, int line)
    {
        var cells = text.Split(',');
        if (cells.Length != 5 || (cells[1] != Roles.Public && !Roles.Names.ContainsKey(cells[1])) || cells[2] is not ("own" or "any"))
        {
            throw new InvalidOperationException($"permissions.csv line {line}: expected action,role,area(own|any),states,title, found \"{text}\".");
        }

        return new(cells[0], cells[1], cells[2], cells[3].Split(' ', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(), cells[4]);
    }

    private static PermissionTable Load()
    {
        var assembly = Assembly.GetExecutingAssembly();
        using var reader = new StreamReader(assembly.GetManifestResourceStream(assembly.GetManifestResourceNames().Single(n => n.EndsWith("permissions.csv", StringComparison.Ordinal)))!);
        return new(reader.ReadToEnd());
    }
}
