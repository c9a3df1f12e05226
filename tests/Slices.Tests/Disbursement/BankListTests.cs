using System.IO.Compression;
using System.Text;
using MiniExcelLibs;
using SocialAssistance.Rules.Values;

namespace SocialAssistance.Slices.Tests.Disbursement;

public sealed class BankListTests : IAsyncLifetime
{
    private readonly DisbursementApp _app = new();

    public Task InitializeAsync() => _app.InitializeAsync();

    public Task DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task A_roster_that_is_not_sealed_cannot_be_exported()
    {
        await _app.Seed(3);
        var (first, _) = await _app.Officers();
        var roster = await _app.Generate(first);

        var page = await first.Get($"/disbursement/rosters/{roster}/bank-list");

        Assert.Null(page.Html.QuerySelector("#export"));
        Assert.Contains("批次复核封存以后，才能导出银行清单", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_workbook_keeps_accounts_as_text_says_why_and_is_the_same_every_time()
    {
        await _app.Seed(5);
        await _app.Confirm("李秀兰", 612.5m, new(2026, 12));
        var (first, second) = await _app.Officers();
        var roster = await _app.Sealed(first, second);

        var once = await _app.Export(first, roster, "xlsx");
        await Task.Delay(2100);
        var again = await _app.Export(second, roster, "xlsx");

        Assert.Equal(once, again);
        using var stream = new MemoryStream(once);
        var rows = stream.Query(useHeaderRow: true, sheetName: "发放清单").Cast<IDictionary<string, object?>>().ToList();
        var row = rows.Single(r => Equals(r["户主/领款人"], "李秀兰"));
        Assert.Equal(["序号", "户主/领款人", "身份证号", "开户行", "账号", "金额", "摘要", "批次行号"], row.Keys);
        Assert.Equal("6228480000000000999", Assert.IsType<string>(row["账号"]));
        Assert.Equal("360731196803152422", Assert.IsType<string>(row["身份证号"]));
        Assert.Equal(612.5, row["金额"]);
        Assert.StartsWith("2026年12月农村低保1人：差额补助 612.5 元", (string)row["摘要"]!, StringComparison.Ordinal);
        Assert.Matches("^FF-202612-01-0000[1-6]$", (string)row["批次行号"]!);
        var totals = stream.Query(useHeaderRow: true, sheetName: "控制合计").Cast<IDictionary<string, object?>>().ToDictionary(r => (string)r["项目"]!, r => $"{r["内容"]}");
        Assert.Equal("3912.5", totals["合计金额（元）"]);
        Assert.Equal("叁仟玖佰壹拾贰元伍角", totals["大写金额"]);
        using var zip = new ZipArchive(stream, ZipArchiveMode.Read);
        using var sheet = new StreamReader(zip.GetEntry("xl/worksheets/sheet1.xml")!.Open());
        Assert.Contains("6228480000000000999", await sheet.ReadToEndAsync(), StringComparison.Ordinal);
        Assert.Equal(2, await _app.Sql.Count("platform.audit_entries where action = 'bank-list-exported'"));
        Assert.Equal("sent", await _app.Status(roster));
    }

    [Fact]
    public async Task The_text_file_is_written_in_the_encoding_the_bank_wants()
    {
        await _app.Confirm("王𠮷", 100m, new(2026, 12));
        var (first, second) = await _app.Officers();
        var roster = await _app.Sealed(first, second);

        var utf8 = await _app.Export(first, roster, "csv");
        var gb = await _app.Export(first, roster, "csv-gb18030", "one-card");

        Assert.Equal([0xEF, 0xBB, 0xBF], utf8[..3]);
        var lines = Encoding.UTF8.GetString(utf8[3..]).Split("\r\n");
        Assert.Equal("序号,户主/领款人,身份证号,开户行,账号,金额,摘要,批次行号", lines[0]);
        Assert.StartsWith("1,王𠮷,360731196803152422,于都农商银行,6228480000000000999,100.00,", lines[1], StringComparison.Ordinal);
        var decoded = Encoding.GetEncoding("GB18030").GetString(gb).Split("\r\n");
        Assert.StartsWith("排序序号,户主姓名,收款人姓名,", decoded[0], StringComparison.Ordinal);
        Assert.Contains("贡江镇", decoded[1], StringComparison.Ordinal);
        Assert.Contains("王𠮷", decoded[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_that_was_changed_behind_the_application_is_not_sent_and_is_named()
    {
        await _app.Seed(8);
        var (first, second) = await _app.Officers();
        var roster = await _app.Sealed(first, second);
        await _app.Sql.Execute("""
            alter table disbursement.roster_orders disable trigger user;
            update disbursement.roster_orders set account = '6228489999999999999' where number = 5;
            alter table disbursement.roster_orders enable trigger user
            """);

        var verified = await (await first.Get("/disbursement/verification")).Form("verify").Submit();
        var export = await (await first.Get($"/disbursement/rosters/{roster}/bank-list")).Form("export").Submit();

        Assert.Contains("批次 FF-202612-01 第 5 行与封存时不一致", verified.Text, StringComparison.Ordinal);
        Assert.Equal(409, export.Status);
        Assert.Contains("第 5 行与封存时不一致（户主", export.Text, StringComparison.Ordinal);
        Assert.Equal("sealed", await _app.Status(roster));
    }

    [Theory]
    [InlineData("delete from disbursement.payments where roster_id = $1 and person_name = '成员3'", "第 3 行与封存时不一致")]
    [InlineData("update disbursement.payments set amount = amount + 1 where roster_id = $1 and person_name = '成员3'", "第 3 行与封存时不一致")]
    [InlineData("delete from disbursement.roster_orders where roster_id = $1 and number = 3", "第 3 行与封存时不一致")]
    [InlineData("delete from disbursement.roster_orders where roster_id = $1 and number = 8", "第 8 行与封存时不一致（户主")]
    [InlineData("update disbursement.rosters set total = 1 where id = $1", "合计、月份或经办人与封存时不一致")]
    [InlineData("update disbursement.rosters set sealed_by_name = '别人' where id = $1", "合计、月份或经办人与封存时不一致")]
    public async Task Verification_names_what_was_changed(string attack, string told)
    {
        await _app.Seed(8);
        var (first, second) = await _app.Officers();
        var roster = await _app.Sealed(first, second);
        var clean = await (await first.Get("/disbursement/verification")).Form("verify").Submit();
        Assert.Contains("已核验 1 个封存批次，全部与封存时一致", clean.Text, StringComparison.Ordinal);
        // Numbers follow villages; give every household the number of its name.
        var third = await _app.Sql.One<string>("select head_name from disbursement.roster_orders where number = 3");
        await _app.Sql.Execute("alter table disbursement.payments disable trigger user; alter table disbursement.roster_orders disable trigger user; alter table disbursement.rosters disable trigger user");
        await _app.Sql.Execute(attack.Replace("成员3", third!.Replace("户主", "成员", StringComparison.Ordinal), StringComparison.Ordinal), roster);

        var broken = await (await first.Get("/disbursement/verification")).Form("verify").Submit();

        Assert.Contains(told, broken.Text, StringComparison.Ordinal);
    }
}
