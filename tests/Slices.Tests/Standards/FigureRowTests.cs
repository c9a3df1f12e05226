using Npgsql;
using SocialAssistance.Standards.Versions;
using static SocialAssistance.Slices.Tests.Standards.Publication;

namespace SocialAssistance.Slices.Tests.Standards;

/// <summary>What the database itself refuses, whoever asks.</summary>
public sealed class FigureRowTests(App app) : IClassFixture<App>
{
    private const string Insert = """
        insert into standards.figures (division_code, key, area, value, state, in_force, known, version_id, document_id, article)
        values ('360731', $1, 'all', '"1.00"', 'stated', daterange($2, $3, '[]'), tstzrange($4, null), $5, (select id from standards.documents limit 1), '一')
        """;

    [Fact]
    public async Task Of_a_thousand_periods_entered_at_once_no_two_overlap()
    {
        var version = await DraftAsync(app);
        var random = new Random(7);
        var periods = Enumerable.Range(0, 1000).Select(_ => (Key: $"key-{random.Next(20)}", From: random.Next(2000), Length: random.Next(60), Known: random.Next(1000))).ToArray();
        var stored = 0;
        await Parallel.ForEachAsync(periods, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (period, _) =>
        {
            try
            {
                var from = new DateOnly(2027, 1, 1).AddDays(period.From);
                await app.Sql.Execute(Insert, period.Key, from, from.AddDays(period.Length), app.Clock.GetUtcNow().AddMinutes(period.Known), version);
                Interlocked.Increment(ref stored);
            }
            catch (PostgresException refused) when (refused.SqlState is PostgresErrorCodes.ExclusionViolation or PostgresErrorCodes.DeadlockDetected)
            {
                // Two that overlap: the database keeps one of them.
            }
        });

        Assert.InRange(stored, 100, 999);
        Assert.Equal(stored, await app.Sql.Count("standards.figures where version_id = $1", version));
        Assert.Equal(0, await app.Sql.Count("""
            standards.figures a join standards.figures b on a.id < b.id and a.division_code = b.division_code and a.key = b.key and a.area = b.area
                and a.in_force && b.in_force and a.known && b.known
            """));
    }

    [Theory]
    [InlineData("update standards.figures set value = '\"9.00\"' where version_id = $1")]
    [InlineData("update standards.figures set in_force = daterange('2020-01-01', null) where version_id = $1")]
    [InlineData("update standards.figures set quote = '改过' where version_id = $1")]
    [InlineData("update standards.figures set known = tstzrange('2020-01-01', null) where version_id = $1")]
    [InlineData("delete from standards.figures where version_id = $1")]
    [InlineData("update standards.version_lines set value = '\"9.00\"' where version_id = $1")]
    [InlineData("delete from standards.version_lines where version_id = $1")]
    [InlineData("update standards.versions set title = '改过' where id = $1")]
    [InlineData("update standards.versions set status = 'Draft' where id = $1")]
    [InlineData("delete from standards.versions where id = $1")]
    public async Task What_was_published_stays_as_it_is(string change)
    {
        var id = await DraftAsync(app, Line("minimum-living-allowance.standard", "rural", "\"700.00\"", new DateOnly(2027, 1, 1).AddDays(change.Length)));
        await PublishAsync(app, id);

        var refused = await Assert.ThrowsAsync<PostgresException>(() => app.Sql.Execute(change, id));

        Assert.Equal("P0001", refused.SqlState);
    }

    [Fact]
    public async Task A_line_cannot_slip_into_a_published_version()
    {
        var id = await DraftAsync(app, Line("minimum-living-allowance.standard", "rural", "\"700.00\"", new(2029, 1, 1)));
        await PublishAsync(app, id);

        var refused = await Assert.ThrowsAsync<PostgresException>(() => app.Sql.Execute(
            "insert into standards.version_lines (id, version_id, key, area, value, state, from_day) values (gen_random_uuid(), $1, 'review.lock', 'all', 'true', 'stated', '2029-01-01')", id));

        Assert.Equal("P0001", refused.SqlState);
        Assert.Equal(FigureStates.Stated, await app.Sql.One<string>("select state from standards.version_lines where version_id = $1", id));
    }
}
