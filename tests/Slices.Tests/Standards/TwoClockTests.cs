using Microsoft.Extensions.DependencyInjection;
using SocialAssistance.Contracts.Standards;
using SocialAssistance.Platform.Data;
using SocialAssistance.Rules.Standards;
using SocialAssistance.Standards.Data;
using SocialAssistance.Standards.Figures;
using SocialAssistance.Standards.Versions;
using static SocialAssistance.Slices.Tests.Standards.Publication;

namespace SocialAssistance.Slices.Tests.Standards;

/// <summary>When a figure applies and when the county knew it are two clocks; both answer without the other.</summary>
public sealed class TwoClockTests(App app) : IClassFixture<App>
{
    private const string Standard = "minimum-living-allowance.standard";
    private static readonly DateOnly NewYear = new(2027, 1, 1);

    [Fact]
    [Trait("Rule", "PA-01")]
    public async Task A_published_figure_applies_from_its_day_and_was_unknown_before_its_publication()
    {
        var before = app.Clock.GetUtcNow();
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        var at = await PublishAsync(app, Line(Standard, "rural", "\"700.00\"", NewYear));

        Assert.Equal(700m, Rural(Book(app), NewYear));
        Assert.Equal(660m, Rural(Book(app), NewYear.AddDays(-1)));
        Assert.Equal(660m, Rural(Book(app, before), NewYear));
        Assert.Equal(700m, Rural(Book(app, at), NewYear));
        var figure = new Resolver(Book(app)).Find(ParameterCatalogue.MinimumLivingAllowance.Standard, NewYear, Area.Rural)!;
        Assert.StartsWith("于民字〔2023〕30号 一（二）（标准版本 ", figure.Cited, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_successor_cuts_what_it_replaces_and_the_rest_stays()
    {
        await PublishAsync(app, Line(Standard, "urban", "\"900.00\"", new(2030, 1, 1), new(2030, 12, 31)));
        var at = await PublishAsync(app, Line(Standard, "urban", "\"950.00\"", new(2030, 4, 1), new(2030, 6, 30)));

        Assert.Equal([900m, 950m, 950m, 900m], new[] { new DateOnly(2030, 3, 31), new(2030, 4, 1), new(2030, 6, 30), new(2030, 7, 1) }.Select(d => Urban(Book(app), d)));
        Assert.Equal(900m, Urban(Book(app, at.AddMicroseconds(-1)), new(2030, 5, 1)));
        Assert.Equal(885m, Urban(Book(app), new(2031, 1, 1)));
    }

    [Fact]
    public async Task Taking_a_version_back_brings_back_what_it_had_cut()
    {
        await PublishAsync(app, Line(Standard, "rural", "\"801.00\"", new(2040, 1, 1)));
        var id = await DraftAsync(app, Line(Standard, "rural", "\"802.00\"", new(2040, 6, 1)), Line(Standard, "urban", "\"999.00\"", new(2040, 6, 1)));
        var stated = await PublishAsync(app, id);
        var taken = await TakeBackAsync(id);

        Assert.Equal(801m, Rural(Book(app), new(2040, 7, 1)));
        Assert.Equal(885m, Urban(Book(app), new(2040, 7, 1)));
        Assert.Equal(802m, Rural(Book(app, stated), new(2040, 7, 1)));
        Assert.Equal(801m, Rural(Book(app, taken), new(2040, 7, 1)));
    }

    [Fact]
    public async Task A_figure_that_is_not_announced_yet_is_paid_as_before_held_or_blocked()
    {
        var day = new DateOnly(2050, 1, 1);
        await PublishAsync(app, Line(Standard, "urban", null, day, day.AddDays(30), FigureStates.PayOld), Line(Standard, "urban", null, day.AddDays(31), day.AddDays(58), FigureStates.Block),
            Line("minimum-living-allowance.floor", "urban", null, day, null, FigureStates.Hold));

        Assert.Equal(885m, Urban(Book(app), day));
        Assert.Contains("未公布，沿用旧标准", new Resolver(Book(app)).Find(ParameterCatalogue.MinimumLivingAllowance.Standard, day, Area.Urban)!.Cited, StringComparison.Ordinal);
        Assert.Null(Urban(Book(app), day.AddDays(31)));
        Assert.Equal(885m, Urban(Book(app), day.AddDays(59)));
        Assert.Equal(290m, new Resolver(Book(app)).Find(ParameterCatalogue.MinimumLivingAllowance.Floor, day, Area.Urban)!.Value);
        Assert.Contains(FigureRemarks.Held, new Resolver(Book(app)).Find(ParameterCatalogue.MinimumLivingAllowance.Floor, day, Area.Urban)!.Cited, StringComparison.Ordinal);
    }

    [Fact]
    public void A_day_that_no_document_covers_is_a_named_error_and_never_the_neighbours_value()
    {
        var county = app.Services.GetRequiredService<ICountySettings>();

        var missing = Assert.Throws<SettingMissingException>(() => county.Number(ParameterCatalogue.Deadline.ConfirmationLocal, new(2010, 1, 1)));
        Assert.Equal("deadline.confirmation-local", missing.Key);
    }

    [Fact]
    public async Task A_draft_can_be_tried_out_without_anybody_else_seeing_it()
    {
        var id = await DraftAsync(app, Line(Standard, "rural", "\"1234.00\"", new(2060, 1, 1)));

        var tried = await app.Run(s => s.GetRequiredService<IStandardVersions>().BookWithAsync(id));

        Assert.Equal(1234m, Rural(tried, new(2060, 1, 1)));
        Assert.NotEqual(1234m, Rural(Book(app), new(2060, 1, 1)));
    }

    [Fact]
    public async Task Publishing_in_the_database_and_trying_out_in_memory_cut_alike()
    {
        var random = new Random(41);
        for (var round = 0; round < 25; round++)
        {
            var from = new DateOnly(2070, 1, 1).AddDays(random.Next(40));
            DateOnly? to = random.Next(4) == 0 ? null : from.AddDays(random.Next(20));
            var id = await DraftAsync(app, Line("orphan.basic.scattered", "all", $"\"{1000 + round}.00\"", from, to));
            var tried = await app.Run(s => s.GetRequiredService<IStandardVersions>().BookWithAsync(id));
            await PublishAsync(app, id);

            for (var day = new DateOnly(2069, 12, 30); day < new DateOnly(2070, 3, 15); day = day.AddDays(1))
            {
                Assert.Equal(Orphan(tried, day), Orphan(Book(app), day));
            }
        }

        static decimal? Orphan(PolicyBook book, DateOnly day) => new Resolver(book).Find(ParameterCatalogue.Orphan.Basic.Scattered, day)?.Value;
    }

    private static decimal? Urban(PolicyBook book, DateOnly day) => new Resolver(book).Find(ParameterCatalogue.MinimumLivingAllowance.Standard, day, Area.Urban)?.Value;

    private async Task<DateTimeOffset> TakeBackAsync(Guid id) => await app.Run(async services =>
    {
        var db = services.GetRequiredService<StandardsDb>();
        var store = services.GetRequiredService<FigureStore>();
        var at = DateTimeOffset.MinValue;
        await services.GetRequiredService<UnitOfWork>().RunAsync(async () =>
        {
            var version = await db.Versions.FindAsync(id);
            at = await store.BeginAsync(County, default);
            await store.TakeBackAsync(version!, version!.PublishedAt!.Value, at, default);
            version.Withdraw("冯管理", at, "文件收回");
            await db.SaveChangesAsync();
        });
        services.GetRequiredService<PublishedFigures>().Forget();
        return at;
    });
}
