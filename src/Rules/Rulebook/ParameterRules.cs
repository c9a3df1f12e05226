namespace SocialAssistance.Rules.Rulebook;

internal static class ParameterRules
{
    public static readonly RuleEntry[] All =
    [
        new("PA-01", "取值依次看请求参数、本地规定、国家规定；所查之日、地域、已知日期内无规定的为未配置，不借用相邻期间的数值。",
            "A value is looked for in the request, the jurisdiction, the nation; without an entry for the day, area and knowledge it is unset, never a neighbour's.", "D-03", "D-04"),
        new("PA-02", "按月计算的取当月一日的数值，临时救助和监督取办理日，期限取起算日（或指定日）。",
            "Monthly rules use the values of the month's first day, assistance and oversight those of the day, deadlines those of the start (or of asOf).", "D-02", "D-51"),
        new("PA-03", "请求可自带参数，可限定地域、期间和公布日；空值表示明确未配置。",
            "A request may bring values of its own, by area, period and publication; null says explicitly not configured.", "D-03"),
        new("PA-04", "计算所得金额按计量单位和舍入方式一次舍入；公布、下限、分档、冻结的金额不舍入；下限进、上限舍。",
            "Computed amounts are rounded once by unit and mode; published, floor, band and frozen amounts never; lower bounds round up, upper bounds down.", "E-01", "E-02", "D-20"),
    ];
}
