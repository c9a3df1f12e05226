using SocialAssistance.Rules.Determinations;

namespace SocialAssistance.Rules.Standards;

/// <summary>
/// Answers one question on one day: looks figures up, remembers what was not configured, and keeps the steps by which the
/// answer came about.
/// </summary>
public sealed class Inquiry(Resolver figures, DateOnly day)
{
    private readonly List<Warning> _warnings = [];
    private readonly List<Step> _steps = [];

    /// <summary>The day whose values are used (PA-02).</summary>
    public DateOnly Day { get; } = day;

    public Resolver Figures { get; } = figures;

    /// <summary>In order of appearance, none twice.</summary>
    public IReadOnlyList<Warning> Warnings => _warnings;

    public IReadOnlyList<Step> Steps => _steps;

    /// <summary>The figure, or null without a word: for features that may be absent.</summary>
    public Figure<T>? Find<T>(Parameter<T> parameter, Area? area = null) => Figures.Find(parameter, Day, area);

    /// <summary>The figure; where it is unset, a warning names the key and nothing is invented.</summary>
    public Figure<T>? Need<T>(Parameter<T> parameter, Area? area = null)
    {
        var figure = Find(parameter, area);
        if (figure is null)
        {
            NotConfigured(parameter);
        }

        return figure;
    }

    /// <summary>Is the switch on? Unset counts as off.</summary>
    public bool IsOn(Parameter<bool> parameter) => Figures.ValueOr(parameter, false, Day);

    /// <summary>Is the word in the list? An unset list is empty.</summary>
    public bool Lists<T>(Parameter<Choices<T>> parameter, T word) where T : struct, Enum =>
        Figures.ValueOr(parameter, Choices<T>.None, Day).Contains(word);

    public void NotConfigured(Parameter parameter) => Warn(Warning.NotConfigured(parameter.Key));

    public void Warn(Warning warning)
    {
        if (!_warnings.Contains(warning))
        {
            _warnings.Add(warning);
        }
    }

    public void Warn(string code, string? value = null) => Warn(new Warning(code, Value: value));

    /// <summary>Writes one line of the working.</summary>
    public void Step(string label, string formula, string result, string source) => _steps.Add(new(label, formula, result, source));

    /// <summary>A line that explains an entitlement.</summary>
    public void Step(Step step) => _steps.Add(step);
}
