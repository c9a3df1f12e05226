using System.Text;
using System.Text.Json.Nodes;
using SocialAssistance.Assess;

namespace SocialAssistance.Rules.Tests.Assess;

/// <summary>The line protocol: one answer a line, whatever the line is.</summary>
[Trait("Rule", "RQ-01…RQ-08")]
public sealed class ProtocolTests
{
    private const string Good = """{"id":"a","kind":"household-month","policy":"yudu","month":"2023-03","household":{"area":"urban","property":"within-allowance-limit","members":[{"id":"甲","birthDate":"1975-06-15","relation":"head"}]}}""";

    [Fact]
    public void Blank_lines_a_byte_order_mark_and_a_missing_last_line_feed_are_no_matter()
    {
        var answers = Ask([.. "\uFEFF"u8, .. Bytes($"{Good}\r\n\n  \t\n{Good}")]);

        Assert.Equal(2, answers.Count);
        Assert.All(answers, answer => Assert.Equal("885.00", (string?)answer["result"]!["total"]));
    }

    [Theory]
    [InlineData("{\"id\": \"x\", ", "invalid-json", "")]
    [InlineData("{\"id\":NaN}", "invalid-json", "")]
    [InlineData("{} {}", "invalid-json", "")]
    [InlineData("[1]", "invalid-request", "")]
    [InlineData("null", "invalid-request", "")]
    [InlineData("{}", "missing-field", "/id")]
    [InlineData("{\"id\":7}", "wrong-type", "/id")]
    [InlineData("{\"id\":\"\"}", "invalid-value", "/id")]
    [InlineData("{\"id\":\"a\",\"kind\":\"k\",\"policy\":\"yudu\"}", "unknown-kind", "/kind")]
    [InlineData("{\"id\":\"a\",\"kind\":\"deadline\",\"policy\":\"\"}", "invalid-value", "/policy")]
    [InlineData("{\"id\":\"a\",\"kind\":\"deadline\",\"policy\":\"atlantis\"}", "unknown-policy", "/policy")]
    public void A_bad_line_gets_a_named_error_and_the_next_line_its_answer(string line, string code, string path)
    {
        var answers = Ask(Bytes($"{line}\n{Good}\n"));

        Assert.Equal((code, path), Error(answers[0]));
        Assert.Equal("885.00", (string?)answers[1]["result"]!["total"]);
    }

    [Theory]
    [InlineData("\"month\":\"2023-03\"", "\"month\":\"2023-3\"", "invalid-date", "/month")]
    [InlineData("\"month\":\"2023-03\"", "\"month\":\"\"", "invalid-date", "/month")]
    [InlineData("\"month\":\"2023-03\"", "\"month\":\"2023-03\\n\"", "invalid-date", "/month")]
    [InlineData("\"month\":\"2023-03\"", "\"month\":\"２０２３-03\"", "invalid-date", "/month")]
    [InlineData("\"month\":\"2023-03\"", "\"month\":\"1899-12\"", "invalid-date", "/month")]
    [InlineData("\"month\":\"2023-03\"", "\"month\":null", "wrong-type", "/month")]
    [InlineData("1975-06-15", "1975-02-29", "invalid-date", "/household/members/0/birthDate")]
    [InlineData("1975-06-15", "1975-06-15T10:00", "invalid-date", "/household/members/0/birthDate")]
    [InlineData("1975-06-15", "2023-04-01", "future-birth", "/household/members/0/birthDate")]
    [InlineData("\"head\"", "\"head\",\"jobRefusals\":1e1", "wrong-type", "/household/members/0/jobRefusals")]
    [InlineData("\"head\"", "\"head\",\"jobRefusals\":3.0", "wrong-type", "/household/members/0/jobRefusals")]
    [InlineData("\"head\"", "\"head\",\"jobRefusals\":99999999999999999999", "invalid-value", "/household/members/0/jobRefusals")]
    [InlineData("\"head\"", "\"head\",\"jobRefusals\":-1", "invalid-value", "/household/members/0/jobRefusals")]
    [InlineData("\"head\"", "\"head\",\"employed\":\"yes\"", "wrong-type", "/household/members/0/employed")]
    [InlineData("\"head\"", "\"head\",\"emploied\":true", "unknown-field", "/household/members/0/emploied")]
    [InlineData("\"head\"", "\"head\",\"a/b~c\":true", "unknown-field", "/household/members/0/a~1b~0c")]
    [InlineData("\"head\"", "\"head\",\"statuses\":[\"extreme-poverty\"],\"selfCareItemsFailed\":0", "missing-field", "/household/members/0/extremePovertyGround")]
    [InlineData("\"head\"", "\"head\",\"statuses\":[\"extreme-poverty\"],\"extremePovertyGround\":\"minor\"", "missing-field", "/household/members/0/selfCareItemsFailed")]
    [InlineData("\"head\"", "\"head\",\"income\":[{\"type\":\"wage\",\"amount\":\"-1.00\",\"period\":\"month\"}]", "negative-amount", "/household/members/0/income/0/amount")]
    [InlineData("\"head\"", "\"head\",\"income\":[{\"type\":\"wage\",\"amount\":\"1.001\",\"period\":\"month\"}]", "invalid-value", "/household/members/0/income/0/amount")]
    [InlineData("\"head\"", "\"head\",\"income\":[{\"type\":\"wage\",\"amount\":\"01\",\"period\":\"month\"}]", "invalid-value", "/household/members/0/income/0/amount")]
    [InlineData("\"head\"", "\"head\",\"income\":[{\"type\":\"wage\",\"amount\":\"1000000000\",\"period\":\"month\"}]", "invalid-value", "/household/members/0/income/0/amount")]
    [InlineData("\"head\"", "\"spouse\"", "inconsistent", "/household/members")]
    [InlineData("[{\"id\":\"甲\",\"birthDate\":\"1975-06-15\",\"relation\":\"head\"}]", "[]", "invalid-value", "/household/members")]
    [InlineData("\"area\":\"urban\"", "\"area\":\"urban\",\"area\":\"rural\"", "duplicate-id", "/household/area")]
    public void A_defect_is_named_with_its_place(string good, string bad, string code, string path) =>
        Assert.Equal((code, path), Error(Ask(Bytes(Good.Replace(good, bad, StringComparison.Ordinal)))[0]));

    [Theory]
    [InlineData("""{"benefits":[{"member":null,"benefit":"category-supplement","amount":"1.00"}]}""", "invalid-value", "/standing/benefits/0/member")]
    [InlineData("""{"benefits":[{"benefit":"category-supplement","amount":"1.00"}]}""", "missing-field", "/standing/benefits/0/member")]
    [InlineData("""{"benefits":[{"member":"乙","benefit":"category-supplement","amount":"1.00"}]}""", "unknown-reference", "/standing/benefits/0/member")]
    [InlineData("""{"benefits":[{"member":"甲","benefit":"orphan-basic","amount":"1.00"},{"member":"甲","benefit":"orphan-basic","amount":"1.00"}]}""", "duplicate-id", "/standing/benefits/1")]
    [InlineData("""{"phaseOut":{"monthsPaid":0,"amounts":[]}}""", "invalid-value", "/standing/phaseOut/amounts")]
    [InlineData("""{"phaseOut":{"monthsPaid":121,"amounts":[{"member":"甲","amount":"1"}]}}""", "invalid-value", "/standing/phaseOut/monthsPaid")]
    [InlineData("""{"phaseOut":{"monthsPaid":0,"amounts":[{"member":"甲","amount":"1"},{"member":"甲","amount":"1"}]}}""", "duplicate-id", "/standing/phaseOut/amounts/1/member")]
    [InlineData("""{"lastVerified":{"month":"2023-04","income":"1"}}""", "inconsistent", "/standing/lastVerified/month")]
    public void What_stands_is_checked(string standing, string code, string path) =>
        Assert.Equal((code, path), Error(Ask(Bytes($"{Good[..^1]},\"standing\":{standing}}}"))[0]));

    [Theory]
    [InlineData("""{"type":"death","member":"甲","date":"1975-06-14"}""", "inconsistent", "/events/0/date")]
    [InlineData("""{"type":"death","member":"甲","date":"2023-01-01","decidedOn":"2023-01-02"}""", "unknown-field", "/events/0/decidedOn")]
    [InlineData("""{"type":"found-work","member":"甲","date":"2023-01-03","decidedOn":"2023-01-02"}""", "inconsistent", "/events/0/decidedOn")]
    [InlineData("""{"type":"moved","date":"2023-01-03"}""", "missing-field", "/events/0/area")]
    [InlineData("""{"type":"household-change","member":"甲","date":"2023-01-03"}""", "unknown-field", "/events/0/member")]
    [InlineData("""{"type":"death","member":"甲","date":"2023-01-01"},{"type":"death","member":"甲","date":"2023-01-02"}""", "inconsistent", "/events/1/member")]
    public void Events_are_checked(string events, string code, string path) =>
        Assert.Equal((code, path), Error(Ask(Bytes($"{Good[..^1]},\"events\":[{events}]}}"))[0]));

    [Fact]
    public void A_text_of_201_characters_is_too_long_wherever_it_stands_and_200_are_not()
    {
        Assert.Equal(("too-long", "/household/members/0/employed"), Error(Ask(Bytes(Good.Replace("\"head\"", $"\"head\",\"employed\":\"{new string('x', 201)}\"", StringComparison.Ordinal)))[0]));
        Assert.Equal(("too-long", "/id"), Error(Ask(Bytes(Good.Replace("\"id\":\"a\"", $"\"id\":\"{new string('x', 201)}\"", StringComparison.Ordinal)))[0]));
        Assert.NotNull(Ask(Bytes(Good.Replace("\"id\":\"a\"", $"\"id\":\"{new string('x', 200)}\"", StringComparison.Ordinal)))[0]["result"]);
    }

    [Fact]
    public void Invalid_UTF8_is_refused_and_half_a_surrogate_pair_is_echoed()
    {
        var answers = Ask([.. "{\"id\":\""u8, 0xFF, .. "\"}\n"u8, .. Bytes(Good.Replace("\"id\":\"a\"", "\"id\":\"\\ud800\"", StringComparison.Ordinal))]);

        Assert.Equal(("invalid-encoding", ""), Error(answers[0]));
        Assert.NotNull(answers[1]["result"]);
        Assert.Contains("unknown-field", Encoding.UTF8.GetString(Run(Bytes("{\"\\ud800\":1,\"id\":\"a\"}"))), StringComparison.Ordinal);
    }

    [Fact]
    public void Sixty_four_levels_are_read_and_sixty_five_are_not()
    {
        string Nested(int levels) => $"{new string('[', levels)}{new string(']', levels)}";

        Assert.Equal("invalid-request", Error(Ask(Bytes(Nested(64)))[0]).Code);
        Assert.Equal("invalid-json", Error(Ask(Bytes(Nested(65)))[0]).Code);
    }

    [Fact]
    public void A_household_of_400_is_too_large_and_sixty_may_live_together()
    {
        string Household(int count) => Good.Replace("\"relation\":\"head\"}", "\"relation\":\"head\"}" + string.Concat(Enumerable.Range(1, count - 1).Select(i => $",{{\"id\":\"m{i}\",\"birthDate\":\"2000-01-01\",\"relation\":\"sibling\"}}")), StringComparison.Ordinal);

        Assert.Equal(("too-large", "/household/members"), Error(Ask(Bytes(Household(400)))[0]));
        Assert.Equal(60, Ask(Bytes(Household(60)))[0]["result"]!["countedMembers"]!.AsArray().Count);
    }

    [Fact]
    public void The_same_request_gets_the_same_bytes()
    {
        Assert.Equal(Run(Bytes(Good)), Run(Bytes(Good)));
    }

    internal static byte[] Run(byte[] input)
    {
        using var output = new MemoryStream();
        Assert.Equal(0, AssessProgram.Run(new MemoryStream(input), output));
        return output.ToArray();
    }

    private static List<JsonNode> Ask(byte[] input) =>
        [.. Encoding.UTF8.GetString(Run(input)).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!)];

    private static (string Code, string Path) Error(JsonNode answer) => ((string)answer["error"]!["code"]!, (string)answer["error"]!["path"]!);

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
