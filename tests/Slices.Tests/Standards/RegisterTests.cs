using SocialAssistance.Rules.Standards;
using SocialAssistance.Standards.Versions;

namespace SocialAssistance.Slices.Tests.Standards;

/// <summary>The register of documents, and the pages anybody may read.</summary>
public sealed class RegisterTests(App app) : IClassFixture<App>
{
    [Fact]
    public async Task A_source_line_opens_the_document_at_the_sentence_quoted()
    {
        var clerk = await app.LogIn("clerk");

        var page = await clerk.Get($"/standards/clause?source={Uri.EscapeDataString("于民字〔2023〕30号 一（二）")}");

        Assert.Equal("于民字〔2023〕30号", page.Heading);
        Assert.Equal("农村低保月人均保障标准提高60元，达到每人每月660元", page.Html.QuerySelector("mark#quote")!.TextContent);
        Assert.Contains("不是登记过的文件", (await clerk.Get("/standards/clause?source=HM-08")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_document_is_registered_once_with_its_scan_and_corrected_with_both_versions_side_by_side()
    {
        var admin = await app.LogIn("admin1");
        var form = (await admin.Get("/standards/documents/new")).Form().Fill("文号", "于民字〔2027〕3号").Fill("制定机关级别", "于都县").Fill("标题", "关于提高2027年低保标准的通知")
            .Fill("印发日期", "2027.3.1").Fill("正文", "一、农村低保标准提高到每人每月700元。").Attach("扫描件", "通知.pdf", "%PDF-1.4 试验"u8.ToArray());
        var page = await form.Submit("登记文件(S)");
        Assert.Equal("于民字〔2027〕3号", page.Heading);
        Assert.StartsWith("%PDF", System.Text.Encoding.UTF8.GetString(await admin.Download(page.Url.AbsolutePath + "/scan")), StringComparison.Ordinal);

        var again = await (await admin.Get("/standards/documents/new")).Form().Fill("文号", "于民字〔2027〕3号").Fill("制定机关级别", "于都县").Fill("标题", "重复").Submit("登记文件(S)");
        Assert.Equal("于民字〔2027〕3号 已经登记过，请在列表中打开", again.ErrorBeside("文号"));
        Assert.Equal("重复", again.Form()["标题"]);

        var (mine, theirs) = (await admin.Get(page.Url.AbsolutePath + "/edit"), await (await app.LogIn("admin2")).Get(page.Url.AbsolutePath + "/edit"));
        await theirs.Form().Fill("标题", "别人改的").Submit("保存登记(S)");
        var refused = await mine.Form().Fill("标题", "我改的").Submit("保存登记(S)");
        Assert.Equal(409, refused.Status);
        Assert.Contains(refused.Table("现在的内容与本次填写"), r => r[1] == "别人改的" && r[2] == "我改的");
        Assert.Equal("我改的", refused.Form()["标题"]);
    }

    [Fact]
    public async Task A_file_that_is_no_scan_is_refused_whatever_its_name()
    {
        var admin = await app.LogIn("admin1");

        var page = await (await admin.Get("/standards/documents/new")).Form().Fill("文号", "于民字〔2027〕4号").Fill("制定机关级别", "于都县").Fill("标题", "通知")
            .Attach("扫描件", "通知.pdf", "<script>alert(1)</script>"u8.ToArray()).Submit("登记文件(S)");

        Assert.Equal(400, page.Status);
        Assert.Equal("扫描件应为 PDF、JPG 或 PNG", page.ErrorBeside("扫描件"));
    }

    [Fact]
    public async Task The_matrix_shows_the_days_the_value_in_force_and_its_document()
    {
        var page = await (await app.LogIn("leader")).Get("/standards");

        var rural = page.Table("现行的一列加粗").Single(r => r[0] == "低保标准" && r[1] == "农村");
        Assert.Contains("660.00", rural);
        Assert.Contains("600.00", rural);
        Assert.Equal("于民字〔2023〕30号 一（二）", rural[^1]);
        Assert.DoesNotContain("新建标准版本", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_key_is_listed_with_its_value_and_has_its_history()
    {
        var clerk = await app.LogIn("clerk");

        var all = await clerk.Get("/standards/parameters");
        Assert.Equal(ParameterCatalogue.All.Sum(p => p.ByArea ? 2 : 1), all.Table().Count);
        var history = await clerk.Get("/standards/parameters/minimum-living-allowance.standard");
        Assert.Equal(4, history.Table("历次数值").Count);
        Assert.Equal(404, (await clerk.Get("/standards/parameters/no.such-key")).Status);
    }

    [Fact]
    public void Every_group_and_every_choice_of_the_catalogue_has_its_chinese_word()
    {
        Assert.All(ParameterCatalogue.All, p =>
        {
            Assert.NotEmpty(ParameterGroups.NameOf(p));
            Assert.All(p.Allowed, w => Assert.DoesNotMatch("[a-z]", EnumerationWords.Of(p, w)));
        });
    }
}
