using SocialAssistance.Contracts.Cases;
using SocialAssistance.Slices.Tests.Cases.Steps;
using SocialAssistance.Slices.Tests.Disbursement;

namespace SocialAssistance.Slices.Tests.Cases;

/// <summary>The steps after acceptance through the real pages, the same for every programme.</summary>
internal static class Street
{
    public static async Task Investigate(DisbursementApp app, Visitor clerk, Guid id)
    {
        await VerificationTests.Commission(clerk, id);
        await VerificationTests.Answer(clerk, id, everything: "same");
        var page = await clerk.Get($"/cases/{id}/verification/complete");
        var form = page.Form();
        if (page.Html.QuerySelector("input[name='Input.PropertyLimit']") is not null)
        {
            form.Fill("Input.PropertyLimit", "within-allowance-limit");
        }

        var complete = await form.Submit();
        Assert.True(complete.Status == 200, string.Join("; ", complete.Errors));
        var visit = await VisitTests.Filled(await clerk.Get($"/cases/{id}/visit")).Submit("提交调查(S)");
        Assert.True(visit.Status == 200, string.Join("; ", visit.Errors));
        Assert.Equal(Stages.Opinion, await Stage(app, id));
    }

    public static async Task<Page> Opine(Visitor clerk, Guid id, string choice)
    {
        var opinion = await (await clerk.Get($"/cases/{id}/opinion")).Form().Fill("Input.Choice", choice).Submit();
        Assert.True(opinion.Status == 200, string.Join("; ", opinion.Errors));
        return opinion;
    }

    /// <summary>Posts the village's sheet, lets the days pass and ends it; gives the sheet's address.</summary>
    public static async Task<string> Publicise(DisbursementApp app, Visitor clerk, Guid id)
    {
        var village = await app.Sql.One<string>("select division_code from cases.case_files where id = $1", id);
        var notice = await PublicityTests.Publish(clerk, village!, id);
        var posted = await (await clerk.Get($"{notice}/posting")).Form().Attach("Input.Photo", "墙.png", VisitTests.Png, "image/png").Submit();
        Assert.True(posted.Status == 200, string.Join("; ", posted.Errors));
        app.Clock.Advance(TimeSpan.FromDays(8));
        var ended = await (await (await app.LogIn("clerk")).Get(notice)).Form("end").Submit();
        Assert.True(ended.Status == 200, string.Join("; ", ended.Errors));
        return notice;
    }

    /// <summary>The leader's decision; gives the page that follows, or the page that says no.</summary>
    public static async Task<Page> Decide(DisbursementApp app, Guid id, string decision = "confirm")
    {
        // The township decides what was delegated to it, the county the rest.
        var delegated = await app.Sql.Count("cases.case_files c join standards.delegations d on d.program = c.program and left(d.township_code, 9) = left(c.division_code, 9) where c.id = $1", id) > 0;
        var decider = await app.LogIn(delegated ? "leader" : "reviewer");
        return await (await decider.Get($"/cases/{id}/decision")).Form("decide").Fill("Input.Decision", decision).Submit("作出决定(Y)");
    }

    public static Task<string?> Stage(DisbursementApp app, Guid id) => app.Sql.One<string>("select stage from cases.case_files where id = $1", id);

    /// <summary>Amounts that pay from this case, by benefit.</summary>
    public static async Task<string> Due(DisbursementApp app, Guid id) =>
        await app.Sql.One<string>("select string_agg(program || ' ' || benefit || ' ' || amount || ' ' || to_char(from_month, 'YYYY-MM'), '; ' order by benefit) from disbursement.entitlements where case_id = $1", id) ?? "";
}
