using SocialAssistance.Rules.Standards;
using static SocialAssistance.Rules.Standards.ParameterCatalogue;

namespace SocialAssistance.Rules.Tests.Standards;

[Trait("Rule", "PA-01")]
public sealed class ResolverTests
{
    private static readonly Parameter<decimal> Standard = MinimumLivingAllowance.Standard;

    [Fact]
    public void The_request_decides_before_the_county_and_the_county_before_the_nation()
    {
        var book = Book([Entry(100m, "national")], [Entry(200m)]);

        Assert.Equal(200m, new Resolver(book).Find(Standard, Day("2023-01-01"))!.Value);
        Assert.Equal(300m, new Resolver(book, [Override.Of(Standard, 300m)]).Find(Standard, Day("2023-01-01"))!.Value);
        Assert.Equal(100m, new Resolver(Book([Entry(100m, "national")], [])).Find(Standard, Day("2023-01-01"))!.Value);
    }

    [Fact]
    public void A_layer_decides_only_on_days_on_which_it_has_an_entry()
    {
        var resolver = new Resolver(Book([Entry(100m, "national")], [Entry(200m, from: "2023-01-01", to: "2023-12-31")]));

        Assert.Equal(100m, resolver.Find(Standard, Day("2022-12-31"))!.Value);
        Assert.Equal(200m, resolver.Find(Standard, Day("2023-01-01"))!.Value);
        Assert.Equal(200m, resolver.Find(Standard, Day("2023-12-31"))!.Value);
        Assert.Equal(100m, resolver.Find(Standard, Day("2024-01-01"))!.Value);
    }

    [Fact]
    public void A_book_standing_at_a_day_goes_on_as_on_that_day()
    {
        var book = Book([Entry(100m, "national")], [Entry(200m, from: "2023-01-01", to: "2023-12-31"), Entry(150m, from: "2022-01-01", to: "2022-12-31"), Entry(250m, from: "2024-01-01")]);
        var standing = new Resolver(book.StandingAt(Day("2023-12-31")));

        Assert.Equal(200m, standing.Find(Standard, Day("2023-12-31"))!.Value);
        Assert.Equal(200m, standing.Find(Standard, Day("2024-01-01"))!.Value);
        Assert.Equal(150m, standing.Find(Standard, Day("2022-06-30"))!.Value);
        Assert.Equal(100m, standing.Find(Standard, Day("2021-12-31"))!.Value);
        Assert.Equal(250m, new Resolver(book.StandingAt(Day("2024-01-01"))).Find(Standard, Day("2024-01-01"))!.Value);
    }

    [Fact]
    public void A_value_looked_up_outside_its_period_is_unset_and_never_a_neighbours()
    {
        var resolver = new Resolver(Book([], [Entry(200m, from: "2023-01-01", to: "2023-12-31"), Entry(100m, area: Area.Rural)]));

        Assert.Null(resolver.Find(Standard, Day("2022-12-31"), Area.Urban));
        Assert.Null(resolver.Find(Standard, Day("2024-01-01"), Area.Urban));
    }

    [Fact]
    public void An_explicit_null_in_the_request_hides_the_layers_below()
    {
        var book = Book([Entry(100m, "national")], [Entry(200m)]);

        Assert.Null(new Resolver(book, [Override.Unset(Standard)]).Find(Standard, Day("2023-01-01")));
        Assert.Equal(200m, new Resolver(book, [Override.Unset(Standard, to: Day("2022-12-31"))]).Find(Standard, Day("2023-01-01"))!.Value);
    }

    [Fact]
    public void Latest_start_wins_then_the_named_area_then_the_latest_published_then_the_later_in_the_list()
    {
        Assert.Equal(2m, Decide([Entry(1m), Entry(2m, from: "2020-01-01")]));
        Assert.Equal(2m, Decide([Entry(2m, area: Area.Urban), Entry(1m)]));
        Assert.Equal(1m, Decide([Entry(1m, from: "2021-01-01"), Entry(2m, from: "2020-01-01", area: Area.Urban)]));
        Assert.Equal(2m, Decide([Entry(2m, published: "2022-01-01"), Entry(1m)]));
        Assert.Equal(2m, Decide([Entry(1m), Entry(2m)]));
    }

    [Fact]
    public void Only_what_was_published_by_then_is_known()
    {
        var book = Book([], [Entry(825m, from: "2022-01-01"), Entry(885m, from: "2023-01-01", published: "2023-05-15")]);

        Assert.Equal(825m, new Resolver(book, null, Day("2023-05-14")).Find(Standard, Day("2023-03-01"))!.Value);
        Assert.Equal(885m, new Resolver(book, null, Day("2023-05-15")).Find(Standard, Day("2023-03-01"))!.Value);
        Assert.Equal(885m, new Resolver(book).Find(Standard, Day("2023-03-01"))!.Value);
    }

    [Fact]
    [Trait("Rule", "HM-08")]
    public void A_switch_that_was_on_and_ended_is_remembered_in_any_layer()
    {
        var excluded = Income.Excluded.Scholarship;
        Entry Switch(bool value, string to, string? published = null) =>
            Rules.Standards.Entry.Of(excluded, value, new EntryTerms("policy") { To = Day(to), Published = published is null ? null : Day(published) });
        var book = Book([], [Switch(true, "2023-12-31", "2023-05-15")]);

        Assert.True(new Resolver(book).HasEnded(excluded, Day("2024-01-01")));
        Assert.False(new Resolver(book).HasEnded(excluded, Day("2023-12-31")));
        Assert.False(new Resolver(book, null, Day("2023-05-14")).HasEnded(excluded, Day("2024-01-01")));
        Assert.False(new Resolver(Book([], [Switch(false, "2023-12-31")])).HasEnded(excluded, Day("2024-01-01")));
    }

    [Fact]
    public void A_figure_says_where_it_comes_from()
    {
        var book = Book([], [Entry(885m)]);

        Assert.Equal("于民字〔2023〕30号 一（一）", new Resolver(book).Find(Standard, Day("2023-01-01"))!.Cited);
        Assert.Equal("request parameters: minimum-living-allowance.standard", new Resolver(book, [Override.Of(Standard, 1m)]).Find(Standard, Day("2023-01-01"))!.Cited);
    }

    private static decimal Decide(Entry[] entries) => new Resolver(Book([], entries)).Find(Standard, Day("2023-01-01"), Area.Urban)!.Value;

    private static PolicyBook Book(Entry[] nation, Entry[] county) =>
        new("example", "990101", "示例县", [new Layer("policy", county), new Layer("national", nation)]);

    private static Entry Entry(decimal value, string layer = "policy", string? from = null, string? to = null, string? published = null, Area? area = null) =>
        Rules.Standards.Entry.Of(Standard, value, new EntryTerms(layer)
        {
            Area = area,
            From = from is null ? null : Day(from),
            To = to is null ? null : Day(to),
            Published = published is null ? null : Day(published),
            Source = new Citation("于民字〔2023〕30号", "一（一）"),
        });

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd");
}
