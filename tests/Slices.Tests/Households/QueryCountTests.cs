using Npgsql;
using SocialAssistance.Slices.Tests.Builders;

namespace SocialAssistance.Slices.Tests.Households;

/// <summary>No page asks the database once per row: the number of statements is bounded, whatever the page shows.</summary>
public sealed class QueryCountTests(DemoCounty app) : IClassFixture<DemoCounty>
{
    private const int Bound = 14;

    [Theory]
    [InlineData("clerk", "/cases/worklist?tab=all")]
    [InlineData("clerk", "/cases/worklist?tab=open&area=rural")]
    [InlineData("reviewer", "/cases/worklist?tab=benefit")]
    [InlineData("clerk", "/cases/intake")]
    [InlineData("clerk", "/publicity")]
    [InlineData("reviewer", "/cases/{case}")]
    [InlineData("reviewer", "/cases/{case}/members")]
    [InlineData("reviewer", "/cases/{case}/economy")]
    [InlineData("reviewer", "/cases/{case}/determination")]
    [InlineData("reviewer", "/cases/{case}/materials")]
    [InlineData("reviewer", "/cases/{case}/timeline")]
    [InlineData("reviewer", "/cases/{case}/payments")]
    [InlineData("fund1", "/disbursement/rosters")]
    [InlineData("fund1", "/disbursement/one-off")]
    [InlineData("audit", "/audit")]
    [InlineData("admin1", "/accounts")]
    public async Task A_page_asks_the_database_a_bounded_number_of_times(string account, string url)
    {
        var id = await app.Sql.One<Guid>("select id from cases.case_files where stage = 'in-benefit' order by member_count desc, id limit 1");
        var visitor = await app.LogIn(account);
        var path = url.Replace("{case}", $"{id}", StringComparison.Ordinal);
        Assert.Equal(200, (await visitor.Get(path)).Status);

        using var statements = new Statements(new NpgsqlConnectionStringBuilder(app.Database.App).Database!);
        await visitor.Get(path);

        Assert.InRange(statements.Count, 1, Bound);
    }
}
