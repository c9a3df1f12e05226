using System.Text;
using Microsoft.Extensions.DependencyInjection;
using SocialAssistance.Browser.Tests.Harness;
using SocialAssistance.Cases.Demo;
using SocialAssistance.Contracts.Accounts;
using SocialAssistance.Contracts.Cases;
using SocialAssistance.Slices.Tests.Builders;
using SocialAssistance.Slices.Tests.Cases.Intake;
using IntakeWindow = SocialAssistance.Slices.Tests.Cases.Intake.Window;

namespace SocialAssistance.Browser.Tests.Crawl;

/// <summary>A small county with a case at every stage and a roster in every state, so that each page has something to show.</summary>
public sealed class CrawlCounty : BrowserApp
{
    private static readonly byte[] Png = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3];

    /// <summary>A case for each situation, all in the assistant's village; a crawl starts from them besides the desk.</summary>
    public IReadOnlyList<Guid> Cases { get; private set; } = [];

    /// <summary>A confirmed change; its letter is printed from the list.</summary>
    public Guid Confirmed { get; private set; }

    /// <summary>The kinds of pages that axe was asked about, by whichever role came first.</summary>
    internal ISet<string> Asked { get; } = new HashSet<string>();

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await Run(services => services.GetRequiredService<DemoVerb>().FillAsync(80, 7, CancellationToken.None));
        var clerk = await LogIn("clerk");
        var records = new CrawlRecords(this);
        // The fullest first: a page is looked at for the first case that leads to it.
        Cases =
        [
            await Supplemented(clerk), await Commissioned(clerk), .. await Publicised(clerk), .. await records.ChangesAsync(), .. await Decided(),
            await At(Stages.Investigating), await At(Stages.Opinion), await At(Stages.Confirmation),
        ];
        Confirmed = await Sql.One<Guid>("select id from cases.benefit_changes where status = 'confirmed' and case_id = any($1) limit 1", Cases.ToArray());
        await HalfFilled(clerk);
        await records.StandardsAsync();
        await records.MoneyAsync(await Paid());
    }

    /// <summary>Where a case or a change stands, how far a roster or a version is, how the families of a sheet fared: the same page looks different then.</summary>
    public Task<string?> State(Guid id) => Sql.One<string>("""
        select stage from cases.case_files where id = $1 union all select status from disbursement.rosters where id = $1
        union all select status from cases.benefit_changes where id = $1 union all select status from standards.versions where id = $1
        union all select string_agg(distinct coalesce(outcome, 'open'), ' ') from cases.publicity_lines where notice_id = $1 having count(*) > 0
        """, id);

    private Task<Guid> At(string stage, CaseFacts? facts = null) => new CaseBuilder(this) { Facts = facts ?? Families.Three() }.At(stage);

    private async Task<Guid> Commissioned(Visitor clerk)
    {
        var facts = Families.Three();
        var id = await At(Stages.Investigating, facts);
        var commission = (await clerk.Get($"/cases/{id}/verification/commission")).Form();
        foreach (var person in await Sql.Rows("select person_id from cases.case_persons where case_id = $1", id))
        {
            commission.Fill("Input.Authorised", person[0]!.ToString()!);
        }

        await Done(commission);
        var results = $"身份证号,项目,核对值,单位,说明\n{facts.Members[1].IdNumber},参保单位与工资,18000,元/年,县建筑公司\n";
        var import = await Done((await clerk.Get($"/cases/{id}/verification/import")).Form().Attach("Input.File", "核对.csv", Encoding.UTF8.GetBytes(results)));
        await Done(import.Form());
        await Done((await clerk.Get($"/cases/{id}/verification/import")).Form().Attach("Input.File", "有误.csv", Encoding.UTF8.GetBytes(results.Replace("18000", "很多", StringComparison.Ordinal))));
        return id;
    }

    // One sheet with an objection, one on the wall, and one case that waits for its sheet.
    private async Task<Guid[]> Publicised(Visitor clerk)
    {
        var disputed = await At(Stages.Publicity);
        var notice = await Posted(clerk);
        await Done((await (await clerk.Get(notice)).Follow("登记异议：李试兰")).Form().Fill("Input.Channel", "phone").Fill("Input.Content", "反映其家中有小汽车"));
        var published = await At(Stages.Publicity);
        await Posted(clerk);
        return [disputed, published, await At(Stages.Publicity)];
    }

    private static async Task<string> Posted(Visitor clerk)
    {
        var made = await Done((await clerk.Get($"/publicity/new/{DemoAccounts.Village}")).Form().Fill("Input.Phone", "0797-6230000"));
        await Done((await clerk.Get($"{made.Url.AbsolutePath}/posting")).Form().Attach("Input.Photo", "墙.png", Png, "image/png"));
        return made.Url.AbsolutePath;
    }

    private async Task<Guid[]> Decided()
    {
        var leader = await LogIn("leader");
        var granted = await At(Stages.Confirmation);
        await Done((await leader.Get($"/cases/{granted}/decision")).Form("decide").Fill("Input.Decision", "confirm"), "作出决定(Y)");
        var declined = await At(Stages.Confirmation, Families.Change(Families.Three(), 1, m => m with { Income = [new("wage", 9000m, "month")] }));
        await Done((await leader.Get($"/cases/{declined}/decision")).Form("decide").Fill("Input.Decision", "decline").Fill("Input.DeclineReason", "income"), "作出决定(Y)");
        return [granted, declined];
    }

    // A family that still owes papers.
    private async Task<Guid> Supplemented(Visitor clerk)
    {
        var window = await HalfFilled(clerk);
        await window.Materials("household-register");
        await window.Accept();
        return await Sql.One<Guid>("select case_id from cases.application_drafts where id = $1", window.Draft);
    }

    // A family at the window whose form is half filled.
    private static async Task<IntakeWindow> HalfFilled(Visitor clerk)
    {
        var window = new IntakeWindow(clerk);
        await window.Start();
        await window.Applicant(SyntheticPerson.Number("19700101", male: true), "周试文", form => form.Fill("Input.Village", DemoAccounts.Village));
        await window.Members(("child", "周试月", SyntheticPerson.Number("20150602", male: false)));
        await window.Economy();
        return window;
    }

    // November is paid with one payment returned, December waits for the second officer.
    private async Task<Guid> Paid()
    {
        var (first, second) = (await LogIn("fund1"), await LogIn("fund2"));
        var november = await Generated(first, "2026-11");
        await Done((await first.Get($"/disbursement/rosters/{november}")).Form("submit"));
        await Done((await second.Get($"/disbursement/rosters/{november}/seal")).Form("seal-roster"));
        await ExportAsync(first, november);
        var upload = (await first.Get($"/disbursement/rosters/{november}/return")).Form("upload").Attach("Upload", "回盘.csv", await Answer(november));
        await Done((await Done(upload)).Form("apply"), "确认入账(Y)");
        var failed = await Sql.One<Guid>("select case_id from disbursement.roster_orders o join disbursement.payment_outcomes x using (roster_id, number) where not x.paid");
        await Done((await second.Get($"/cases/{failed}/payee")).Form("payee").Fill("领款人", "李试兰").Fill("开户行", "于都农商银行").Fill("账号", "6228481111111111111").Fill("看过的凭证", "新存折首页").Fill("变更原因", "原户名不符"));
        var december = await Generated(second, "2026-12");
        await Done((await second.Get($"/disbursement/rosters/{december}")).Form("submit"));
        return november;
    }

    private async Task<Guid> Generated(Visitor officer, string month)
    {
        var page = await Done((await officer.Get("/disbursement/rosters")).Form("generate").Fill("发放月份", month));
        var id = Guid.Parse(page.Url.Segments[^1]);
        for (var i = 0; i < 600 && await State(id) == "generating"; i++)
        {
            await Task.Delay(100);
        }

        return id;
    }

    private static async Task ExportAsync(Visitor officer, Guid roster)
    {
        var page = await officer.Get($"/disbursement/rosters/{roster}/bank-list");
        using var content = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["Input.Template"] = "standard", ["Input.Format"] = "csv",
            ["__RequestVerificationToken"] = page.Html.QuerySelector("#export input[name=__RequestVerificationToken]")!.GetAttribute("value")!,
        });
        using var answer = await officer.Http.PostAsync($"/disbursement/rosters/{roster}/bank-list", content);
        Assert.True(answer.IsSuccessStatusCode, $"The export answered {(int)answer.StatusCode}.");
    }

    private async Task<byte[]> Answer(Guid roster) => Encoding.UTF8.GetBytes("批次行号,账号,金额,处理结果,失败原因\r\n" + string.Join("\r\n", (await Sql.Rows(
        "select r.number || '-' || lpad(o.number::text, 5, '0'), o.account, o.amount, o.number from disbursement.roster_orders o join disbursement.rosters r on r.id = o.roster_id where r.id = $1 order by o.number", roster))
        .Select(r => $"{r[0]},{r[1]},{r[2]:F2},{((int)r[3]! == 2 ? "失败,户名不符" : "成功,")}")));

    private static async Task<Page> Done(FormOnPage form, string? button = null)
    {
        var page = await form.Submit(button);
        Assert.True(page.Status == 200, $"{page.Url.AbsolutePath} answered {page.Status}: {string.Join("; ", page.Errors)} {page.Text}");
        return page;
    }
}
