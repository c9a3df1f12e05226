using Microsoft.Extensions.DependencyInjection;
using SocialAssistance.Contracts.Cases;
using SocialAssistance.Contracts.Standards;
using SocialAssistance.Slices.Tests.Builders;

namespace SocialAssistance.Slices.Tests.Standards;

/// <summary>The yearly notice through its page: the effect first, then the import, which moves the open deadlines.</summary>
public sealed class CalendarPageTests(App app) : IClassFixture<App>
{
    [Fact]
    [Trait("Rule", "DL-02")]
    public async Task Importing_a_notice_shows_which_open_deadlines_move_then_moves_and_logs_them()
    {
        var open = await new CaseBuilder(app).At(Stages.Investigating);
        var confirmed = await new CaseBuilder(app).At(Stages.Confirmation);
        await app.Sql.Execute("update cases.case_files set stage = 'in-benefit' where id = $1", confirmed);
        var before = await Due(open);
        var given = app.Services.GetRequiredService<IWorkingCalendar>().Between(new(2026, 11, 2), before);
        var admin = await app.LogIn("admin1");

        // Two ordinary weekdays become holidays, a Saturday is worked instead.
        var upload = (await admin.Get("/standards/calendar/import")).Form("upload").Attach("通知文件", "通知.csv", "日期,类型,依据\n2026-11-09,休,国办发明电〔2026〕9号\n2026-11-10,休,国办发明电〔2026〕9号\n2026-11-14,班,国办发明电〔2026〕9号\n"u8.ToArray(), "text/csv");
        var preview = await upload.Submit("查看影响(S)");
        Assert.Contains("影响 1 件在办", preview.Text, StringComparison.Ordinal);
        Assert.Equal(before, await Due(open));
        Assert.Equal(0, await app.Sql.Count("standards.calendar_days where notice like '%明电〔2026〕9号'"));

        var done = await preview.Form("apply").Submit("确认导入并调整办结日(S)");

        Assert.Equal("/standards/calendar", done.Url.AbsolutePath);
        var after = await Due(open);
        Assert.True(after > before);
        Assert.Equal(given, app.Services.GetRequiredService<IWorkingCalendar>().Between(new(2026, 11, 2), after));
        Assert.Equal(await Due(confirmed), before);
        Assert.Equal(1, await app.Sql.Count("cases.timeline_entries where case_id = $1 and kind = 'deadline-moved' and text like '%国办发明电〔2026〕9号%'", open));
        Assert.Equal(0, await app.Sql.Count("cases.timeline_entries where case_id = $1 and kind = 'deadline-moved'", confirmed));
        Assert.Equal(3, await app.Sql.Count("standards.calendar_changes where changed_by_name = '郑管理'"));
        Assert.Contains(done.Table("改动记录"), r => r[1] == "2026-11-14" && r[2] == "休息改为上班");
    }

    [Theory]
    [InlineData("日期,类型,依据\n2027-02-30,休,通知", "第 2 行")]
    [InlineData("不是表格", "第 1 行")]
    public async Task A_wrong_line_imports_nothing_and_keeps_what_was_typed(string typed, string message)
    {
        var admin = await app.LogIn("admin1");

        var page = await (await admin.Get("/standards/calendar/import")).Form("upload").Fill("或者直接填写", typed).Submit("查看影响(S)");

        Assert.Equal(400, page.Status);
        Assert.Contains(message, page.ErrorBeside("或者直接填写"), StringComparison.Ordinal);
        Assert.Equal(typed, page.Form("upload")["或者直接填写"]!.ReplaceLineEndings("\n"));
    }

    private async Task<DateOnly> Due(Guid id) => await app.Sql.One<DateOnly>("select due_on from cases.case_files where id = $1", id);
}
