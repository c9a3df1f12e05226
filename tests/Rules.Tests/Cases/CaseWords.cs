using SocialAssistance.Rules.Standards;

namespace SocialAssistance.Rules.Tests.Cases;

/// <summary>The Chinese words of the case tables (<c>Tables/词汇.md</c>) and the codes they stand for.</summary>
internal static class CaseWords
{
    private static readonly Dictionary<string, string> Places = Read("位置");
    private static readonly Dictionary<string, string> Values = Read("取值");
    private static readonly Dictionary<string, string> Parameters = ParameterCatalogue.All.ToDictionary(p => p.Name, p => p.Key, StringComparer.Ordinal);

    /// <summary><c>甲/收入金额</c> becomes <c>household/members/0/income/0/amount</c>.</summary>
    public static string[] Path(string text)
    {
        var words = text.Split('/');
        for (var i = 0; i < words.Length; i++)
        {
            words[i] = i > 0 && words[i - 1] == "parameters" ? Parameters.GetValueOrDefault(words[i], words[i]) : Places.GetValueOrDefault(words[i], words[i]);
        }

        // Keys of parameters have no slash, so the places that stand for several steps can be cut now.
        return [.. words.SelectMany(w => w.Split('/'))];
    }

    /// <summary>The key of a parameter by its Chinese name.</summary>
    public static string Key(string name) => Parameters.GetValueOrDefault(name, name);

    /// <summary><c>低保</c> becomes <c>minimum-living-allowance</c>; a parameter's name its key; everything else stays.</summary>
    public static string Value(string word) => Values.TryGetValue(word, out var code) ? code : Parameters.GetValueOrDefault(word, word);

    private static Dictionary<string, string> Read(string heading) => Repository.Read("tests/Rules.Tests/Cases/Tables/词汇.md")
        .Split("## ")
        .Single(part => part.StartsWith(heading, StringComparison.Ordinal))
        .Split('\n')
        .Where(line => line.StartsWith("| ", StringComparison.Ordinal) && !line.StartsWith("| 词 ", StringComparison.Ordinal))
        .Select(line => line.Trim('|').Split('|'))
        .ToDictionary(cells => cells[0].Trim(), cells => cells[1].Trim(), StringComparer.Ordinal);
}
