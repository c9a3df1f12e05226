using Microsoft.AspNetCore.Mvc.RazorPages;
using SocialAssistance.Contracts.Standards;
using SocialAssistance.Platform.Security;
using SocialAssistance.Platform.TagHelpers;
using SocialAssistance.Platform.Time;
using SocialAssistance.Rules.Standards;
using SocialAssistance.Standards.Figures;
using SocialAssistance.Standards.Versions;

namespace SocialAssistance.Standards.Overview;

internal sealed record ParameterRow(Parameter Parameter, Area? Area, string Value, string Period, string Layer, string? Source, bool IsOwn);

/// <summary>规则参数: every key with its value in force and where it comes from.</summary>
[Allow("standards.read")]
internal sealed class ListParametersModel(ICountySettings county, PublishedFigures published, TimeProvider time) : PageModel
{
    public DateOnly Today => time.Today();

    public IReadOnlyList<ParameterRow> Rows { get; private set; } = [];

    public IReadOnlyList<Choice> Groups => [.. ParameterGroups.Names.Select(g => new Choice(g.Key, g.Value))];

    public void OnGet(string? q, string? @group, string? layer)
    {
        var book = county.Book(county.PolicyCode);
        var figures = new Resolver(book);
        var hasOwn = published.Current().Of(county.PolicyCode).Any();
        var order = ParameterGroups.Names.Keys.ToList();
        Rows = [.. from parameter in ParameterCatalogue.All
                   where string.IsNullOrWhiteSpace(q) || parameter.Name.Contains(q.Trim(), StringComparison.Ordinal)
                   where string.IsNullOrEmpty(@group) || ParameterGroups.Of(parameter) == @group
                   orderby order.IndexOf(ParameterGroups.Of(parameter))
                   from area in AreaWords.Of(parameter)
                   let row = Row(parameter, AreaWords.Read(area), figures, book, hasOwn)
                   where layer switch { "own" => row.IsOwn, "pack" => row is { IsOwn: false, Source: not null }, "unset" => row.Source is null, _ => true }
                   select row];
    }

    private ParameterRow Row(Parameter parameter, Area? area, Resolver figures, PolicyBook book, bool hasOwn)
    {
        var entry = figures.FindEntry(parameter, Today, area);
        // The county's own versions are the nearest layer of the book.
        var isOwn = entry is not null && hasOwn && book.Layers[0].Of(parameter).Contains(entry);
        return new(parameter, area, ValueText.Show(parameter, entry?.Value), entry is null ? "" : Periods.Of(entry.Terms.From, entry.Terms.To), isOwn ? "本县版本" : LayerWords.Of(entry, book), entry?.Terms.Source?.ToString(), isOwn);
    }
}

/// <summary>From which level's file an entry comes.</summary>
internal static class LayerWords
{
    public static string Of(Entry? entry, PolicyBook book) => entry switch
    {
        null => "",
        { Terms.Layer: LayerNames.National } => "国家",
        _ => book.Layers.FirstOrDefault(l => l.Division == entry.Terms.Division)?.Title ?? "",
    };
}
