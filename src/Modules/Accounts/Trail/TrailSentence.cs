using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using SocialAssistance.Contracts.Accounts;
using SocialAssistance.Platform.Security;
using SocialAssistance.Platform.TagHelpers;

namespace SocialAssistance.Accounts.Trail;

/// <summary>One value that changed, in words and masked.</summary>
internal sealed record TrailChange(string Label, string? Before, string? After);

/// <summary>Says an entry of the trail in plain Chinese.</summary>
internal sealed partial class TrailSentence(TrailWords words, IDivisions divisions)
{
    public string Of(TrailEntry entry)
    {
        var (command, kind) = entry.Action.Split(':') is [var c, var k] ? (c, k) : (null, entry.Action);
        var type = words.Type(entry.SubjectType);
        var what = kind switch
        {
            "added" => $"新增{type}",
            "changed" => $"修改{type}",
            "deleted" => $"删除{type}",
            "viewed" => $"查看{type}",
            _ => words.Act(kind) ?? "办理一项操作",
        };
        return command is not null && words.Command(command) is { } errand ? $"{errand}：{what}" : what;
    }

    /// <summary>Before and after, field by field, for the fields that have a word.</summary>
    public IReadOnlyList<TrailChange> Changes(TrailEntry entry)
    {
        var before = Fields(entry.Before);
        var after = Fields(entry.After);
        return
        [
            .. before.Keys.Union(after.Keys)
                .Select(name => (Label: words.Field(entry.SubjectType, name), Before: Text(before.GetValueOrDefault(name)), After: Text(after.GetValueOrDefault(name))))
                .Where(c => c.Label is not null && c.Before != c.After)
                .Select(c => new TrailChange(c.Label!, c.Before, c.After)),
        ];
    }

    private static Dictionary<string, JsonElement> Fields(string? json) =>
        json is not null && JsonDocument.Parse(json).RootElement is { ValueKind: JsonValueKind.Object } root
            ? root.EnumerateObject().ToDictionary(p => p.Name, p => p.Value)
            : [];

    private string? Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Undefined or JsonValueKind.Null => null,
        JsonValueKind.True => "是",
        JsonValueKind.False => "否",
        JsonValueKind.Number => value.GetRawText(),
        JsonValueKind.Array => $"{value.GetArrayLength()} 项内容",
        JsonValueKind.Object => "一组内容",
        _ => Text(value.GetString()!),
    };

    // Codes and personal numbers look alike in every module; the shape of the text decides how it may be shown.
    private string? Text(string text) => text switch
    {
        "" => null,
        _ when words.Value(text) is { } word => word,
        _ when text[0] is '{' or '[' => "一组内容",
        _ when Guid.TryParse(text, out _) => "另一条记录",
        _ when text.Contains('T', StringComparison.Ordinal) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out var moment) => Show.Time(moment),
        { Length: 12 } when divisions.Find(text) is { } division => divisions.FullName(division.Code),
        { Length: 18 } when IdNumber().IsMatch(text) => Mask.IdNumber(text),
        { Length: 11 } when Digits().IsMatch(text) => Mask.Phone(text),
        { Length: >= 12 } when Digits().IsMatch(text) => Mask.Account(text),
        _ when Code().IsMatch(text) => "其他",
        _ => text,
    };

    [GeneratedRegex("^[0-9]{17}[0-9X]$")]
    private static partial Regex IdNumber();

    [GeneratedRegex("^[0-9]+$")]
    private static partial Regex Digits();

    [GeneratedRegex("^[A-Za-z][A-Za-z-]*$")]
    private static partial Regex Code();
}
