using System.Text;
using MiniExcelLibs;
using SocialAssistance.Contracts.Cases;
using SocialAssistance.Slices.Tests.Builders;

namespace SocialAssistance.Slices.Tests.Cases.Steps;

public sealed class VerificationImportTests(App app) : IClassFixture<App>
{
    private const string Head = "身份证号,项目,核对值,单位,说明\n";

    static VerificationImportTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Theory]
    [InlineData("utf-8")]
    [InlineData("gb18030")]
    public async Task A_csv_file_is_read_in_either_encoding(string encoding)
    {
        var (clerk, id, facts) = await Case();
        var bytes = Encoding.GetEncoding(encoding).GetBytes($"{Head}{facts.Members[1].IdNumber},参保单位与工资,18000,元/年,县建筑公司\n{facts.Members[0].IdNumber},机动车,0,辆,\n");

        var preview = await Upload(clerk, id, "核对.csv", bytes);
        Assert.Equal(200, preview.Status);
        Assert.Contains("县建筑公司", preview.Text);
        Assert.Contains("1,500.00 元/月", preview.Text);
        Assert.Equal(0, await app.Sql.Count("cases.verification_results where case_id = $1 and outcome is not null", id));

        var entered = await preview.Form().Submit();
        Assert.Contains("已导入 2 项核对结果", entered.Html.Body!.TextContent);
        Assert.Equal(1, await app.Sql.Count("cases.verification_results where case_id = $1 and outcome = 'different' and verified = 1500", id));
        Assert.Equal(1, await app.Sql.Count("cases.verification_results where case_id = $1 and outcome = 'same'", id));
    }

    [Fact]
    public async Task One_bad_row_keeps_the_whole_file_out_and_every_problem_says_how_to_mend_it()
    {
        var (clerk, id, facts) = await Case();
        var csv = $"{Head}{facts.Members[1].IdNumber},参保单位与工资,1500,元/月,\n360731199001010000,机动车,0,辆,\n{facts.Members[0].IdNumber},轮船,0,辆,\n{facts.Members[0].IdNumber},住房,很多,套,\n3.60731E+17,机动车,1,辆,\n";

        var preview = await Upload(clerk, id, "核对.csv", Encoding.UTF8.GetBytes(csv));

        Assert.Null(preview.Html.QuerySelector("main form"));
        var problems = preview.Table("要修改的地方");
        Assert.Equal(["3", "4", "5", "6"], problems.Select(p => p[0]));
        Assert.Contains("不是本户成员的身份证号", problems[0][3]);
        Assert.Equal("轮船", problems[1][2]);
        Assert.Equal("很多", problems[2][2]);
        Assert.Contains("设为“文本”格式", problems[3][3]);
        Assert.Equal(0, await app.Sql.Count("cases.verification_results where case_id = $1 and outcome is not null", id));
    }

    [Fact]
    public async Task The_same_file_is_entered_once()
    {
        var (clerk, id, facts) = await Case();
        var bytes = Encoding.UTF8.GetBytes($"{Head}{facts.Members[0].IdNumber},机动车,0,辆,\n");
        await (await Upload(clerk, id, "a.csv", bytes)).Form().Submit();

        var again = await Upload(clerk, id, "b.csv", bytes);

        Assert.Equal(409, again.Status);
        Assert.Contains(again.Errors, e => e.StartsWith("这个文件已在", StringComparison.Ordinal) && e.EndsWith("没有再次导入", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_template_can_be_filled_in_excel_and_comes_back()
    {
        var (clerk, id, _) = await Case();
        var template = await clerk.Download($"/cases/{id}/verification/import?handler=Template&format=xlsx");
        using var stream = new MemoryStream(template);
        var rows = stream.Query(useHeaderRow: true).Cast<IDictionary<string, object?>>().Select(r => r.ToDictionary(c => c.Key, c => (object)(c.Key == "核对值" ? "未反馈" : c.Value ?? ""))).ToArray();
        Assert.Equal(22, rows.Length);
        using var filled = new MemoryStream();
        filled.SaveAs(rows);

        var preview = await Upload(clerk, id, "核对.xlsx", filled.ToArray());

        Assert.Contains("读到 22 项", preview.Text);
        Assert.Equal(1, await app.Sql.Count("platform.audit_entries where case_id = $1 and action = 'exported'", id));
    }

    [Theory]
    [InlineData("照片.csv", new byte[] { 0xFF, 0xD8, 0xFF, 0xE0, 0, 0 })]
    [InlineData("空.csv", new byte[] { 0x41 })]
    [InlineData("坏.xlsx", new byte[] { 0x50, 0x4B, 3, 4, 1, 2, 3 })]
    public async Task A_file_that_is_no_table_is_refused_with_the_cure(string name, byte[] bytes)
    {
        var (clerk, id, _) = await Case();

        var preview = await Upload(clerk, id, name, bytes);

        Assert.Equal(200, preview.Status);
        Assert.Contains("请下载模板", preview.Table("要修改的地方")[0][3]);
    }

    private static async Task<Page> Upload(Visitor clerk, Guid id, string name, byte[] bytes) =>
        await (await clerk.Get($"/cases/{id}/verification/import")).Form().Attach("Input.File", name, bytes).Submit();

    private async Task<(Visitor Clerk, Guid Id, CaseFacts Facts)> Case()
    {
        var (clerk, facts) = (await app.LogIn("clerk"), Families.Three());
        var id = await new CaseBuilder(app) { Facts = facts }.At(Stages.Investigating);
        await VerificationTests.Commission(clerk, id);
        return (clerk, id, facts);
    }
}
