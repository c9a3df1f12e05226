using System.Globalization;
using System.Text.RegularExpressions;
using SocialAssistance.Platform.TagHelpers;
using SocialAssistance.Policies;
using SocialAssistance.Rules.Standards;
using SocialAssistance.Rules.Values;

namespace SocialAssistance.Standards.Versions;

/// <summary>Values as the screens show them; typing them is <see cref="TypedValue"/>.</summary>
internal static partial class ValueText
{
    public const string None = "未规定";

    /// <summary>A stored value, e.g. 885.00, 是, 75%.</summary>
    public static string Show(Parameter parameter, string? json) => json is null ? None : Show(parameter, FigureText.Read(parameter, json));

    /// <summary>A value of the parameter's type.</summary>
    public static string Show(Parameter parameter, object? value) => value switch
    {
        null => None,
        bool flag => flag ? "是" : "否",
        decimal amount when parameter.Form == ValueForm.Money => Platform.TagHelpers.Show.Money(amount),
        Ratio ratio => Share(parameter, ratio),
        DateOnly day => Platform.TagHelpers.Show.Date(day),
        IReadOnlyList<decimal> amounts => string.Join('、', amounts.Select(a => Platform.TagHelpers.Show.Money(a))),
        IReadOnlyList<Band> bands => string.Join('；', bands.Select(b => $"{Platform.TagHelpers.Show.Money(b.GapFrom)} 至 {(b.GapTo is { } end ? Platform.TagHelpers.Show.Money(end) : "以上")} 补 {Platform.TagHelpers.Show.Money(b.Amount)}")),
        _ when parameter.Form == ValueForm.Enumeration => EnumerationWords.Of(parameter, ParameterText.Write(parameter, value)),
        _ when parameter.Form == ValueForm.EnumerationList => Words(parameter, value) is { Length: > 0 } words ? string.Join('、', words.Select(w => EnumerationWords.Of(parameter, w))) : "无",
        _ => ParameterText.Write(parameter, value),
    };

    /// <summary>The difference of two amounts or counts with its sign; empty where there is nothing to subtract.</summary>
    public static string Change(Parameter parameter, object? old, object? value) => (old, value) switch
    {
        (decimal a, decimal b) when parameter.Form == ValueForm.Money => a == b ? "不变" : Platform.TagHelpers.Show.Change(b - a),
        (int a, int b) => a == b ? "不变" : (b - a).ToString("+0;−0", CultureInfo.InvariantCulture),
        (null, _) => "新增",
        _ => Equals(Show(parameter, old), Show(parameter, value)) ? "不变" : "改变",
    };

    /// <summary>A value as it stands in its box.</summary>
    public static string InBox(Parameter parameter, string json) => FigureText.Read(parameter, json) switch
    {
        bool flag => flag ? "true" : "false",
        Ratio ratio => ratio.ToString(),
        decimal amount when parameter.Form == ValueForm.Money => amount.ToString("0.00", CultureInfo.InvariantCulture),
        IReadOnlyList<decimal> amounts => string.Join('、', amounts.Select(a => a.ToString("0.00", CultureInfo.InvariantCulture))),
        IReadOnlyList<Band> bands => string.Join('\n', bands.Select(b => FormattableString.Invariant($"{b.GapFrom:0.00} {(b.GapTo is { } end ? end.ToString("0.00", CultureInfo.InvariantCulture) : "以上")} {b.Amount:0.00}"))),
        var value when parameter.Form is not ValueForm.EnumerationList => ParameterText.Write(parameter, value),
        _ => "",
    };

    /// <summary>The words of a list.</summary>
    public static string[] Words(Parameter parameter, object value) =>
        parameter.Form == ValueForm.EnumerationList ? value.ToString()!.Split(", ", StringSplitOptions.RemoveEmptyEntries) : [];

    /// <summary>A share of something, so that more than the whole is a slip of the pen; otherwise a multiple.</summary>
    public static bool IsShare(Parameter parameter) => parameter.Form == ValueForm.Ratio && parameter.Unit?.Contains('倍') != true;

    private static string Share(Parameter parameter, Ratio ratio) =>
        IsShare(parameter) && Decimal().IsMatch(ratio.ToString()) ? $"{(decimal.Parse(ratio.ToString(), CultureInfo.InvariantCulture) * 100m).ToString("0.####", CultureInfo.InvariantCulture)}%" : ratio.ToString();

    [GeneratedRegex(@"^\d+(\.\d+)?$")]
    private static partial Regex Decimal();
}
