using System.Text.RegularExpressions;

namespace SocialAssistance.Architecture.Tests;

/// <summary>What the documents say about the code is true.</summary>
public sealed partial class DocumentTests
{
    [Fact]
    public void Every_identifier_of_the_glossary_exists()
    {
        var members = Solution.Projects.SelectMany(p => Solution.AssemblyOf(p.Name).GetTypes())
            .Where(t => !t.Name.Contains('<', StringComparison.Ordinal))
            .SelectMany(t => t.IsEnum ? [Plain(t.Name), .. Enum.GetNames(t).Select(n => $"{t.Name}.{n}")] : (IEnumerable<string>)[Plain(t.Name), .. t.GetProperties().Select(p => p.Name)])
            .ToHashSet();
        var named = File.ReadLines(Repository.PathOf("docs", "glossary.md"))
            .Where(l => l.StartsWith('|')).SelectMany(l => Quoted().Matches(l).Select(m => m.Groups[1].Value)).ToArray();

        Assert.NotEmpty(named);
        Assert.Empty(named.Except(members));
    }

    [Fact]
    public void Every_decision_says_what_was_decided_and_what_it_costs()
    {
        string[] parts = ["**Status**", "## Context", "## Decision", "## Consequences"];

        Assert.Empty(from file in Directory.EnumerateFiles(Repository.PathOf("docs", "decisions"), "*.md")
                     let text = File.ReadAllText(file)
                     from part in parts
                     where !text.Contains(part, StringComparison.Ordinal)
                     select $"{Path.GetFileName(file)} lacks {part}");
    }

    [Fact]
    public void Every_verb_of_dev_is_in_its_help()
    {
        var script = File.ReadAllText(Repository.PathOf("dev"));

        Assert.DoesNotContain(Verb().Matches(script).Select(m => m.Groups[1].Value), v => v != "help" && !script.Contains($"\n./dev {v} ", StringComparison.Ordinal));
    }

    [Fact]
    public void Links_between_documents_lead_somewhere() =>
        Assert.Empty(from file in Directory.EnumerateFiles(Repository.PathOf("docs"), "*.md", SearchOption.AllDirectories).Append(Repository.PathOf("README.md")).Where(File.Exists)
                     from Match link in Link().Matches(File.ReadAllText(file))
                     let target = link.Groups[1].Value
                     where target.Length > 0 && !target.Contains("://", StringComparison.Ordinal) && !Path.Exists(Path.Combine(Path.GetDirectoryName(file)!, Uri.UnescapeDataString(target)))
                     select $"{Path.GetRelativePath(Repository.Root, file)}: {target}");

    private static string Plain(string name) => name.Split('`')[0];

    [GeneratedRegex(@"`([\w.]+)`")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"^verb_(\w+)\(\)", RegexOptions.Multiline)]
    private static partial Regex Verb();

    [GeneratedRegex(@"\]\(([^)#\s]*)[^)]*\)")]
    private static partial Regex Link();
}
