using SocialAssistance.Rules.Standards;

namespace SocialAssistance.Standards.Versions;

/// <summary>The keys by programme, as the screens list them.</summary>
internal static class ParameterGroups
{
    /// <summary>First part of the key → what the office calls it, in the order of the screens.</summary>
    public static IReadOnlyDictionary<string, string> Names { get; } = new Dictionary<string, string>
    {
        ["minimum-living-allowance"] = "低保标准和计发", ["extreme-poverty"] = "特困供养", ["minimum-wage"] = "最低工资", ["category-supplement"] = "分类施保",
        ["income"] = "不计入收入", ["employment-deduction"] = "就业成本扣减", ["rigid-expenditure"] = "刚性支出扣减", ["margin"] = "低保边缘", ["low-income"] = "低收入家庭",
        ["disposable-income"] = "人均可支配收入", ["expenditure-hardship"] = "刚性支出困难", ["household"] = "家庭人口", ["single-person"] = "单人户", ["phase-out"] = "渐退",
        ["review"] = "定期核查", ["work-refusal"] = "拒绝就业", ["emergency"] = "应急期提标", ["rounding"] = "舍入", ["change"] = "变动生效", ["payment"] = "起发", ["hearing"] = "听证",
        ["orphan"] = "孤儿", ["de-facto-unattended-child"] = "事实无人抚养儿童", ["hiv-infected-child"] = "艾滋病病毒感染儿童", ["disabled-orphan-care"] = "残疾孤儿照料",
        ["disability-living-subsidy"] = "困难残疾人生活补贴", ["severe-disability-nursing-subsidy"] = "重度残疾人护理补贴", ["exclusion"] = "不重复享受",
        ["retrenched-worker-relief"] = "精简退职救济", ["old-age-subsidy"] = "高龄补贴", ["temporary-assistance"] = "临时救助", ["deadline"] = "办理时限", ["approval"] = "权限下放",
        ["back-pay"] = "补发", ["spot-check"] = "抽查", ["on-time-rate"] = "按期办结", ["staffing"] = "经办力量", ["station"] = "服务站点", ["assistants"] = "协理员",
        ["purchased-service"] = "购买服务", ["fund"] = "资金分担", ["standards"] = "标准制定", ["social-work-posts"] = "社工岗位", ["job-services"] = "就业服务", ["disaster"] = "灾害救助",
        ["medical"] = "医疗救助", ["housing"] = "住房救助", ["price-subsidy"] = "价格补贴",
    };

    public static string Of(Parameter parameter) => parameter.Key.Split('.')[0];

    public static string NameOf(Parameter parameter) => Names[Of(parameter)];

    public static IReadOnlyList<Parameter> In(string group) => [.. ParameterCatalogue.All.Where(p => Of(p) == group)];
}
