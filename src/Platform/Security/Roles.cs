namespace SocialAssistance.Platform.Security;

/// <summary>The roles (岗位) an account can hold; the permission table says what each may do.</summary>
public static class Roles
{
    /// <summary>窗口经办: takes in applications and works cases of its township.</summary>
    public const string WindowClerk = "window-clerk";

    /// <summary>村协理员: sees and reports in its own village.</summary>
    public const string VillageAssistant = "village-assistant";

    /// <summary>乡镇审核确认人: confirms, returns or declines.</summary>
    public const string TownshipLeader = "township-leader";

    /// <summary>县级审核: reviews cases of the whole county.</summary>
    public const string CountyReviewer = "county-reviewer";

    /// <summary>资金岗: makes, checks and sends rosters.</summary>
    public const string FundOfficer = "fund-officer";

    /// <summary>抽查员: checks confirmed cases; never one they confirmed.</summary>
    public const string SpotChecker = "spot-checker";

    /// <summary>管理员: accounts, divisions, calendar, standards.</summary>
    public const string Administrator = "administrator";

    /// <summary>审计: reads everything, changes nothing.</summary>
    public const string Auditor = "auditor";

    /// <summary>公众: nobody signed in.</summary>
    public const string Public = "public";

    /// <summary>Chinese name of each role, in the order of the desk.</summary>
    public static IReadOnlyDictionary<string, string> Names { get; } = new Dictionary<string, string>
    {
        [WindowClerk] = "窗口经办", [VillageAssistant] = "村协理员", [TownshipLeader] = "乡镇审核确认人", [CountyReviewer] = "县级审核",
        [FundOfficer] = "资金岗", [SpotChecker] = "抽查员", [Administrator] = "管理员", [Auditor] = "审计",
    };
}
