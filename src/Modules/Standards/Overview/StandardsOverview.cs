using SocialAssistance.Rules.Standards;
using SocialAssistance.Standards.Versions;
using Keys = SocialAssistance.Rules.Standards.ParameterCatalogue;

namespace SocialAssistance.Standards.Overview;

/// <summary>A row of the matrix: one standard, its value on each day, and where the one in force is printed.</summary>
internal sealed record OverviewRow(string Key, string Name, string Area, string? Unit, IReadOnlyList<string> Values, string Source);

/// <summary>Standards by programme and area against the days on which one of them changes.</summary>
internal sealed record StandardsOverview(IReadOnlyList<DateOnly> Days, int Current, IReadOnlyList<OverviewRow> Rows)
{
    private const int MostPast = 3;

    private static readonly Parameter[] Shown =
    [
        Keys.MinimumLivingAllowance.Standard, Keys.MinimumLivingAllowance.Floor,
        Keys.ExtremePoverty.Basic.SelfCaring, Keys.ExtremePoverty.Basic.PartialLoss, Keys.ExtremePoverty.Basic.FullLoss,
        Keys.ExtremePoverty.Care.SelfCaring, Keys.ExtremePoverty.Care.PartialLoss, Keys.ExtremePoverty.Care.FullLoss,
        Keys.ExtremePoverty.CareWageShare.PartialLoss, Keys.ExtremePoverty.CareWageShare.FullLoss, Keys.MinimumWage.Monthly,
        Keys.Orphan.Basic.Institutional, Keys.Orphan.Basic.Scattered, Keys.DeFactoUnattendedChild.Basic,
        Keys.DisabilityLivingSubsidy.Amount, Keys.SevereDisabilityNursingSubsidy.Amount, Keys.Margin.IncomeMultiple, Keys.EmploymentDeduction.Value,
    ];

    public static StandardsOverview Of(PolicyBook book, DateOnly today)
    {
        var figures = new Resolver(book);
        var changes = Shown.SelectMany(p => book.Layers.SelectMany(l => l.Of(p))).Where(e => e.Terms.Source is not null)
            .SelectMany(e => new[] { e.Terms.From, e.Terms.To?.AddDays(1) }).OfType<DateOnly>().Distinct().Order().ToArray();
        var past = changes.Where(d => d <= today).TakeLast(MostPast).ToArray();
        DateOnly[] days = [.. past.Length == 0 ? [today] : past, .. changes.Where(d => d > today)];
        var current = Math.Max(0, past.Length - 1);
        var rows = from parameter in Shown
                   from area in AreaWords.Of(parameter)
                   let entries = days.Select(d => figures.FindEntry(parameter, d, AreaWords.Read(area))).ToArray()
                   where entries.Any(e => e is not null)
                   select new OverviewRow(parameter.Key, parameter.Name, area == AreaWords.All ? "城乡" : Words.Of(AreaWords.Read(area)), parameter.Unit,
                       [.. entries.Select(e => ValueText.Show(parameter, e?.Value))], figures.FindEntry(parameter, today, AreaWords.Read(area))?.Terms.Source?.ToString() ?? "");
        return new(days, current, [.. rows]);
    }
}
