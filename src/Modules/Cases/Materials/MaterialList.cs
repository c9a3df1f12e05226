using System.Reflection;

namespace SocialAssistance.Cases.Materials;

/// <summary>
/// The checklist (材料清单) as data, <c>materials.csv</c> beside this file: per programme what must be handed in, what only
/// under a condition, and what the office fetches itself and therefore may not ask for (社会救助法 第六十二条).
/// </summary>
internal static class MaterialList
{
    private static readonly ILookup<string, MaterialRule> Rules = Read();

    /// <summary>The rules of a programme, in the order of the list.</summary>
    public static IReadOnlyList<MaterialRule> Of(string program) => [.. Rules[program]];

    /// <summary>What applies to a family with these circumstances.</summary>
    public static IReadOnlyList<MaterialRule> For(string program, IReadOnlySet<string> circumstances) =>
        [.. Rules[program].Where(r => r.Condition.Length == 0 || circumstances.Contains(r.Condition))];

    private static ILookup<string, MaterialRule> Read()
    {
        var assembly = Assembly.GetExecutingAssembly();
        using var text = new StreamReader(assembly.GetManifestResourceStream(assembly.GetManifestResourceNames().Single(n => n.EndsWith("materials.csv", StringComparison.Ordinal)))!);
        return text.ReadToEnd().ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(MaterialRule.Parse).ToLookup(r => r.Program);
    }
}

/// <summary>One line of the checklist.</summary>
/// <param name="Program">Code of the programme.</param>
/// <param name="Code">Stable code of the paper.</param>
/// <param name="Title">Its name.</param>
/// <param name="Kind"><c>required</c>, <c>conditional</c> (required when the condition holds) or <c>exempt</c>.</param>
/// <param name="Condition">A circumstance of the family; empty: every family.</param>
/// <param name="Source">Where the office looks itself.</param>
/// <param name="Basis">Document and article.</param>
/// <param name="Hint">What exactly is needed.</param>
internal sealed record MaterialRule(string Program, string Code, string Title, string Kind, string Condition, string Source, string Basis, string Hint)
{
    public bool Exempt => Kind == "exempt";

    public static MaterialRule Parse(string line) => line.Split(',') is [var program, var code, var title, var kind, var condition, var source, var basis, var hint]
        ? new(program, code, title, kind, condition, source, basis, hint)
        : throw new InvalidOperationException($"materials.csv: expected eight values, found \"{line}\".");
}
