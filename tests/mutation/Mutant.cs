namespace SocialAssistance.Mutation;

/// <summary>One fault: what a programmer got wrong, where, and why it may stay (only where it changes no answer).</summary>
internal sealed record Mutant(string Fault, string File, string Find, string Plant, string? Stays);

/// <summary>Reads <c>mutants.txt</c>: blocks of lines, each a word and its text.</summary>
internal static class MutantFile
{
    public static IReadOnlyList<Mutant> Read(string path)
    {
        var mutants = new List<Mutant>();
        var block = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in System.IO.File.ReadLines(path).Append(""))
        {
            if (line.Length == 0)
            {
                if (block.Count > 0)
                {
                    mutants.Add(Of(block));
                    block.Clear();
                }
            }
            else if (!line.StartsWith('#'))
            {
                var space = line.IndexOf(' ', StringComparison.Ordinal);
                block[line[..space]] = line[space..].Trim();
            }
        }

        return mutants;
    }

    private static Mutant Of(Dictionary<string, string> block)
    {
        return new(Text("fault"), Text("file"), Text("find"), Text("plant"), block.GetValueOrDefault("stays"));

        string Text(string word) => block.TryGetValue(word, out var text)
            ? text
            : throw new MutationException($"A fault without \"{word}\": {string.Join("; ", block.Values)}");
    }
}
