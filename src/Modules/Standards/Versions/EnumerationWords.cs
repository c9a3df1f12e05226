using SocialAssistance.Rules.Standards;

namespace SocialAssistance.Standards.Versions;

/// <summary>The words of the catalogue's choices in Chinese.</summary>
internal static class EnumerationWords
{
    private static readonly Dictionary<Type, string> Names = new()
    {
        [typeof(RoundingMode)] = "四舍五入 向上进位 舍去尾数",
        [typeof(RoundingStage)] = "按人 按户",
        [typeof(MonthRule)] = "次月 当月",
        [typeof(PaymentMode)] = "差额补助 分档补助",
        [typeof(DeductionMethod)] = "不扣减 定额 低保标准的比例 工资的比例",
        [typeof(DeductionScope)] = "仅已享受低保的人 所有核算对象",
        [typeof(ExpenditureType)] = "生活 医疗 教育 残疾康复 其他",
        [typeof(OtherProgrammeMembers)] = "扣出不计 计入但不发",
        [typeof(PersonGroup)] = "重度残疾人 三级智力或精神残疾人 重病患者 特殊困难人员 老年人 未成年人",
        [typeof(SupplementUnit)] = "元 低保标准的比例",
        [typeof(Stacking)] = "就高不叠加 叠加",
        [typeof(WorkRefusalAction)] = "提示 停发本人份额",
        [typeof(CareWageBasis)] = "当月执行的最低工资 上年度末的最低工资",
        [typeof(CareLink)] = "不挂钩 按重度残疾人护理补贴标准",
        [typeof(CareSetting)] = "分散供养 集中供养",
        [typeof(EducationStage)] = "学前 义务教育 普通高中 中等职业 大专 本科 研究生",
        [typeof(OrphanDisability)] = "各级残疾 重度残疾",
        [typeof(NursingExclusion)] = "不重复享受 可以享受并提示复核",
        [typeof(PayFirstRule)] = "可以先行救助 应当先行救助",
        [typeof(AssistanceType)] = "急难型 支出型",
        [typeof(AssistanceCause)] = "重病 重残 自然灾害 教育费用 意外伤害 火灾 交通事故 疫情 失业 家庭暴力 其他",
        [typeof(PauseReason)] = "公示 民主评议 补正材料 外部核对",
        [typeof(StationStayDay)] = "满期当日 满期次日",
        [typeof(HalfYearlyCondition)] = "满足其一 同时满足",
        [typeof(GuidanceLevels)] = "不比较 不低于省级 不低于省级和市级",
        [typeof(RuralHousingForm)] = "危房改造 抗震农房",
        [typeof(RentRule)] = "不减免 减免租金 按廉租住房标准",
    };

    /// <summary>The Chinese of one word of a choice.</summary>
    public static string Of(Parameter parameter, string word)
    {
        var type = TypeOf(parameter);
        var index = Enum.GetNames(type).Select(Vocabulary.Kebab).ToList().IndexOf(word);
        return type == typeof(Category) ? CategoryNames.Of((Category)index) : Names[type].Split(' ')[index];
    }

    private static Type TypeOf(Parameter parameter)
    {
        var type = parameter.GetType().GetGenericArguments()[0];
        return type.IsGenericType ? type.GetGenericArguments()[0] : type;
    }
}
