using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace SocialAssistance.Platform.TagHelpers;

/// <summary>What a field knows when it is drawn. A value the clerk typed wins over the model, so nothing typed is lost.</summary>
internal sealed record FieldState(string Name, string Id, string Label, IReadOnlyList<string> Values, IReadOnlyList<string> Errors)
{
    public string? Value => Values.Count > 0 ? Values[0] : null;
    public bool HasError => Errors.Count > 0;
    public string HintId => Id + "-hint";
    public string ErrorId => Id + "-error";

    public string? DescribedBy(bool hint, params string?[] more)
    {
        var ids = new[] { hint ? HintId : null, HasError ? ErrorId : null }.Concat(more).OfType<string>().ToArray();
        return ids.Length == 0 ? null : string.Join(' ', ids);
    }

    public static FieldState Of(FieldTagHelper field)
    {
        var view = field.ViewContext;
        var expression = field.For is null ? field.Name ?? "" : field.Name ?? field.For.Name;
        var name = field.For is null ? expression : view.ViewData.TemplateInfo.GetFullHtmlFieldName(expression);
        var label = field.Label ?? field.For?.Metadata.GetDisplayName() ?? name;
        var model = field.Value ?? field.For?.Model ?? (field.For is null ? view.HttpContext.Request.Query[name].ToArray() : null);
        view.ViewData.ModelState.TryGetValue(name, out var entry);
        var values = field.KeepsTyped && Typed(entry) is { } typed ? typed : Texts(model);
        var errors = entry?.Errors.Select(e => e.ErrorMessage).Where(m => m.Length > 0).Distinct().ToArray() ?? [];
        return new FieldState(name, field.Id ?? TagBuilder.CreateSanitizedId(name, "_"), label, values, errors);
    }

    /// <summary>A value as it stands in a text box: dates 2026-11-22, amounts with two decimals.</summary>
    public static string Text(object? value) => value switch
    {
        null => "",
        string s => s,
        bool b => b ? "true" : "false",
        DateOnly d => d.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        TimeOnly t => t.ToString("HH:mm", CultureInfo.InvariantCulture),
        decimal m => m.ToString("0.00######", CultureInfo.InvariantCulture),
        IFormattable f => f.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    private static string[]? Typed(ModelStateEntry? entry) => entry?.RawValue switch
    {
        string[] many => many,
        string one => [one],
        _ => entry?.AttemptedValue is { } attempted ? [attempted] : null,
    };

    private static string[] Texts(object? model) => model switch
    {
        null => [],
        string s => [s],
        System.Collections.IEnumerable many => [.. many.Cast<object?>().Select(Text)],
        _ => [Text(model)],
    };
}
