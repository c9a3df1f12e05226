using System.Text;

namespace SocialAssistance.Slices.Tests.Disbursement;

/// <summary>How a bank wants its list and answers it, as data in versions.</summary>
public sealed class BankTemplateTests : IAsyncLifetime
{
    private readonly DisbursementApp _app = new();

    public Task InitializeAsync() => _app.InitializeAsync();

    public Task DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task A_bank_that_wants_bars_and_fen_gets_them_and_its_answer_is_read_in_its_own_words()
    {
        await _app.Seed(4);
        var (first, second) = await _app.Officers();
        var roster = await _app.Sealed(first, second);
        var form = await Form(first, "new");
        var preview = await form.Submit("预览");
        Assert.Contains("代发_FF-202612-01_4.txt", preview.Text, StringComparison.Ordinal);
        Assert.Equal(["1", "户主", "****", "66000"], preview.Table("预览")[0].Take(4).Select((c, i) => i is 1 or 2 ? c[..Math.Min(c.Length, i == 1 ? 2 : 4)] : c));
        Assert.Equal(0, await _app.Sql.Count("disbursement.bank_templates where version > 1 or code not in ('standard', 'one-card')"));

        var saved = await preview.Form("template").Submit("保存为新版(S)");
        Assert.Contains("已保存农信社格式第 1 版", saved.Text, StringComparison.Ordinal);
        var text = Encoding.GetEncoding("GB18030").GetString(await _app.Export(first, roster, "template", "bank-3"));

        Assert.StartsWith("序号|领款人姓名|账号|金额|批次行号\r\n1|户主", text, StringComparison.Ordinal);
        Assert.Contains("|66000|FF-202612-01-00001\r\n", text, StringComparison.Ordinal);

        var rows = text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(l => l.Split('|')).ToArray();
        var answer = "交易号|卡号|交易额|返回码|说明\n" + string.Join('\n', rows.Select((r, i) => $"{r[4]}|{r[2]}|{r[3]}|{(i == 2 ? "E101" : "0000")}|{(i == 2 ? "账户已销户" : "")}"));
        var read = await (await first.Get($"/disbursement/rosters/{roster}/return")).Form("upload").Attach("银行回盘文件", "answer.txt", Encoding.GetEncoding("GB18030").GetBytes(answer)).Submit();
        Assert.Equal(["回盘（成功 3，失败 1）", "4", "2,640.00"], read.Table("回盘与送出")[1]);
        var applied = await read.Form("apply").Submit("确认入账(Y)");
        Assert.Contains("3 户发放成功，1 户未到账", applied.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_edit_is_a_new_version_and_a_file_says_by_which_it_was_made()
    {
        await _app.Seed(2);
        var (first, second) = await _app.Officers();
        var roster = await _app.Sealed(first, second);
        await _app.Export(first, roster, "template");
        var stale = await first.Get("/disbursement/bank-templates/standard");

        var edited = await (await second.Get("/disbursement/bank-templates/standard")).Form("template").Fill("文件类型", "text").Fill("文件名", "{批次}").Submit("保存为新版(S)");
        Assert.Contains("第 2 版", edited.Text, StringComparison.Ordinal);
        Assert.Contains("刚才保存了第 2 版", (await stale.Form("template").Submit("保存为新版(S)")).Text, StringComparison.Ordinal);
        await _app.Export(first, roster, "template");

        Assert.Equal(["1", "2"], (await _app.Sql.Rows("select template_version from disbursement.roster_exports order by exported_at, template_version")).Select(r => $"{r[0]}"));
        Assert.Equal(2, await _app.Sql.Count("disbursement.bank_templates where code = 'standard'"));
        await Assert.ThrowsAsync<Npgsql.PostgresException>(() => _app.Sql.Execute("update disbursement.bank_templates set name = '别的'"));
    }

    [Fact]
    public async Task The_administrator_may_and_a_list_that_could_not_be_answered_is_refused()
    {
        var admin = await _app.LogIn("admin1");
        var page = await admin.Get("/disbursement/bank-templates/new");

        var bare = await page.Form("template").Fill("格式名称", "缺列银行").Fill("Input.Columns[4].Header", "账号").Fill("文件名", "固定名").Submit("保存为新版(S)");

        Assert.Contains("列名不能重复，请核对", bare.Text, StringComparison.Ordinal);
        Assert.Contains("文件名里要有 {批次}", bare.Text, StringComparison.Ordinal);
        Assert.Equal(2, await _app.Sql.Count("disbursement.bank_templates"));
        Assert.Equal(403, (await (await _app.LogIn("clerk")).Get("/disbursement/bank-templates")).Status);
    }

    private static async Task<FormOnPage> Form(Visitor officer, string code)
    {
        var page = await officer.Get($"/disbursement/bank-templates/{code}");
        foreach (var _ in Enumerable.Range(0, 5))
        {
            page = await page.Form("template").Submit("+ 添加回盘列");
        }

        var form = page.Form("template").Fill("格式名称", "农信社").Fill("文件类型", "text").Fill("金额写法", "fen").Fill("文本文件分隔符", "bar").Fill("文件名", "代发_{批次}_{户数}")
            .Fill("表示成功的词", "0000").Fill("表示失败的词", "E101、E102");
        foreach (var (header, field, at) in new[] { ("交易号", "Line", 0), ("卡号", "Account", 1), ("交易额", "Amount", 2), ("返回码", "Outcome", 3), ("说明", "Reason", 4) })
        {
            form.Fill($"Input.ReturnColumns[{at}].Header", header).Fill($"Input.ReturnColumns[{at}].Field", field);
        }

        return form;
    }
}
