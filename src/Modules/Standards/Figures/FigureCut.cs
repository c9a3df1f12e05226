namespace SocialAssistance.Standards.Figures;

/// <summary>
/// What a layer holds after more figures were stated: each takes its own period, and what it cuts keeps the days that are
/// left. The same rule as <see cref="FigureStore"/> applies in the database, here for trying a draft out.
/// </summary>
internal static class FigureCut
{
    public static IReadOnlyList<LocalFigure> Apply(IReadOnlyList<LocalFigure> known, IEnumerable<LocalFigure> stated)
    {
        var rows = known.ToList();
        foreach (var figure in stated)
        {
            rows = [.. rows.SelectMany(row => row.Overlaps(figure) ? Rest(row, figure) : [row]), figure];
        }

        return rows;
    }

    private static IEnumerable<LocalFigure> Rest(LocalFigure row, LocalFigure cut)
    {
        if (row.From < cut.From)
        {
            yield return row with { To = cut.From.AddDays(-1) };
        }

        if (cut.To is { } end && (row.To is not { } to || to > end))
        {
            yield return row with { From = end.AddDays(1) };
        }
    }
}
