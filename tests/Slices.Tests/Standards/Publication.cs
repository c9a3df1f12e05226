using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SocialAssistance.Contracts.Standards;
using SocialAssistance.Platform.Data;
using SocialAssistance.Rules.Standards;
using SocialAssistance.Standards.Data;
using SocialAssistance.Standards.Figures;
using SocialAssistance.Standards.Versions;

namespace SocialAssistance.Slices.Tests.Standards;

/// <summary>Versions written and published without the screens, for tests of what comes after.</summary>
internal static class Publication
{
    public const string County = "360731";

    /// <summary>A line of Yudu's document; money as 700, other values as packs spell them.</summary>
    public static VersionLine Line(string key, string area, string? json, DateOnly from, DateOnly? to = null, string state = FigureStates.Stated) =>
        new() { Id = Guid.CreateVersion7(), VersionId = Guid.Empty, Key = key, Area = area, Value = json, State = state, FromDay = from, ToDay = to, Article = "一（二）" };

    public static async Task<Guid> DraftAsync(App app, params VersionLine[] lines) => await app.Run(async services =>
    {
        var db = services.GetRequiredService<StandardsDb>();
        var paper = await db.Papers.Where(p => p.Number == "于民字〔2023〕30号").Select(p => p.Id).SingleAsync();
        var version = new StandardVersion
        {
            Id = Guid.CreateVersion7(), Number = 1 + (await db.Versions.MaxAsync(v => (int?)v.Number) ?? 0), DivisionCode = County, Title = "试验提标",
            CreatedByName = "郑管理", CreatedAt = app.Clock.GetUtcNow(),
        };
        await services.GetRequiredService<UnitOfWork>().RunAsync(async () =>
        {
            db.Add(version);
            db.AddRange(lines.Select(l => new VersionLine
            {
                Id = l.Id, VersionId = version.Id, Key = l.Key, Area = l.Area, Value = l.Value, State = l.State, FromDay = l.FromDay, ToDay = l.ToDay, DocumentId = paper, Article = l.Article,
            }));
            await db.SaveChangesAsync();
        });
        return version.Id;
    });

    /// <summary>Publishes a version and waits until it was carried into every case.</summary>
    public static async Task CarryAsync(App app, Guid id, int number, DateOnly first)
    {
        await OrderAsync(app, id, number, first);
        await DoneAsync(app);
    }

    /// <summary>Publishes a version; it is carried into the cases when its time comes.</summary>
    public static async Task OrderAsync(App app, Guid id, int number, params DateOnly[] days)
    {
        var at = await PublishAsync(app, id);
        await app.Run(services => services.GetRequiredService<UnitOfWork>().RunAsync(() => services.GetRequiredService<IMediator>().Publish(new StandardPublished(id, number, County, days, at))));
    }

    /// <summary>Waits until no work is left that is due.</summary>
    public static async Task DoneAsync(App app)
    {
        for (var i = 0; i < 1_200; i++)
        {
            if (await app.Sql.Count("platform.jobs where finished_at is null and not_before <= $1", app.Clock.GetUtcNow()) == 0)
            {
                Assert.Null(await app.Sql.One<string>("select string_agg(last_error, E'\n') from platform.jobs where finished_at is null"));
                return;
            }

            await Task.Delay(50);
        }

        Assert.Fail(await app.Sql.One<string>("select string_agg(concat(kind, ' ', attempts, ' ', last_error), E'\n') from platform.jobs where finished_at is null"));
    }

    public static async Task<DateTimeOffset> PublishAsync(App app, Guid id) => await app.Run(async services =>
    {
        var db = services.GetRequiredService<StandardsDb>();
        var store = services.GetRequiredService<FigureStore>();
        var at = DateTimeOffset.MinValue;
        await services.GetRequiredService<UnitOfWork>().RunAsync(async () =>
        {
            var version = await db.Versions.SingleAsync(v => v.Id == id);
            at = await store.BeginAsync(County, default);
            await store.StateAsync(version, await db.VersionLines.Where(l => l.VersionId == id).ToListAsync(), at, default);
            version.Publish(Guid.CreateVersion7(), "冯管理", at);
            await db.SaveChangesAsync();
        });
        services.GetRequiredService<PublishedFigures>().Forget();
        return at;
    });

    public static async Task<DateTimeOffset> PublishAsync(App app, params VersionLine[] lines) => await PublishAsync(app, await DraftAsync(app, lines));

    public static PolicyBook Book(App app, DateTimeOffset? knownAt = null)
    {
        var county = app.Services.GetRequiredService<ICountySettings>();
        return knownAt is { } moment ? county.Book(County, moment) : county.Book(County);
    }

    /// <summary>The rural minimum living allowance of a day.</summary>
    public static decimal? Rural(PolicyBook book, DateOnly day) => new Resolver(book).Find(ParameterCatalogue.MinimumLivingAllowance.Standard, day, Area.Rural)?.Value;
}
