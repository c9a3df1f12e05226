using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SocialAssistance.Contracts.Cases;
using SocialAssistance.Contracts.Standards;
using SocialAssistance.Platform.Security;
using SocialAssistance.Platform.TagHelpers;
using SocialAssistance.Platform.Time;
using SocialAssistance.Policies;
using SocialAssistance.Rules.Standards;
using SocialAssistance.Standards.Figures;
using SocialAssistance.Standards.Versions;

namespace SocialAssistance.Standards.Overview;

internal sealed record HistoryRow(DateOnly? From, string Period, Area? Area, string Value, bool IsCurrent, string Layer, string Known, string Source, string? Quote, string Cited, int Cases = 0);

/// <summary>One key with everything any level ever said about it.</summary>
[Allow("standards.read")]
internal sealed class ShowParameterModel(ICountySettings county, PolicyLibrary library, PublishedFigures published, ICases cases, IAccess access, TimeProvider time) : PageModel
{
    public Parameter Parameter { get; private set; } = null!;

    public IReadOnlyList<HistoryRow> History { get; private set; } = [];

    public bool CanEdit => access.Allows(User, "standards.edit");

    public async Task<IActionResult> OnGetAsync(string key, CancellationToken cancellationToken)
    {
        if (ParameterCatalogue.Find(key) is not { } parameter)
        {
            return NotFound();
        }

        Parameter = parameter;
        var book = county.Book(county.PolicyCode);
        var current = AreaWords.Of(parameter).Select(a => new Resolver(book).FindEntry(parameter, time.Today(), AreaWords.Read(a))).OfType<Entry>().ToHashSet();
        var own = published.Current().History(county.PolicyCode).Where(f => f.Parameter == parameter).Select(f => Own(f, current));
        var packs = library.BookOf(county.PolicyCode);
        var shipped = packs.Layers.SelectMany(l => l.Of(parameter)).Where(e => e.Terms.Source is not null).Select(e => Shipped(e, packs, current));
        HistoryRow[] rows = [.. own.Concat(shipped).OrderByDescending(r => r.From ?? DateOnly.MinValue).ThenBy(r => r.Area)];
        var cited = await cases.CitingAsync([.. rows.Select(r => new CitedFigure(r.Cited, r.Area is { } area ? AreaWords.Write(area) : null, r.From, LastDay(r, rows)))], cancellationToken);
        History = [.. rows.Zip(cited, (row, count) => row with { Cases = count })];
        return Page();
    }

    // A clause may state the value before it as well; the later figure of the same area ends the earlier one.
    private static DateOnly? LastDay(HistoryRow row, HistoryRow[] all) =>
        all.Where(later => later.Area == row.Area && later.From > (row.From ?? DateOnly.MinValue)).Select(later => (DateOnly?)later.From!.Value.AddDays(-1)).Min();

    private static HistoryRow Own(LocalFigure figure, HashSet<Entry> current) => new(
        figure.From, Periods.Of(figure.From, figure.To), figure.Area, figure.State == FigureStates.Stated ? ValueText.Show(figure.Parameter, figure.Value) : Words.OfState(figure.State),
        figure.KnownTo is null && current.Any(e => e.Terms.From == figure.From && e.Terms.Area == figure.Area && e.Terms.Source?.Remark is not null),
        $"标准版本 {figure.VersionNumber}", figure.KnownTo is { } until ? $"{Show.Time(figure.KnownFrom)} 至 {Show.Time(until)}，已被取代" : $"{Show.Time(figure.KnownFrom)} 起", figure.Source.ToString(), figure.Source.Quote,
        (figure.Source with { Remark = LocalFigure.Remark(figure.VersionNumber) }).ToString());

    private static HistoryRow Shipped(Entry entry, PolicyBook packs, HashSet<Entry> current) => new(
        entry.Terms.From, Periods.Of(entry.Terms.From, entry.Terms.To), entry.Terms.Area, ValueText.Show(entry.Parameter, entry.Value), current.Contains(entry),
        LayerWords.Of(entry, packs), entry.Terms.Published is { } day ? $"{Show.Date(day)} 起" : "一直", entry.Terms.Source!.ToString(), entry.Terms.Source.Quote, entry.Terms.Source.ToString());
}
