using System.Text;
using SocialAssistance.Accounts.Trail;
using SocialAssistance.Contracts.Accounts;

namespace SocialAssistance.Slices.Tests.Accounts;

public sealed class TrailTests(App app) : IClassFixture<App>
{
    private static readonly Guid Clerk = DemoAccounts.Of("clerk").Id;

    [Fact]
    public async Task An_act_reads_as_a_sentence_with_before_and_after_and_reason()
    {
        await Write("EditAccountCommand:changed", "User", "{\"Office\":\"旧窗口\",\"DivisionCode\":\"360731100000\"}", "{\"Office\":\"新窗口\",\"DivisionCode\":\"360731108000\"}", "调整分工");

        var row = (await Trail("kind=changed")).First(r => r[2].Contains("调整分工", StringComparison.Ordinal));

        Assert.Contains("王经办（贡江镇）", row[1], StringComparison.Ordinal);
        Assert.Equal("修改账号：修改账号，原因：调整分工", row[2]);
        Assert.Contains("单位旧窗口改为 → 新窗口", row[3].Replace(" 改为", "改为", StringComparison.Ordinal).Replace("单位 ", "单位", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("罗坳镇", row[3], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_view_tells_its_purpose()
    {
        await Write("viewed", "User", null, null, "核对身份");

        Assert.Contains(await Trail("kind=viewed"), r => r[2] == "查看账号，原因：核对身份");
    }

    [Fact]
    public async Task Personal_numbers_are_masked_and_unknown_words_stay_away()
    {
        await Write("SomeFutureCommand:changed", "FutureThing", "{\"DivisionCode\":null,\"Mystery\":\"abc\"}", "{\"DivisionCode\":\"360731196803152422\",\"Mystery\":\"def\"}", "脱敏");

        var row = (await Trail("kind=changed")).First(r => r[2].Contains("脱敏", StringComparison.Ordinal));

        Assert.Equal("修改记录，原因：脱敏", row[2]);
        Assert.Contains("360731********2422", row[3], StringComparison.Ordinal);
        Assert.DoesNotContain("Mystery", row[3], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Filters_by_person_case_and_day_narrow_the_list_and_pages_follow_each_other()
    {
        var caseId = Guid.NewGuid();
        for (var i = 0; i < 120; i++)
        {
            await app.Sql.Execute("""
                insert into platform.audit_entries (at, actor_id, actor_name, actor_division, action, subject_type, subject_id, case_id, reason)
                values ($1, $2, '王经办', '360731100', 'viewed', 'User', 'x', $3, $4)
                """, new DateTimeOffset(2026, 10, 20, 15, 59, 0, TimeSpan.Zero).AddSeconds(i), Clerk, caseId, $"第{i}次");
        }

        var audit = await app.LogIn("audit");
        var first = await audit.Get($"/audit?case={caseId}");
        var second = await first.Follow("下一页 ›");
        var third = await second.Follow("下一页 ›");
        var back = await third.Follow("‹ 上一页");
        // 15:59:59 UTC is the last second of the day in China.
        var day = await audit.Get($"/audit?case={caseId}&from=2026-10-21&to=2026-10-21");

        Assert.Contains("第119次", first.Table()[0][2], StringComparison.Ordinal);
        Assert.Equal((50, 50, 20), (first.Table().Count, second.Table().Count, third.Table().Count));
        Assert.Equal(second.Table().Select(r => r[2]), back.Table().Select(r => r[2]));
        Assert.Equal(50, day.Table().Count);
        Assert.Contains("第60次", (await day.Follow("下一页 ›")).Table()[^1][2], StringComparison.Ordinal);
        Assert.Contains("没有符合条件的轨迹", (await audit.Get($"/audit?person={DemoAccounts.Of("fund2").Id}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_export_opens_in_a_spreadsheet_without_running_anything_and_is_recorded()
    {
        await Write("viewed", "User", null, null, "=cmd|'/c calc'!A1");

        var file = await (await app.LogIn("audit")).Download("/audit/export?kind=viewed");

        Assert.Equal([0xEF, 0xBB, 0xBF], file.Take(3));
        var text = Encoding.UTF8.GetString(file);
        Assert.StartsWith("时间,人员,区划,事项,原因,改动,来源地址", text.TrimStart('\uFEFF'), StringComparison.Ordinal);
        Assert.DoesNotContain(",=cmd", text, StringComparison.Ordinal);
        Assert.True(await app.Sql.Count("platform.audit_entries where action = 'trail-exported' and actor_id = $1", DemoAccounts.Of("audit").Id) > 0);
    }

    [Fact]
    public async Task Not_even_the_owner_of_the_tables_changes_what_happened_by_accident()
    {
        await Write("viewed", "User", null, null, "留存");
        foreach (var sql in (string[])["update platform.audit_entries set reason = 'x'", "delete from platform.audit_entries", "truncate platform.audit_entries"])
        {
            var refused = await Assert.ThrowsAsync<Npgsql.PostgresException>(() => app.Sql.Execute(sql));
            Assert.Equal(Npgsql.PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
        }
    }

    [Fact]
    public void A_line_of_words_without_three_cells_is_passed_over()
    {
        var words = new TrailWords(["kind,key,word\nact,waved,挥手\nbroken\n"]);

        Assert.Equal("挥手", words.Act("waved"));
        Assert.Equal("记录", words.Type("broken"));
    }

    private async Task<IReadOnlyList<IReadOnlyList<string>>> Trail(string query) => (await (await app.LogIn("audit")).Get($"/audit?person={Clerk}&{query}")).Table();

    private Task Write(string action, string type, string? before, string? after, string reason) => app.Sql.Execute("""
        insert into platform.audit_entries (at, actor_id, actor_name, actor_division, action, subject_type, subject_id, before, after, reason)
        values ($1, $2, '王经办', '360731100', $3, $4, 'x', $5::jsonb, $6::jsonb, $7)
        """, app.Clock.GetUtcNow(), Clerk, action, type, before, after, reason);
}
