using System.Text;
using SocialAssistance.Policies;
using SocialAssistance.Rules.Standards;

namespace SocialAssistance.Rules.Tests.Policies;

/// <summary>A pack that is not right is refused with file, key and cure. The sixth county is one file.</summary>
public sealed class PackRefusalTests
{
    private const string Standard = "minimum-living-allowance.standard";
    private const string Cited = "\"document\": \"示例〔2024〕1号\", \"article\": \"一\"";

    [Fact]
    public void A_sixth_county_is_one_file()
    {
        var pack = Pack(Key(Standard, "低保标准", "元/人·月", $"{{ \"area\": \"urban\", \"value\": \"700.00\", \"from\": \"2024-01-01\", {Cited} }}"));
        var book = PolicyLibrary.LoadWith(pack).Find("example")!;

        var figure = new Resolver(book).Find(ParameterCatalogue.MinimumLivingAllowance.Standard, new DateOnly(2024, 5, 1), Area.Urban)!;
        Assert.Equal((700m, "示例〔2024〕1号 一", "990101"), (figure.Value, figure.Cited, figure.Division));
        Assert.Equal(1.5m, 1m * new Resolver(book).Find(ParameterCatalogue.Margin.IncomeMultiple, new DateOnly(2024, 5, 1))!.Value.Numerator / 2);
    }

    [Theory]
    [InlineData("minimum-living-allowance.standart", "低保标准", "元/人·月", "{ \"value\": \"1.00\", CITED }", "Did you mean \"minimum-living-allowance.standard\"?")]
    [InlineData(Standard, "低保金", "元/人·月", "{ \"value\": \"1.00\", CITED }", "Write \"低保标准\"")]
    [InlineData(Standard, "低保标准", "元/年", "{ \"value\": \"1.00\", CITED }", "Give the values in 元/人·月.")]
    [InlineData(Standard, "低保标准", null, "{ \"value\": \"1.00\", CITED }", "Give the values in 元/人·月.")]
    [InlineData("change.effective-month", "变动生效月", "元", "{ \"value\": \"next\", CITED }", "leave it out")]
    [InlineData(Standard, "低保标准", "元/人·月", "{ \"value\": 885, CITED }", "Write yuan in double quotes")]
    [InlineData(Standard, "低保标准", "元/人·月", "{ \"value\": \"885.001\", CITED }", "Write yuan in double quotes")]
    [InlineData(Standard, "低保标准", "元/人·月", "{ \"value\": null, CITED }", "Write yuan in double quotes")]
    [InlineData(Standard, "低保标准", "元/人·月", "{ CITED }", "Add it.")]
    [InlineData("deadline.start-survey", "启动调查", "个工作日", "{ \"value\": 3.5, CITED }", "Write a whole number")]
    [InlineData("hearing.required", "听取意见", null, "{ \"value\": \"true\", CITED }", "Write true or false.")]
    [InlineData("margin.income-multiple", "低保边缘线倍数", "低保标准的倍数", "{ \"value\": \"1,5\", CITED }", "Write a share in double quotes")]
    [InlineData("back-pay.complete-by", "补发到位时限", null, "{ \"value\": \"2023-02-30\", CITED }", "Write a day as")]
    [InlineData("change.effective-month", "变动生效月", null, "{ \"value\": \"later\", CITED }", "Use one of: next, same.")]
    [InlineData("low-income.classes", "低收入家庭", null, "{ \"value\": [\"orphan\"], CITED }", "Use: margin, expenditure-hardship.")]
    [InlineData("temporary-assistance.follow-up-tiers", "回访金额档", "元（各档下限）", "{ \"value\": [\"5.00\", \"5.00\"], CITED }", "rising amounts")]
    [InlineData("minimum-living-allowance.bands", "分档表", "元/人·月", "{ \"value\": [{ \"gapFrom\": \"5.00\", \"gapTo\": \"5.00\", \"amount\": \"1.00\" }], CITED }", "gapTo above gapFrom")]
    [InlineData(Standard, "低保标准", "元/人·月", "{ \"value\": \"1.00\" }", "Add \"document\" and \"article\".")]
    [InlineData(Standard, "低保标准", "元/人·月", "{ \"value\": \"1.00\", \"document\": \"示例〔2024〕1号\" }", "Add \"article\".")]
    [InlineData(Standard, "低保标准", "元/人·月", "{ \"value\": \"1.00\", \"document\": \"口头通知\", \"article\": \"一\" }", "List it under \"documents\"")]
    [InlineData(Standard, "低保标准", "元/人·月", "{ \"value\": \"1.00\", \"from\": \"2024-13-01\", CITED }", "YYYY-MM-DD")]
    [InlineData(Standard, "低保标准", "元/人·月", "{ \"value\": \"1.00\", \"from\": \"2024-02-01\", \"to\": \"2024-01-31\", CITED }", "Correct one of the two days.")]
    [InlineData(Standard, "低保标准", "元/人·月", "{ \"value\": \"1.00\", \"area\": \"mountain\", CITED }", "Write urban or rural.")]
    [InlineData("minimum-wage.monthly", "月最低工资标准", "元/月", "{ \"value\": \"1.00\", \"area\": \"urban\", CITED }", "Leave the area out.")]
    [InlineData(Standard, "低保标准", "元/人·月", "{ \"value\": \"1.00\", \"status\": \"rumoured\", CITED }", "Use one of stated")]
    [InlineData(Standard, "低保标准", "元/人·月", "{ \"value\": \"1.00\", \"valid\": \"x\", CITED }", "Use only")]
    [InlineData(Standard, "低保标准", "元/人·月", "{ \"value\": \"1.00\", CITED }, { \"value\": \"2.00\", CITED }", "Keep one of them")]
    [InlineData(Standard, "低保标准", "元/人·月", "{ \"value\": \"1.00\", \"to\": \"2024-06-30\", CITED }, { \"value\": \"2.00\", \"from\": \"2024-06-30\", CITED }", "End the older one")]
    [InlineData(Standard, "低保标准", "元/人·月", "", "leave the key out")]
    public void A_doubtful_entry_is_refused(string key, string name, string? unit, string entries, string cure)
    {
        var pack = Pack(Key(key, name, unit, entries.Replace("CITED", Cited, StringComparison.Ordinal)));

        var refusal = Assert.Throws<PackException>(() => PolicyLibrary.LoadWith(pack).PackOf("990101"));
        Assert.Contains(cure, refusal.Cure, StringComparison.Ordinal);
        Assert.Equal("990101.json", refusal.File);
        Assert.StartsWith(key, refusal.Place, StringComparison.Ordinal);
        Assert.StartsWith("990101.json: " + key, refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ \"value\": \"1.00\", \"from\": \"2023-01-01\", CITED }, { \"value\": \"2.00\", \"from\": \"2024-01-01\", CITED }")]
    [InlineData("{ \"value\": \"1.00\", CITED }, { \"value\": \"2.00\", \"published\": \"2024-01-01\", CITED }")]
    [InlineData("{ \"value\": \"1.00\", \"area\": \"urban\", CITED }, { \"value\": \"2.00\", \"area\": \"rural\", CITED }")]
    [InlineData("{ \"value\": \"1.00\", \"to\": \"2023-12-31\", CITED }, { \"value\": \"2.00\", \"from\": \"2024-01-01\", CITED }")]
    public void A_newer_order_may_follow_an_older_one(string entries)
    {
        var pack = Pack(Key(Standard, "低保标准", "元/人·月", entries.Replace("CITED", Cited, StringComparison.Ordinal)));

        Assert.Equal(2, PolicyLibrary.LoadWith(pack).PackOf("990101")!.Layer.Entries.Count());
    }

    [Fact]
    public void A_key_given_twice_is_refused()
    {
        var key = Key(Standard, "低保标准", "元/人·月", $"{{ \"value\": \"1.00\", {Cited} }}");

        Assert.Contains("is given twice", Refusal(Pack($"{key}, {key}")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_document_listed_again_is_refused()
    {
        var pack = Source("990101.json", "{ \"jurisdiction\": \"990101\", \"policy\": \"x\", \"name\": \"示例县\", \"english\": \"x\", \"documents\": { \"社会救助法\": { \"title\": \"x\" } }, \"values\": {} }");

        Assert.Contains("already listed", Refusal(pack).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("990101.json", "not json", "Correct the line named.")]
    [InlineData("990101.json", "{ \"jurisdiction\": \"9901\", \"policy\": \"x\", \"name\": \"x\", \"english\": \"x\", \"documents\": {}, \"values\": {} }", "Write six digits")]
    [InlineData("990102.json", "{ \"jurisdiction\": \"990101\", \"policy\": \"x\", \"name\": \"x\", \"english\": \"x\", \"documents\": {}, \"values\": {} }", "Name the file by the code it holds.")]
    [InlineData("990101.json", "{ \"jurisdiction\": \"990101\", \"policy\": \"x\", \"name\": \"x\", \"english\": \"x\", \"documents\": {}, \"values\": {}, \"notes\": 1 }", "Use only")]
    [InlineData("990101.json", "{ \"jurisdiction\": \"990101\", \"policy\": \"x\", \"english\": \"x\", \"documents\": {}, \"values\": {} }", "Add it.")]
    [InlineData("990101.json", "{ \"jurisdiction\": \"990101\", \"policy\": \"x\", \"name\": \"x\", \"english\": \"x\", \"documents\": { \"a\": { \"title\": \"\" } }, \"values\": {} }", "double quotes")]
    [InlineData("county.json", "{}", "Name it by its six digits")]
    [InlineData("360731.json", "{}", "Put their values in one file.")]
    public void A_doubtful_file_is_refused(string file, string json, string cure) =>
        Assert.Contains(cure, Refusal(Source(file, json)).Cure, StringComparison.Ordinal);

    private static PackException Refusal(PackSource pack) =>
        Assert.Throws<PackException>(() => PolicyLibrary.LoadWith(pack).PackOf(pack.File[..6]));

    private static PackSource Pack(string values) => Source("990101.json", $$"""
        { "jurisdiction": "990101", "policy": "example", "name": "示例县", "english": "Example county",
          "documents": { "示例〔2024〕1号": { "title": "示例文件", "issued": "2024-06-20" } },
          "values": { {{values}} } }
        """);

    private static string Key(string key, string name, string? unit, string entries) =>
        $"\"{key}\": {{ \"name\": \"{name}\", {(unit is null ? "" : $"\"unit\": \"{unit}\", ")}\"entries\": [{entries}] }}";

    private static PackSource Source(string file, string json) => new(file, () => Encoding.UTF8.GetBytes(json));
}
