using Microsoft.Extensions.DependencyInjection;
using SocialAssistance.Browser.Tests.Harness;
using SocialAssistance.Cases.Demo;

namespace SocialAssistance.Browser.Tests.Standards;

/// <summary>What a raise would do to a county full of families, as the administrator and the reviewer see it.</summary>
public sealed class ImpactPagesTests(BrowserApp app) : IClassFixture<BrowserApp>
{
    [Fact]
    public async Task The_impact_of_a_version_is_accessible_and_fits_at_both_widths()
    {
        await app.Run(services => services.GetRequiredService<DemoVerb>().FillAsync(80, 7, CancellationToken.None));
        var version = await Draft();
        await app.VisitAs("admin1", async window =>
        {
            await window.Go($"/standards/versions/{version}/impact");
            await window.Keys.Activate("开始测算(S)");
        });
        await Done(version);
        foreach (var (width, height) in new[] { (1366, 768), (360, 740) })
        {
            await Look("admin1", width, height, $"/standards/versions/{version}/impact", $"/standards/versions/{version}/impact/lines?kind=gain", $"/standards/versions/{version}/publish", "/standards/compare");
            await Look("reviewer", width, height, $"/standards/versions/{version}/impact", $"/standards/versions/{version}/impact/lines?kind=review", "/changes?tab=standard", "/cases/worklist");
        }
    }

    private Task Look(string account, int width, int height, params string[] addresses) => app.Visit(new() { Account = account, Width = width, Height = height }, async window =>
    {
        foreach (var address in addresses)
        {
            Assert.Equal(200, await window.Go(address));
            await window.Screenshot($"impact-{account}-{width}-{address.Split('?')[0].Split('/')[^1]}");
            await window.AssertAccessible();
            await window.AssertFitsWidth();
        }
    });

    private async Task<Guid> Draft()
    {
        var id = Guid.CreateVersion7();
        await app.Sql.Execute("""
            insert into standards.versions (id, number, division_code, title, status, row_version, author_ids, created_by_name, created_at)
            values ($1, 1, '360731', '提标试算', 'Draft', 1, '{}', '郑管理', '2026-11-02')
            """, id);
        await app.Sql.Execute("""
            insert into standards.version_lines (id, version_id, key, area, value, state, from_day, document_id, article)
            select gen_random_uuid(), $1, 'minimum-living-allowance.standard', 'rural', '"700.00"', 'stated', '2026-09-01', id, '一（二）' from standards.documents where number = '于民字〔2023〕30号'
            """, id);
        return id;
    }

    private async Task Done(Guid version)
    {
        for (var i = 0; i < 1_200 && await app.Sql.Count("standards.impact_runs where version_id = $1 and status = 'Done'", version) == 0; i++)
        {
            await Task.Delay(100);
        }

        Assert.Equal(1, await app.Sql.Count("standards.impact_runs where version_id = $1 and status = 'Done'", version));
    }
}
