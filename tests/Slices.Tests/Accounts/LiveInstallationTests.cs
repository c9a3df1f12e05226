using Microsoft.Extensions.DependencyInjection;
using SocialAssistance.Accounts.Divisions;
using SocialAssistance.Contracts.Accounts;
using SocialAssistance.Platform.Modules;

namespace SocialAssistance.Slices.Tests.Accounts;

/// <summary>A county that starts with nothing: divisions from a file, then the first administrator, who enters the rest.</summary>
public sealed class LiveInstallationTests : IAsyncLifetime
{
    private const string County = "代码,名称\n410782000000,辉县市\n410782100000,城关镇\n410782100201,东关村\n";

    private readonly string _folder = Directory.CreateTempSubdirectory("sa-live-").FullName;
    private TestDatabase _database = null!;
    private AppHost _host = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.EmptyAsync();
        _host = new(_database.Owner, _database.App);
        _ = _host.Services;
    }

    public async Task DisposeAsync()
    {
        await _host.DisposeAsync();
        await _database.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Two_commands_let_the_first_administrator_in()
    {
        Assert.Equal(0, (await Verb("divisions", await Saved(County))).Status);
        var (status, output) = await Verb("administrator", "li.guanli", "李管理");
        Assert.Equal(0, status);
        Assert.Equal(1, (await Verb("administrator", "wang.guanli", "王管理")).Status);

        var password = output.Split('：')[1].Split('，')[0];
        var visitor = new Visitor(_host.CreateClient(new() { BaseAddress = new("https://localhost") }));
        var after = await (await visitor.Get("/login")).Form().Fill("账号", "li.guanli").Fill("密码", password).Submit();

        Assert.Contains("修改密码", after.Text, StringComparison.Ordinal);
        Assert.Equal(("辉县市", "城关镇东关村"), (Book.County?.Name, Book.FullName("410782100201")));
    }

    [Fact]
    public async Task An_administrator_needs_divisions_first() =>
        Assert.Equal(1, (await Verb("administrator", "li.guanli", "李管理")).Status);

    [Fact]
    public async Task A_file_with_one_wrong_line_enters_nothing()
    {
        Assert.Equal(1, (await Verb("divisions", await Saved(County + "4107821,西关村\n"))).Status);

        Assert.Null(Book.County);
    }

    [Theory]
    [InlineData("code,name\n", 1, "第一行应为")]
    [InlineData(County + "41078210020,西关村", 5, "不是 12 位")]
    [InlineData(County + "410782100202,", 5, "名称列")]
    [InlineData(County + "410782100201,西关村", 5, "出现了两次")]
    [InlineData(County + "410782101201,西关村", 5, "上级 410782101000 不在文件里")]
    [InlineData(County + "410783000000,长垣市", 1, "应有且只有一个县")]
    public void A_wrong_line_is_named_with_its_cure(string text, int line, string message)
    {
        var (_, errors) = DivisionsFile.Read(text);

        var error = Assert.Single(errors);
        Assert.Equal(line, error.Line);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    private IDivisions Book => _host.Services.GetRequiredService<IDivisions>();

    private async Task<string> Saved(string text)
    {
        var file = Path.Combine(_folder, "divisions.csv");
        await File.WriteAllTextAsync(file, text);
        return file;
    }

    private async Task<(int Status, string Output)> Verb(string name, params string[] arguments)
    {
        await using var scope = _host.Services.CreateAsyncScope();
        var verb = scope.ServiceProvider.GetServices<IVerb>().Single(v => v.Name == name);
        var console = Console.Out;
        await using var output = new StringWriter();
        Console.SetOut(output);
        try
        {
            return (await verb.RunAsync(arguments, CancellationToken.None), output.ToString());
        }
        finally
        {
            Console.SetOut(console);
        }
    }
}
