using SocialAssistance.Contracts.Accounts;

namespace SocialAssistance.Slices.Tests.Standards;

/// <summary>What administrators do with versions, through the pages.</summary>
internal static class VersionPages
{
    public const string Yudu30 = "于民字〔2023〕30号";
    public const string Xinxiang = "新办〔2021〕20号";

    public static async Task<(Page Page, Guid Id)> Begin(this Visitor admin, string title, string document, string from)
    {
        var page = await (await admin.Get("/standards/versions/new")).Form()
            .Fill("名称", title).Fill("依据文件", document).Fill("施行日期", from).Submit("新建并录入数值(S)");
        Assert.Equal(200, page.Status);
        return (page, Guid.Parse(page.Url.AbsolutePath.Split('/')[^1]));
    }

    /// <summary>The row of a key on the form of its group; fields are named Text, Article, Quote …</summary>
    public static string Field(Page page, string key, string area, string field)
    {
        var rows = page.Html.QuerySelectorAll("input[name$='.Key']").Select(i => i.GetAttribute("name")![..^4]).ToArray();
        return rows.First(r => page.Html.QuerySelector($"input[name='{r}.Key']")!.GetAttribute("value") == key && page.Html.QuerySelector($"input[name='{r}.Area']")!.GetAttribute("value") == area) + "." + field;
    }

    public static FormOnPage Enter(this FormOnPage form, Page page, string key, string area, string value, string article, string? quote = null)
    {
        form.Fill(Field(page, key, area, "Text"), value).Fill(Field(page, key, area, "Article"), article);
        return quote is null ? form : form.Fill(Field(page, key, area, "Quote"), quote);
    }

    public static Task<Page> Save(this FormOnPage form) => form.Submit("保存草稿(S)");

    public static async Task<Page> SubmitVersion(this Visitor admin, Guid id, string? reason = null)
    {
        var form = (await admin.Get($"/standards/versions/{id}/checks")).Form("submit-form");
        return await (reason is null ? form : form.Fill("警告说明", reason)).Submit("提交发布(S)");
    }

    public static async Task<Page> PublishVersion(this Visitor admin, Guid id, bool warnings = false)
    {
        var form = (await admin.Get($"/standards/versions/{id}/publish")).Form("publish-form").Fill("已核对文件原文", "true");
        return await (warnings ? form.Fill("已知上述警告，同意发布", "true") : form).Submit("发布(S)");
    }

    public static DemoAccount Admin1 => DemoAccounts.Of("admin1");
}
