using System.Globalization;
using System.Text.RegularExpressions;
using SocialAssistance.Assess.Rulebook;
using SocialAssistance.Policies;
using SocialAssistance.Rules.Rulebook;
using SocialAssistance.Rules.Standards;

namespace SocialAssistance.Rules.Tests.Rulebook;

public sealed class RulebookTests
{
    /// <summary>"HM-16 … HM-21", "BP-01 to BP-08".</summary>
    private static readonly Regex Range = new(@"\b([A-Z]{2})-(\d\d) ?(?:…|–|to) ?\1-(\d\d)", RegexOptions.CultureInvariant);

    private static readonly Regex DecisionId = new("^[ECD]-\\d\\d$", RegexOptions.CultureInvariant);

    [Fact]
    public void The_rulebook_page_is_current() =>
        Assert.True(RulebookPage.Write(PolicyLibrary.Load()) == Repository.Read("docs/rulebook.md"), "docs/rulebook.md is out of date. Run ./dev rulebook.");

    [Fact]
    public void The_page_names_every_rule_parameter_and_document()
    {
        var page = RulebookPage.Write(PolicyLibrary.Load());

        Assert.All(RuleCatalogue.All, rule => Assert.Contains($"| {rule.Id} |", page, StringComparison.Ordinal));
        Assert.All(ParameterCatalogue.All, parameter => Assert.Contains($"`{parameter.Key}`", page, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_rule_has_a_line_in_both_languages_and_a_source()
    {
        Assert.Equal(RuleCatalogue.All.Count(), RuleCatalogue.All.Select(r => r.Id).Distinct().Count());
        Assert.All(RuleCatalogue.All, rule => Assert.True(rule.Chinese.Length > 5 && rule.English.Length > 10 && rule.Sources.Length > 0, rule.Id));
    }

    [Fact]
    public void Every_rule_is_named_where_it_is_calculated()
    {
        var code = string.Concat(new[] { "src/Rules", "src/Assess" }
            .SelectMany(Repository.Sources)
            .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}Rulebook{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Select(File.ReadAllText));

        var ranges = Range.Matches(code).Select(m => (Prefix: m.Groups[1].Value, From: int.Parse(m.Groups[2].Value, CultureInfo.InvariantCulture), To: int.Parse(m.Groups[3].Value, CultureInfo.InvariantCulture))).ToArray();

        Assert.DoesNotContain(RuleCatalogue.All.Select(r => r.Id), id => !code.Contains(id, StringComparison.Ordinal) && !ranges.Any(r => Covers(r, id)));
    }

    private static bool Covers((string Prefix, int From, int To) range, string id) =>
        id[..2] == range.Prefix && int.Parse(id.AsSpan(3), CultureInfo.InvariantCulture) is var number && range.From <= number && number <= range.To;

    [Fact]
    public void Every_decision_that_a_rule_or_a_value_cites_is_explained()
    {
        var library = PolicyLibrary.Load();
        var cited = RuleCatalogue.All.SelectMany(r => r.Sources)
            .Concat(library.Headers.SelectMany(h => library.PackOf(h.Code)!.Layer.Entries).Select(e => e.Terms.Source!.Article))
            .Where(source => DecisionId.IsMatch(source));

        Assert.Equal([], cited.Except(Decisions.All.Select(d => d.Id)));
    }

    [Fact]
    public void Documents_that_rules_cite_are_listed_by_a_pack()
    {
        var library = PolicyLibrary.Load();
        var numbers = library.Headers.SelectMany(h => library.PackOf(h.Code)!.Documents.Keys).ToHashSet(StringComparer.Ordinal);
        var cited = RuleCatalogue.All.SelectMany(r => r.Sources).Where(s => s[1] != '-' && s[2] != '-').Select(s => s.Split(' ')[0]).Distinct();

        Assert.Empty(cited.Except(numbers));
    }
}
