using SocialAssistance.Contracts.Accounts;
using SocialAssistance.Platform.Security;

namespace SocialAssistance.Accounts.Administration;

/// <summary>Where each role has its office; a role given elsewhere would open files nobody there works on.</summary>
internal static class RolePlaces
{
    private static readonly IReadOnlyDictionary<string, DivisionLevel> Levels = new Dictionary<string, DivisionLevel>
    {
        [Roles.WindowClerk] = DivisionLevel.Township,
        [Roles.TownshipLeader] = DivisionLevel.Township,
        [Roles.VillageAssistant] = DivisionLevel.Village,
    };

    private static readonly IReadOnlyDictionary<DivisionLevel, string> Names = new Dictionary<DivisionLevel, string>
    {
        [DivisionLevel.County] = "县局", [DivisionLevel.Township] = "乡镇（街道）", [DivisionLevel.Village] = "村（社区）",
    };

    /// <summary>What is wrong with these roles in this division; null when nothing is.</summary>
    public static string? Complaint(IReadOnlyCollection<string> roles, Division? division)
    {
        if (roles.Count == 0 || roles.Any(r => !Roles.Names.ContainsKey(r)))
        {
            return "请至少选择一个岗位";
        }

        if (roles.Count > 1 && roles.Contains(Roles.Auditor))
        {
            return "审计岗不能与其他岗位兼任，请只选审计或去掉审计";
        }

        var misplaced = roles.FirstOrDefault(r => division is not null && division.Level != LevelOf(r));
        return misplaced is null ? null : $"{Roles.Names[misplaced]}应设在{Names[LevelOf(misplaced)]}，请改选区划或岗位";
    }

    private static DivisionLevel LevelOf(string role) => Levels.GetValueOrDefault(role, DivisionLevel.County);
}
