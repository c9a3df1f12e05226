using System.Globalization;
using System.Text.Json.Nodes;

namespace SocialAssistance.Rules.Tests.Cases;

/// <summary>How values are written in the case tables: amounts plainly, lists of rows as words with spaces.</summary>
internal static class CaseValues
{
    /// <summary>Takes the field away.</summary>
    public const string Absent = "无";

    /// <summary>The columns of rows in answers, by field and number of words; <c>-</c> is "no one" or "nothing".</summary>
    private static readonly Dictionary<string, string[][]> Columns = new(StringComparer.Ordinal)
    {
        ["entitlements"] = [["member", "benefit", "amount"], ["member", "benefit", "amount", "basis"]],
        ["refusals"] = [["member", "reason"], ["member", "benefit", "reason"]],
        ["phaseOuts"] = [["cause", "month", "months"]],
        ["notCounted"] = [["member", "reason"]],
        ["incomeLines"] = [["member", "type", "monthly", "counted"], ["member", "type", "monthly", "counted", "reason"]],
        ["deductions"] = [["member", "type", "monthly"]],
        ["lines"] = [["member", "amount"], ["item", "rate", "amount"], ["member", "month", "benefit", "due", "paid", "difference"], ["member", "month", "benefit", "due", "paid", "difference", "payee"]],
        ["unpaid"] = [["member", "month", "benefit", "due"]],
        ["overpayments"] = [["member", "month", "benefit", "excess", "recovery"]],
        ["reexamine"] = [["case", "month"]],
        ["units"] = [["unit", "sample"], ["unit", "due", "onTime", "rate", "triggered"]],
        ["floors"] = [["grade", "rule", "floor"]],
        ["findings"] = [["code", "severity", "shortfall"]],
        ["averages"] = [["area", "average", "target", "targetMet"]],
    };

    private static readonly string[] Words = ["countedMembers", "items", "reasons", "reminders", "visitors"];

    public static JsonNode? Plain(string text) => text switch
    {
        "true" => true,
        "false" => false,
        "null" => null,
        ['[' or '{' or '"', ..] => JsonNode.Parse(text),
        _ when int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && !text.StartsWith('0') || text == "0" =>
            int.Parse(text, CultureInfo.InvariantCulture),
        _ => text,
    };

    public static JsonNode? Expected(string field, string text)
    {
        if (field == "error")
        {
            var (code, place) = text.IndexOf(' ') is > 0 and var at ? (text[..at], text[(at + 1)..]) : (text, "");
            return new JsonObject { ["code"] = code, ["path"] = place };
        }

        if (field == "warnings")
        {
            return Rows(text, Warning);
        }

        if (Words.Contains(field))
        {
            return Rows(text, word => CaseWords.Value(word));
        }

        return Columns.TryGetValue(field, out var columns) ? Rows(text, row => Row(row, columns)) : Plain(CaseWords.Value(text));
    }

    private static JsonArray Rows(string text, Func<string, JsonNode?> read) =>
        text == "空" ? [] : [.. text.Split('，', StringSplitOptions.TrimEntries).Select(read)];

    private static JsonObject Row(string text, string[][] columns)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var names = columns.FirstOrDefault(c => c.Length == words.Length) ?? throw new FormatException($"\"{text}\" has {words.Length} words");
        var row = new JsonObject();
        for (var i = 0; i < words.Length; i++)
        {
            row[names[i]] = words[i] == "-" ? null : Plain(CaseWords.Value(words[i]));
        }

        return row;
    }

    /// <summary><c>code key @member =value</c>, as far as there are any.</summary>
    private static JsonObject Warning(string text)
    {
        var row = new JsonObject();
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var (field, value) = word switch
            {
                ['@', .. var member] => ("member", member),
                ['=', .. var amount] => ("value", amount),
                _ when row.ContainsKey("code") => ("key", CaseWords.Key(word)),
                _ => ("code", CaseWords.Value(word)),
            };
            row[field] = value;
        }

        return row;
    }
}
