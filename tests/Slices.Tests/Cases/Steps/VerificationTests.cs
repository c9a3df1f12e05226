using SocialAssistance.Contracts.Cases;
using SocialAssistance.Slices.Tests.Builders;

namespace SocialAssistance.Slices.Tests.Cases.Steps;

public sealed class VerificationTests(App app) : IClassFixture<App>
{
    [Fact]
    [Trait("Rule", "XX-5.2b")]
    [Trait("Rule", "FL-III.2b")]
    public async Task A_commission_opens_one_row_per_person_and_department()
    {
        var (clerk, id) = await Case();

        var page = await Commission(clerk, id);

        Assert.Contains("已委托核对 3 人", page.Html.Body!.TextContent);
        // Two adults are asked about seven things, the child about two, the household about six.
        Assert.Equal(22, page.Table().Count);
        Assert.Contains(page.Table(), r => r[0] == "王试国" && r[1].Contains("参保单位与工资", StringComparison.Ordinal) && r[2].Contains("1,200.00", StringComparison.Ordinal));
        Assert.Equal(3, await app.Sql.Count("cases.authorisations where case_id = $1", id));
    }

    [Fact]
    public async Task Only_persons_with_consent_are_asked_about_and_the_rest_keeps_the_check_open()
    {
        var (clerk, id) = await Case();
        var form = (await clerk.Get($"/cases/{id}/verification/commission")).Form();
        Assert.Equal(2, (await clerk.Get($"/cases/{id}/verification/commission")).Html.QuerySelectorAll("input[name='Input.Authorised']:checked").Length);
        await form.Submit();
        await Answer(clerk, id, everything: "same");

        var refused = await Complete(clerk, id);

        Assert.Equal(409, refused.Status);
        Assert.Contains("王试燕还没有委托核对。请补签核对授权书后补充委托", refused.Errors);
    }

    [Fact]
    [Trait("Rule", "XX-5.2b")]
    public async Task A_difference_reaches_the_calculation_only_after_the_clerk_accepts_it_with_a_reason()
    {
        var (clerk, id) = await Case();
        await Commission(clerk, id);
        var before = await Amount(id);

        await Answer(clerk, id, everything: "same", except: ("王试国", "参保单位与工资", "different", "1500"));
        Assert.Equal(before, await Amount(id));

        var difference = await (await clerk.Get($"/cases/{id}/verification")).Follow("处理：王试国参保单位与工资");
        Assert.Contains("1,200.00", difference.Text);
        Assert.Contains("1,500.00", difference.Text);
        var unreasoned = await difference.Form().Submit();
        Assert.Equal("请选择处理方式和理由", unreasoned.ErrorBeside("Input.Choice"));
        Assert.Equal(before, await Amount(id));

        var done = await unreasoned.Form().Fill("Input.Choice", "accepted:report").Submit();
        Assert.Contains("已采信", done.Html.Body!.TextContent);
        Assert.NotEqual(before, await Amount(id));
        var version = (await app.Sql.Rows("select cause, reason from cases.fact_versions where case_id = $1 order by number desc limit 1", id))[0];
        Assert.Equal("verified", version[0]);
        Assert.Contains("民发〔2021〕57号 第十七条", (string)version[1]!);
        // The amount moved by what three people share: the wage rose by 300.
        Assert.Equal(1500m, await app.Sql.One<decimal>("select (facts->'members'->1->'income'->0->>'amount')::numeric from cases.fact_versions where case_id = $1 order by number desc limit 1", id));
    }

    [Fact]
    [Trait("Rule", "NX-19f")]
    public async Task The_check_is_complete_only_when_every_row_is_resolved()
    {
        var (clerk, id) = await Case();
        await Commission(clerk, id, everybody: true);
        await Answer(clerk, id, everything: "same", except: ("全家", "机动车", "silent", ""));

        var open = await Complete(clerk, id);
        Assert.Equal(409, open.Status);
        Assert.Contains("还有 1 项没有处理，第一项是全家“机动车”。请说明处理理由后再完成核对", open.Errors);

        await (await (await clerk.Get($"/cases/{id}/verification")).Follow("处理：全家机动车")).Form().Fill("Input.Choice", "waived:visit").Submit();
        var done = await Complete(clerk, id);
        Assert.Equal(200, done.Status);
        Assert.True(await app.Sql.One<bool>("select verification_done from cases.case_files where id = $1", id));
        Assert.Equal(Stages.Investigating, await app.Sql.One<string>("select stage from cases.case_files where id = $1", id));
    }

    [Fact]
    public async Task The_check_is_not_complete_while_an_income_is_unknown()
    {
        var (clerk, id) = await Case(Families.WithUnknownWage());
        await Commission(clerk, id, everybody: true);
        await Answer(clerk, id, everything: "same", except: ("王试国", "参保单位与工资", "silent", ""), also: ("王试国", "个税申报的工资、劳务收入", "silent", ""));
        foreach (var item in (string[])["参保单位与工资", "个税申报的工资、劳务收入"])
        {
            await (await (await clerk.Get($"/cases/{id}/verification")).Follow("处理：王试国" + item)).Form().Fill("Input.Choice", "waived:visit").Submit();
        }

        var refused = await Complete(clerk, id);

        Assert.Equal(409, refused.Status);
        Assert.Contains(refused.Errors, e => e.StartsWith("王试国的工资性收入还没有了解", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_wrong_answer_keeps_what_was_typed_and_says_how_to_mend_it()
    {
        var (clerk, id) = await Case();
        await Commission(clerk, id);
        var page = await clerk.Get($"/cases/{id}/verification");
        var (outcome, value) = Fields(page, "王试国", "参保单位与工资");

        var again = await page.Form("results").Fill(outcome, "different").Submit();
        Assert.Equal(400, again.Status);
        Assert.Equal("请填写王试国“参保单位与工资”的核对值（元/月）", again.ErrorBeside(value));
        var typed = await again.Form("results").Fill(value, "一千五").Submit();
        Assert.Equal("一千五", typed.Form("results")[value]);
        Assert.NotNull(typed.Html.QuerySelector($"input[name='{outcome}'][value='different'][checked]"));
    }

    [Fact]
    public async Task An_older_form_is_refused_with_the_newest_state_shown()
    {
        var (clerk, id) = await Case();
        await Commission(clerk, id);
        var old = await clerk.Get($"/cases/{id}/verification");
        await Answer(clerk, id, everything: "same");
        var (outcome, _) = Fields(old, "王试燕", "户籍登记");

        var refused = await old.Form("results").Fill(outcome, "silent").Submit();

        Assert.Equal(409, refused.Status);
        Assert.Contains(refused.Errors, e => e.Contains("刚刚被其他人改过", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Only_the_township_itself_works_the_case()
    {
        var (_, id) = await Case();
        var other = await app.LogIn("clerk3");
        var leader = await app.LogIn("leader");

        Assert.Equal(404, (await other.Get($"/cases/{id}/verification")).Status);
        Assert.Null((await leader.Get($"/cases/{id}/verification")).Html.QuerySelector("main form"));
    }

    internal static async Task<Page> Commission(Visitor clerk, Guid id, bool everybody = true)
    {
        var page = await clerk.Get($"/cases/{id}/verification/commission");
        var form = page.Form();
        if (everybody)
        {
            foreach (var box in page.Html.QuerySelectorAll("input[name='Input.Authorised']"))
            {
                form.Fill("Input.Authorised", box.GetAttribute("value")!);
            }
        }

        return await form.Submit();
    }

    /// <summary>Answers every open row, some of them differently.</summary>
    internal static async Task<Page> Answer(Visitor clerk, Guid id, string everything, (string Person, string Item, string Outcome, string Value)? except = null, (string Person, string Item, string Outcome, string Value)? also = null)
    {
        var page = await clerk.Get($"/cases/{id}/verification");
        var form = page.Form("results");
        foreach (var name in page.Html.QuerySelectorAll("input[type=radio]").Select(r => r.GetAttribute("name")!).Distinct())
        {
            form.Fill(name, everything);
        }

        foreach (var special in new[] { except, also }.OfType<(string Person, string Item, string Outcome, string Value)>())
        {
            var (outcome, value) = Fields(page, special.Person, special.Item);
            form.Fill(outcome, special.Outcome);
            if (special.Value.Length > 0)
            {
                form.Fill(value, special.Value);
            }
        }

        var saved = await form.Submit();
        Assert.True(saved.Status == 200, string.Join("; ", saved.Errors));
        return saved;
    }

    internal static async Task<Page> Complete(Visitor clerk, Guid id) =>
        await (await clerk.Get($"/cases/{id}/verification/complete")).Form().Fill("Input.PropertyLimit", "within-allowance-limit").Submit();

    private static (string Outcome, string Value) Fields(Page page, string person, string item)
    {
        var row = page.Html.QuerySelectorAll("main tbody tr").Single(r => r.QuerySelector("td")!.TextContent.Trim() == person && r.Children[1].TextContent.Contains(item, StringComparison.Ordinal));
        var key = row.Id!["r-".Length..];
        return ($"Input.Rows[{key}].Outcome", $"Input.Rows[{key}].Verified");
    }

    private Task<decimal> Amount(Guid id) => app.Sql.One<decimal>("select monthly_amount from cases.case_files where id = $1", id);

    private async Task<(Visitor Clerk, Guid Id)> Case(CaseFacts? facts = null) =>
        (await app.LogIn("clerk"), await new CaseBuilder(app) { Facts = facts ?? Families.Three() }.At(Stages.Investigating));
}
