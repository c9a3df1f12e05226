using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using SocialAssistance.Assess;
using SocialAssistance.Rules.Rulebook;
using SocialAssistance.Rules.Standards;

namespace SocialAssistance.Rules.Tests.Cases;

/// <summary>The project's own conformance cases, run through the program's own door.</summary>
public sealed class CaseTests
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly Regex CodeWord = new("[a-z]{3,}", RegexOptions.CultureInvariant);

    public static TheoryData<string> Ids => new(CaseTables.All.Select(c => c.Id));

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_case_comes_out_as_the_article_says(string id)
    {
        var worked = CaseTables.All.First(c => c.Id == id);
        var answer = Ask(worked.Request);
        var expected = worked.Expected.ContainsKey("error") ? worked.Expected : new JsonObject { ["result"] = worked.Expected.DeepClone() };

        var difference = AnswerComparison.Difference(expected, answer);
        Assert.True(difference is null, $"{worked.Id} {worked.Situation}（{worked.Source}）\n{difference}\n{worked.Request.ToJsonString(Readable)}\n{answer.ToJsonString(Readable)}");
        if (answer["result"] is JsonObject result)
        {
            Assert.NotEmpty(result["steps"]!.AsArray());
            Assert.All(result["steps"]!.AsArray(), step => Assert.True(step!["label"] is not null && step["source"] is not null));
        }
    }

    [Fact]
    public void There_are_at_least_300_cases_each_with_its_own_number_situation_and_source()
    {
        Assert.True(CaseTables.All.Count >= 300, $"{CaseTables.All.Count} cases");
        Assert.Equal(CaseTables.All.Count, CaseTables.All.Select(c => c.Id).Distinct().Count());
        Assert.All(CaseTables.All, c => Assert.True(c.Situation.Length > 1 && c.Source.Length > 1 && c.Expected.Count > 0, c.Id));
    }

    [Fact]
    public void Every_rule_is_hit_by_a_case() =>
        Assert.Equal([], RuleCatalogue.All.Select(r => r.Id).Except(CaseTables.All.SelectMany(c => c.Rules)));

    [Fact]
    public void Every_parameter_is_hit_by_a_case() =>
        Assert.Equal([], ParameterCatalogue.All.Select(p => p.Key).Except(CaseTables.All.SelectMany(c => c.Rules)));

    [Fact]
    public void Every_rule_and_key_a_case_names_exists()
    {
        var known = RuleCatalogue.All.Select(r => r.Id).Concat(ParameterCatalogue.All.Select(p => p.Key)).Append("RQ-03").ToHashSet(StringComparer.Ordinal);

        Assert.Equal([], CaseTables.All.Where(c => !c.Expected.ContainsKey("error")).SelectMany(c => c.Rules).Where(r => !known.Contains(r)).Distinct());
    }

    /// <summary>Steps are read aloud at the window: no code word of the protocol in their labels and results.</summary>
    [Theory]
    [InlineData("temporary-assistance")]
    [InlineData("deadline")]
    [InlineData("oversight")]
    [InlineData("entitlements")]
    public void Steps_are_in_Chinese(string kind)
    {
        var lines = CaseTables.All.Where(c => (string?)c.Request["kind"] == kind)
            .Select(c => Ask(c.Request)["result"])
            .OfType<JsonObject>()
            .SelectMany(r => r["steps"]!.AsArray())
            .SelectMany(s => new[] { (string)s!["label"]!, (string)s["result"]! });

        Assert.DoesNotContain(lines, line => CodeWord.IsMatch(line));
    }

    private static JsonObject Ask(JsonObject request)
    {
        var answer = new LineAnswerer().Answer(Encoding.UTF8.GetBytes(request.ToJsonString()));
        return JsonNode.Parse(answer.Span)!.AsObject();
    }
}
