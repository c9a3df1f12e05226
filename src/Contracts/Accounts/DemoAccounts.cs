namespace SocialAssistance.Contracts.Accounts;

/// <summary>An account of the demonstration county; identifiers are fixed so that demo data can name them.</summary>
/// <param name="Id">Fixed identifier.</param>
/// <param name="Account">What is typed at log-in.</param>
/// <param name="Name">Display name; made up.</param>
/// <param name="Role">Role of the permission table.</param>
/// <param name="DivisionCode">Twelve-digit code of the division served.</param>
/// <param name="Office">Office (单位).</param>
public sealed record DemoAccount(Guid Id, string Account, string Name, string Role, string DivisionCode, string Office);

/// <summary>The people of the demonstration county (演示账号), one or two for each role; never on a live installation.</summary>
public static class DemoAccounts
{
    /// <summary>Password of every demonstration account; the log-in page of a demo database prints it.</summary>
    public const string Password = "Yudu-demo-2026";

    /// <summary>Code of the demonstration county, 于都县.</summary>
    public const string County = "360731000000";

    /// <summary>Code of 贡江镇, where most of the demonstration takes place.</summary>
    public const string Gongjiang = "360731100000";

    /// <summary>Code of 罗坳镇, the neighbour whose files 贡江镇 must not see.</summary>
    public const string Luoao = "360731108000";

    /// <summary>Code of the village the assistant serves, in 贡江镇.</summary>
    public const string Village = "360731100201";

    private const string GongjiangWindow = "贡江镇社会救助窗口";
    private const string LuoaoWindow = "罗坳镇社会救助窗口";
    private const string Bureau = "于都县民政局";

    /// <summary>Every demonstration account, in the order of a case's way through the offices.</summary>
    public static IReadOnlyList<DemoAccount> All { get; } =
    [
        new(Id(1), "clerk", "王经办", "window-clerk", Gongjiang, GongjiangWindow),
        new(Id(2), "clerk2", "张经办", "window-clerk", Gongjiang, GongjiangWindow),
        new(Id(3), "village", "陈协理", "village-assistant", Village, "贡江镇上坪村村委会"),
        new(Id(4), "leader", "刘负责人", "township-leader", Gongjiang, "贡江镇人民政府"),
        new(Id(5), "clerk3", "李经办", "window-clerk", Luoao, LuoaoWindow),
        new(Id(6), "leader2", "钟负责人", "township-leader", Luoao, "罗坳镇人民政府"),
        new(Id(7), "reviewer", "赵审核", "county-reviewer", County, Bureau),
        new(Id(8), "fund1", "孙资金", "fund-officer", County, Bureau),
        new(Id(9), "fund2", "周资金", "fund-officer", County, Bureau),
        new(Id(10), "checker", "吴抽查", "spot-checker", County, Bureau),
        new(Id(11), "admin1", "郑管理", "administrator", County, Bureau),
        new(Id(12), "admin2", "冯管理", "administrator", County, Bureau),
        new(Id(13), "audit", "何审计", "auditor", County, Bureau),
    ];

    /// <summary>The account of that log-in name.</summary>
    public static DemoAccount Of(string account) => All.Single(a => a.Account == account);

    private static Guid Id(int number) => new($"00000000-0000-7000-8000-{number:d12}");
}
