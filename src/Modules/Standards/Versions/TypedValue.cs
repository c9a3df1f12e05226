using System.Globalization;
using System.Text.RegularExpressions;
using SocialAssistance.Policies;
using SocialAssistance.Rules.Standards;
using SocialAssistance.Rules.Values;

namespace SocialAssistance.Standards.Versions;

/// <summary>What an administrator typed for a parameter: its stored spelling, or what is wrong with it.</summary>
internal sealed record TypedValue(string? Json, string? Error)
{
    /// <summary>The word that says "a list, but of nothing".</summary>
    public const string Nothing = "none-of-these";

    /// <summary>Reads a text, or the ticked words of a list.</summary>
    public static TypedValue Read(Parameter parameter, string? text, IReadOnlyCollection<string> words)
    {
        if (parameter.Form == ValueForm.EnumerationList)
        {
            return words.Contains(Nothing) && words.Count > 1 ? Wrong("“以上都没有”不能与其他选项同时选")
                : Write(parameter, ParameterText.ReadSet(parameter, words.Where(w => parameter.Allowed.Contains(w))));
        }

        var typed = FullWidth.Narrow(text ?? "").Trim();
        return parameter.Form switch
        {
            ValueForm.Boolean => typed is "true" or "false" ? new(typed, null) : Wrong("请选择是或否"),
            ValueForm.Integer => int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count <= 1_000_000
                ? Write(parameter, count) : Wrong($"请填写整数{parameter.Unit}，例如 3"),
            ValueForm.Enumeration => parameter.Allowed.Contains(typed) ? Single(parameter, typed, "") : Wrong("请选择一项"),
            ValueForm.Money => Single(parameter, Amount(typed), "请填写金额，最多两位小数，例如 885.00"),
            ValueForm.Date => Single(parameter, Day(typed), "请填写日期，例如 2027-01-01"),
            ValueForm.Ratio => Share(parameter, typed),
            ValueForm.Decimal => Single(parameter, Percent(typed) ?? Amount(typed), "请填写数字，例如 0.30"),
            ValueForm.MoneyList => Amounts(parameter, typed),
            _ => Bands(parameter, typed),
        };
    }

    /// <summary>Whether anything was entered at all.</summary>
    public static bool IsEmpty(string? text, IReadOnlyCollection<string> words) => string.IsNullOrWhiteSpace(text) && words.Count == 0;

    private static TypedValue Share(Parameter parameter, string typed)
    {
        var percent = Percent(typed);
        var read = Single(parameter, percent ?? typed.Replace(" ", ""), "请填写比例，可写 75%、0.75 或 3/4");
        if (read.Json is null || FigureText.Read(parameter, read.Json) is not Ratio ratio)
        {
            return read;
        }

        // 75 for 75 % would pay a hundred times as much; a share above the whole needs the sign %.
        var most = ValueText.IsShare(parameter) ? new Ratio(1, 1) : new Ratio(20, 1);
        return ratio.CompareTo(most) > 0 && percent is null
            ? Wrong($"“{typed}”是 {typed}% 还是 {typed} 倍？{(ValueText.IsShare(parameter) ? $"比例请写成 {typed}%、0.75 或 3/4 的样子" : "倍数请核对文件，例如 1.3")}")
            : read;
    }

    /// <summary>75% or 百分之75 as 0.75; null for anything else.</summary>
    private static string? Percent(string typed)
    {
        var match = Regex.Match(typed, @"^(?:百分之)?(\d{1,6}(?:\.\d{1,4})?)\s*(%)?$");
        return match.Success && (match.Groups[2].Success || typed.StartsWith('百'))
            ? (decimal.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) / 100m).ToString("0.######", CultureInfo.InvariantCulture)
            : null;
    }

    private static string Amount(string typed) => typed.Replace(",", "").Replace(" ", "").TrimEnd('元').TrimStart('¥', '￥');

    private static string Day(string typed) =>
        DateOnly.TryParseExact(Regex.Replace(typed, "[./年月]", "-").TrimEnd('日'), "yyyy-M-d", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : typed;

    private static TypedValue Amounts(Parameter parameter, string typed)
    {
        var parts = typed.Split([',', '、', ';', ' ', '\n'], StringSplitOptions.RemoveEmptyEntries);
        var amounts = parts.Select(p => decimal.TryParse(Amount(p), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var a) && decimal.Round(a, 2) == a ? a : (decimal?)null).ToArray();
        return amounts.Length == 0 || amounts.Contains(null) || amounts.Zip(amounts.Skip(1)).Any(p => p.First >= p.Second)
            ? Wrong("请从小到大填写金额，用顿号分开，例如 2000、5000")
            : Write(parameter, amounts.Select(a => a!.Value).ToArray());
    }

    private static TypedValue Bands(Parameter parameter, string typed)
    {
        var bands = new List<Band>();
        foreach (var line in typed.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var cells = line.Split([' ', ',', '、', '\t'], StringSplitOptions.RemoveEmptyEntries);
            if (cells.Length != 3 || Number(cells[0]) is not { } from || Number(cells[2]) is not { } amount || (Number(cells[1]) is null && cells[1] != "以上") || Number(cells[1]) <= from)
            {
                return Wrong($"第 {bands.Count + 1} 档看不明白。每行一档：下限 上限 金额，没有上限的写“以上”，例如 0 100 250");
            }

            bands.Add(new(from, Number(cells[1]), amount));
        }

        return bands.Count is 0 or > 50 ? Wrong("请填写 1 至 50 档，每行一档：下限 上限 金额") : Write(parameter, bands);

        static decimal? Number(string cell) => decimal.TryParse(Amount(cell), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var n) && decimal.Round(n, 2) == n ? n : null;
    }

    private static TypedValue Single(Parameter parameter, string text, string message) =>
        ParameterText.Read(parameter, text, out var value) == TextFault.None ? Write(parameter, value!) : Wrong(message);

    private static TypedValue Write(Parameter parameter, object value) => new(FigureText.Write(parameter, value), null);

    private static TypedValue Wrong(string message) => new(null, message);
}
