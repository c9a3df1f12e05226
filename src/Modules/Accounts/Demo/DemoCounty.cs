using SocialAssistance.Contracts.Accounts;

namespace SocialAssistance.Accounts.Demo;

/// <summary>
/// Divisions of the demonstration county: 于都县 with its publicly known township names; the villages are made up, the
/// same every time.
/// </summary>
internal static class DemoCounty
{
    private const string County = "360731";

    private static readonly (int Code, string Name)[] Townships =
    [
        (100, "贡江镇"), (101, "铁山垅镇"), (102, "盘古山镇"), (103, "禾丰镇"), (104, "祁禄山镇"), (105, "梓山镇"), (106, "银坑镇"), (107, "岭背镇"), (108, "罗坳镇"),
        (200, "罗江乡"), (201, "小溪乡"), (202, "利村乡"), (203, "新陂乡"), (204, "靖石乡"), (205, "黄麟乡"), (206, "沙心乡"), (207, "宽田乡"),
        (208, "葛坳乡"), (209, "桥头乡"), (210, "马安乡"), (211, "仙下乡"), (212, "车溪乡"), (213, "段屋乡"),
    ];

    private static readonly string[] First = ["上", "下", "东", "西", "南", "北", "新", "古", "长", "大", "小", "石"];
    private static readonly string[] Second = ["坪", "塘", "桥", "坑", "田", "湾", "岭", "溪", "排", "背", "陂", "源"];

    /// <summary>County, townships, three to five communities in 贡江镇 and a dozen villages in each township.</summary>
    public static IReadOnlyList<Division> Divisions()
    {
        var all = new List<Division> { new(DemoAccounts.County, "于都县", DivisionLevel.County, null) };
        for (var index = 0; index < Townships.Length; index++)
        {
            var (number, name) = Townships[index];
            var code = $"{County}{number}000";
            all.Add(new(code, name, DivisionLevel.Township, DemoAccounts.County));
            if (code == DemoAccounts.Gongjiang)
            {
                string[] communities = ["长安社区", "古田社区", "渡口社区", "红军桥社区"];
                all.AddRange(communities.Select((c, i) => new Division($"{County}{number}{i + 1:d3}", c, DivisionLevel.Village, code)));
            }

            // Walking both lists with steps that share no divisor gives every township its own dozen without a repeat.
            all.AddRange(Enumerable.Range(0, 12 + (index % 5)).Select(i => new Division(
                $"{County}{number}{201 + i}",
                First[(i + (index * 5)) % First.Length] + Second[((i * 7) + (i / 12) + index) % Second.Length] + "村",
                DivisionLevel.Village,
                code)));
        }

        return all;
    }
}
