using SocialAssistance.Platform.TagHelpers;
using SocialAssistance.Policies;
using SocialAssistance.Rules.Standards;

namespace SocialAssistance.Standards.Versions;

/// <summary>A row of the form with what stands beside it: the value in force, its source, and what the level above says.</summary>
internal sealed record ValueField(int Index, ValueRow Row, Parameter Parameter, Entry? InForce, Entry? LevelAbove)
{
    public string Anchor => LineView.AnchorOf(Row.Key, Row.Area);

    public string Title => Parameter.Name + (Row.Area == AreaWords.All ? "" : $"（{Words.Of(AreaWords.Read(Row.Area))}）");

    public string Current => ValueText.Show(Parameter, InForce?.Value);

    public string? CurrentSource => InForce?.Terms.Source?.ToString();

    public string CurrentPeriod => Periods.Of(InForce?.Terms.From, InForce?.Terms.To);

    public string? Above => LevelAbove is { Terms.Source: { } source } entry && entry != InForce ? $"{ValueText.Show(Parameter, entry.Value)}（{source}）" : null;

    /// <summary>Other dates, documents or states are shown at once where they are in use.</summary>
    public bool IsOpen => Row.DocumentId is not null || Row.From is not null || Row.To is not null || !string.IsNullOrEmpty(Row.Pending);

    public IReadOnlyList<Choice> Choices =>
        [.. Parameter.Allowed.Select(w => new Choice(w, EnumerationWords.Of(Parameter, w))), .. Parameter.Form == ValueForm.EnumerationList ? new[] { new Choice(TypedValue.Nothing, "以上都没有") } : []];

    public string? Hint => Parameter.Form switch
    {
        ValueForm.Ratio when ValueText.IsShare(Parameter) => "可写 75%、0.75 或 3/4",
        ValueForm.Ratio => "例如 1.3",
        ValueForm.MoneyList => "从小到大，用顿号分开",
        ValueForm.Date => "例如 2027-05-15",
        _ => null,
    };

    /// <summary>The form's rows for these keys: stored lines as they are, and an empty row where there is none.</summary>
    public static List<ValueRow> Rows(IEnumerable<Parameter> parameters, IReadOnlyList<VersionLine> lines, StandardVersion version, string? another) =>
        [.. from parameter in parameters
            from area in AreaWords.Of(parameter)
            let stored = lines.Where(l => l.Key == parameter.Key && l.Area == area).Select(l => Stored(parameter, l, version)).ToArray()
            from row in stored.Length > 0 && another != parameter.Key ? stored : [.. stored, new ValueRow { Key = parameter.Key, Area = area }]
            select row];

    private static ValueRow Stored(Parameter parameter, VersionLine line, StandardVersion version)
    {
        var words = line.Value is { } json ? ValueText.Words(parameter, FigureText.Read(parameter, json)) : [];
        return new()
        {
            LineId = line.Id, Key = line.Key, Area = line.Area, Article = line.Article, Quote = line.Quote,
            Text = line.Value is { } value ? ValueText.InBox(parameter, value) : null,
            Words = line.Value is not null && parameter.Form == ValueForm.EnumerationList && words.Length == 0 ? [TypedValue.Nothing] : [.. words],
            Pending = line.State == FigureStates.Stated ? null : line.State,
            DocumentId = line.DocumentId == version.DocumentId ? null : line.DocumentId,
            From = line.FromDay == version.EffectiveOn ? null : line.FromDay, To = line.ToDay,
        };
    }
}
