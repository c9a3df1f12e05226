namespace SocialAssistance.Slices.Tests.Cases.Intake;

public sealed class MaterialTests(App app) : IClassFixture<App>
{
    [Fact]
    public async Task Scans_are_told_by_their_content_and_the_good_ones_are_kept()
    {
        var window = new Window(await app.LogIn("clerk"));
        await window.Start();
        await window.Applicant(SyntheticPerson.Number("19680101", male: false));

        var page = await (await window.Open("materials")).Form("intake")
            .Attach("Upload.household-register", "户口簿.pdf", Window.Pdf, "application/pdf")
            .Attach("Upload.id-card", "身份证.pdf", "not a pdf at all"u8.ToArray(), "application/pdf")
            .Submit("上传所选文件");

        Assert.Equal(400, page.Status);
        Assert.Contains("只能上传 PDF、JPG、PNG", page.ErrorBeside("Upload.id-card"));
        Assert.Contains("户口簿.pdf", page.Text);
        Assert.Equal(1, await app.Sql.Count("cases.stored_files where draft_id = $1", window.Draft));
    }

    [Fact]
    public async Task A_file_above_ten_megabytes_is_refused_with_both_sizes()
    {
        var window = new Window(await app.LogIn("clerk"));
        await window.Start();
        await window.Applicant(SyntheticPerson.Number("19680202", male: false));

        var page = await (await window.Open("materials")).Form("intake").Attach("Upload.id-card", "大图.png", [.. Window.Png, .. new byte[18 * 1024 * 1024]], "image/png").Submit("上传所选文件");

        Assert.Contains("18 MB，超过 10 MB", page.ErrorBeside("Upload.id-card"));
        Assert.Equal(0, await app.Sql.Count("cases.stored_files where draft_id = $1", window.Draft));
    }

    [Fact]
    public async Task A_scan_downloads_as_what_it_is_only_inside_the_township_and_every_view_is_recorded()
    {
        var clerk = await app.LogIn("clerk");
        var window = new Window(clerk);
        await window.Start();
        await window.Applicant(SyntheticPerson.Number("19680303", male: false));
        await (await window.Open("materials")).Form("intake").Attach("Upload.id-card", "a.exe", Window.Png, "application/octet-stream").Submit("上传所选文件");
        var id = await app.Sql.One<Guid>("select id from cases.stored_files where draft_id = $1", window.Draft);

        using var answer = await clerk.Http.GetAsync($"/cases/files/{id}");

        Assert.Equal("image/png", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal(["nosniff"], answer.Headers.GetValues("X-Content-Type-Options"));
        Assert.Equal(Window.Png, await answer.Content.ReadAsByteArrayAsync());
        Assert.Equal(1, await app.Sql.Count("platform.audit_entries where action = 'viewed' and subject_id = $1", id.ToString()));
        Assert.Equal(404, (await (await app.LogIn("clerk3")).Get($"/cases/files/{id}")).Status);
    }

    [Fact]
    public async Task A_withdrawn_scan_leaves_the_page_but_not_the_trail()
    {
        var window = new Window(await app.LogIn("clerk"));
        await window.Start();
        await window.Applicant(SyntheticPerson.Number("19680404", male: false));
        var page = await (await window.Open("materials")).Form("intake").Attach("Upload.id-card", "旧证.png", Window.Png, "image/png").Submit("上传所选文件");

        var after = await page.Form("intake").Submit("withdraw");

        Assert.DoesNotContain("旧证.png", after.Text);
        Assert.Equal(1, await app.Sql.Count("cases.stored_files where draft_id = $1 and withdrawn_at is not null and withdrawn_by_name = '王经办'", window.Draft));
        Assert.Equal(1, await app.Sql.Count("cases.stored_file_contents where file_id in (select id from cases.stored_files where draft_id = $1)", window.Draft));
    }

    [Fact]
    public async Task What_the_office_can_fetch_is_not_asked_for_unless_a_reason_is_given()
    {
        var window = new Window(await app.LogIn("clerk"));
        await window.Start();
        await window.Applicant(SyntheticPerson.Number("19680505", male: false));
        var page = await window.Open("materials");
        var marriage = page.Html.QuerySelectorAll("input[name$='.Code']").Select(e => e.GetAttribute("value")).ToList().IndexOf("marriage");
        Assert.Contains("系统可查：民政婚姻登记数据（民发〔2021〕57号 第十条；社会救助法 第六十二条）", page.Text);

        var asked = await page.Form("intake").Fill($"Input.Items[{marriage}].Ask", "true").Submit("保存并继续(S)");

        Assert.Contains("请写明", asked.ErrorBeside($"Input.Items[{marriage}].Reason")!.Replace("请写明理由", "请写明", StringComparison.Ordinal));
    }
}
