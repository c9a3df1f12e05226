using SocialAssistance.Contracts.Cases;
using SocialAssistance.Slices.Tests.Builders;

namespace SocialAssistance.Slices.Tests.Cases;

/// <summary>What clerk and leader do with a change, through the pages; the family is that of <see cref="Families.Three"/>.</summary>
internal static class ChangeSteps
{
    public static readonly byte[] Photo = [0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3];

    /// <summary>A case that the leader confirmed.</summary>
    public static async Task<Guid> InBenefit(this App app, CaseBuilder builder, string leader = "leader")
    {
        var id = await builder.At(Stages.Confirmation);
        var page = await (await (await app.LogIn(leader)).Get($"/cases/{id}/decision")).Form("decide").Fill("Input.Decision", "confirm").Submit("作出决定(Y)");
        Assert.True(page.Status == 200, page.Text);
        return id;
    }

    /// <summary>The man's wage.</summary>
    public static (string, string)[] Wage(int amount) => [("Input.PersonId", "王试国"), ("Input.IncomeType", "工资性收入"), ("Input.Amount", $"{amount}"), ("Input.Period", "month")];

    /// <summary>Reports a change of 1 November; gives the page that shows what it does.</summary>
    public static async Task<Page> Propose(Visitor clerk, Guid id, string kind, params (string Field, string Value)[] fields)
    {
        var form = (await clerk.Get($"/cases/{id}/changes/new/{kind}")).Form("change").Fill("Input.HappenedOn", "2026-11-01").Fill("Input.KnownOn", "2026-11-02").Fill("Input.ReportedBy", "村委会")
            .Attach("Input.EvidenceFiles", "依据.jpg", Photo);
        foreach (var (field, value) in fields)
        {
            form.Fill(field, value);
        }

        var page = await form.Submit();
        Assert.True(page.Status == 200 && page.Url.Segments.Length == 5, page.Text);
        return page;
    }

    public static async Task<Page> Confirm(Visitor leader, string change) =>
        await (await leader.Get(change)).Form("decide-change").Fill("Input.Decision", "confirm").Submit("作出决定(Y)");

    public static async Task Hear(Visitor clerk, string change, bool waived, string replyUntil)
    {
        var form = (await clerk.Get(change)).Form("hearing").Fill("Input.ToldOn", "2026-11-02").Fill("Input.ToldHow", "当面送达").Fill("Input.ReplyUntil", replyUntil)
            .Fill("Input.HeardOn", "2026-11-02").Fill("Input.HeardHow", "当面听取").Fill("Input.Statement", "无异议");
        var page = await (waived ? form.Fill("Input.Waived", "true") : form).Submit("登记听取意见(S)");
        Assert.True(page.Status == 200, page.Text);
    }

    /// <summary>Reports, hears where somebody loses, and confirms.</summary>
    public static async Task<string> Change(this App app, Guid id, string kind, params (string Field, string Value)[] fields)
    {
        var clerk = await app.LogIn("clerk");
        var page = await Propose(clerk, id, kind, fields);
        var change = page.Url.AbsolutePath;
        if (page.Html.QuerySelector("#hearing") is not null)
        {
            await Hear(clerk, change, waived: true, replyUntil: "2026-11-02");
        }

        var done = await Confirm(await app.LogIn("leader"), change);
        Assert.True(done.Status == 200, done.Text);
        return change;
    }
}
