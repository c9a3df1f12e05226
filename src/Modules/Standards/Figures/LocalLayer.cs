using SocialAssistance.Rules.Standards;
using SocialAssistance.Rules.Values;
using SocialAssistance.Platform.Time;
using SocialAssistance.Standards.Versions;

namespace SocialAssistance.Standards.Figures;

/// <summary>Builds the county's nearest layer from its figures.</summary>
internal static class LocalLayer
{
    /// <summary>The book with the county's own figures on top; the same book where it has none.</summary>
    public static PolicyBook Over(PolicyBook packs, IReadOnlyList<LocalFigure> figures)
    {
        if (figures.Count == 0)
        {
            return packs;
        }

        var entries = new List<Entry>();
        foreach (var figure in figures.OrderBy(f => f.From).ThenBy(f => f.Parameter.Key, StringComparer.Ordinal))
        {
            entries.Add(Entry(figure, () => packs.With(Layer(packs, entries))));
        }

        return packs.With(Layer(packs, entries));
    }

    private static Layer Layer(PolicyBook packs, IEnumerable<Entry> entries) => new(LayerNames.Policy, entries) { Division = packs.Code, Title = packs.Name };

    private static Entry Entry(LocalFigure figure, Func<PolicyBook> before)
    {
        var terms = new EntryTerms(LayerNames.Policy)
        {
            Area = figure.Area, From = figure.From, To = figure.To, Division = figure.Division,
            Published = DateOnly.FromDateTime(figure.KnownFrom.InChina().DateTime),
            Source = figure.Source with { Remark = LocalFigure.Remark(figure.VersionNumber) },
        };
        if (figure.State is FigureStates.Stated or FigureStates.Block)
        {
            return Rules.Standards.Entry.Of(figure.Parameter, figure.Read(), terms);
        }

        // Not announced yet: the figure of the day before goes on, and its own document stays its source.
        var old = new Resolver(before()).FindEntry(figure.Parameter, figure.From.AddDays(-1), figure.Area);
        return Rules.Standards.Entry.Of(figure.Parameter, old?.Value, terms with
        {
            Status = "assumed",
            Source = (old?.Terms.Source ?? terms.Source) with { Remark = $"{Words.OfState(figure.State)}，{LocalFigure.Remark(figure.VersionNumber)}" },
        });
    }
}
