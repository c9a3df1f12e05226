namespace SocialAssistance.Slices.Tests.Cases.Intake;

/// <summary>A clerk taking in a family through the real pages.</summary>
internal sealed class Window(Visitor clerk, Guid draft = default)
{
    public static readonly byte[] Pdf = [.. "%PDF-1.4 synthetic"u8];

    public static readonly byte[] Png = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3];

    public Guid Draft { get; private set; } = draft;

    public async Task<Page> Start()
    {
        var first = await (await clerk.Get("/cases/intake")).Form("start").Submit();
        Draft = Guid.Parse(first.Url.AbsolutePath.Split('/')[3]);
        return first;
    }

    public Task<Page> Open(string step) => clerk.Get($"/cases/intake/{Draft}/{step}");

    /// <summary>Page 1 of a family as it usually is; gives the page that comes next.</summary>
    public async Task<Page> Applicant(string number, string name = "李试兰", Action<FormOnPage>? change = null)
    {
        var page = await Open("applicant");
        var village = page.Html.QuerySelectorAll("select[name='Input.Village'] option").Select(o => o.GetAttribute("value")!).First(v => v.Length > 0);
        var form = page.Form("intake")
            .Fill("Input.IdNumber", number).Fill("Input.Name", name).Fill("Input.Phone", "13900000001").Fill("Input.Village", village).Fill("Input.Area", "rural");
        change?.Invoke(form);
        return await form.Submit("保存并继续(S)");
    }

    public async Task<Page> Members(params (string Relation, string Name, string Number)[] members)
    {
        var page = await Open("members");
        for (var i = 1; i < members.Length; i++)
        {
            page = await page.Form("intake").Submit("+ 添加成员");
        }

        var form = page.Form("intake");
        for (var i = 0; i < members.Length; i++)
        {
            form.Fill($"Input.Members[{i + 1}].Relation", members[i].Relation).Fill($"Input.Members[{i + 1}].Name", members[i].Name).Fill($"Input.Members[{i + 1}].IdNumber", members[i].Number);
        }

        return await form.Submit("保存并继续(S)");
    }

    public async Task<Page> Economy(string wage = "1200")
    {
        var page = await Open("economy");
        var form = page.Form("intake")
            .Fill("Input.Income[0].Member", page.Html.QuerySelector("select[name='Input.Income[0].Member'] option")!.GetAttribute("value")!)
            .Fill("Input.Income[0].Type", "wage").Fill("Input.Income[0].Amount", wage).Fill("Input.Income[0].Period", "month")
            .Fill("Input.NoProperty", "true").Fill("Input.PropertyLimit", "within-allowance-limit").Fill("Input.Bank", "农村商业银行").Fill("Input.Account", "6226 0000 0000 0000 001");
        return await form.Submit("保存并继续(S)");
    }

    public async Task<Page> Materials(params string[] withoutPaper)
    {
        var page = await Open("materials");
        var form = page.Form("intake");
        foreach (var status in page.Html.QuerySelectorAll("input[type=radio][value=signed]").Select(e => e.GetAttribute("name")!))
        {
            form.Fill(status, "signed");
        }

        foreach (var (box, code) in page.Html.QuerySelectorAll("input[name$='.Code']").Select((e, i) => (name: $"Input.Items[{i}].Paper", code: e.GetAttribute("value")!)))
        {
            if (page.Html.QuerySelector($"input[name='{box}'][type=checkbox]") is not null && !withoutPaper.Contains(code))
            {
                form.Fill(box, "true");
            }
        }

        return await form.Submit("保存并继续(S)");
    }

    public async Task<Page> Accept()
    {
        var result = await (await Open("check")).Form("accept").Submit();
        Assert.True(result.Status == 200, string.Join('；', result.Errors) + result.Text);
        return result;
    }

    /// <summary>Takes in a couple from the blank form to the case.</summary>
    public async Task<Page> AcceptCouple(params string[] withoutPaper)
    {
        await Start();
        await Applicant(SyntheticPerson.Number("19680315", male: false));
        await Members(("spouse", "王试国", SyntheticPerson.Number("19651107", male: true)));
        await Economy();
        await Materials(withoutPaper);
        return await Accept();
    }
}
