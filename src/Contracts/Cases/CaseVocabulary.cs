namespace SocialAssistance.Contracts.Cases;

/// <summary>The codes a case file uses, with their Chinese words, in the order of the forms. The codes are those of the calculation.</summary>
public static class CaseVocabulary
{
    /// <summary>Relation to the head of the household (与户主关系).</summary>
    public static IReadOnlyDictionary<string, string> Relations { get; } = new Dictionary<string, string>
    {
        ["head"] = "本人", ["spouse"] = "配偶", ["child"] = "子女", ["parent"] = "父母", ["grandparent"] = "祖父母",
        ["grandchild"] = "孙子女", ["sibling"] = "兄弟姐妹", ["other-relative"] = "其他赡养、抚养、扶养人", ["unrelated"] = "其他人员",
    };

    /// <summary>Kinds of income (收入类别).</summary>
    public static IReadOnlyDictionary<string, string> IncomeTypes { get; } = new Dictionary<string, string>
    {
        ["wage"] = "工资性收入", ["business"] = "经营净收入", ["property"] = "财产净收入", ["pension"] = "养老金、离退休金",
        ["basic-pension-central"] = "中央确定的基础养老金", ["support-payment"] = "赡养、抚养、扶养费", ["other-transfer"] = "其他转移净收入",
        ["other"] = "其他收入", ["preferential-pension"] = "优待抚恤金", ["family-planning-reward"] = "计划生育奖励扶助金",
        ["scholarship"] = "奖学金、助学金", ["bravery-award"] = "见义勇为奖励金", ["social-assistance"] = "社会救助金",
        ["disability-subsidy"] = "残疾人两项补贴", ["child-allowance"] = "儿童基本生活费", ["retrenched-worker-relief"] = "精简退职职工救济",
        ["old-age-allowance"] = "高龄津贴",
    };

    /// <summary>Kinds of outgoings (支出类别).</summary>
    public static IReadOnlyDictionary<string, string> ExpenditureTypes { get; } = new Dictionary<string, string>
    {
        ["living"] = "基本生活", ["medical"] = "医疗", ["education"] = "教育", ["disability-rehabilitation"] = "残疾康复", ["other"] = "其他",
    };

    /// <summary>Kinds of property (财产类别).</summary>
    public static IReadOnlyDictionary<string, string> PropertyKinds { get; } = new Dictionary<string, string>
    {
        ["deposits"] = "存款、理财、有价证券（元）", ["housing"] = "住房（套）", ["vehicle"] = "机动车（辆）", ["commercial"] = "商铺、厂房（处）",
        ["company"] = "工商登记、股权（项）", ["machinery"] = "大型农机具、船舶（台）", ["other"] = "其他财产（元）",
    };

    /// <summary>Result of the property assessment, strict to loose (财产认定).</summary>
    public static IReadOnlyDictionary<string, string> PropertyLimits { get; } = new Dictionary<string, string>
    {
        ["within-allowance-limit"] = "符合低保财产规定", ["within-margin-limit"] = "符合低保边缘家庭财产规定",
        ["within-hardship-limit"] = "符合刚性支出困难家庭财产规定", ["above-limits"] = "超过规定",
    };

    /// <summary>Why a member is away for good (不在家原因).</summary>
    public static IReadOnlyDictionary<string, string> Absences { get; } = new Dictionary<string, string>
    {
        ["none"] = "无", ["imprisoned"] = "服刑", ["compulsory-rehabilitation"] = "强制隔离戒毒", ["declared-missing"] = "宣告失踪", ["independent-clergy"] = "独立生活的宗教教职人员",
    };

    /// <summary>Disability categories (残疾类别).</summary>
    public static IReadOnlyDictionary<string, string> DisabilityCategories { get; } = new Dictionary<string, string>
    {
        ["visual"] = "视力", ["hearing"] = "听力", ["speech"] = "言语", ["physical"] = "肢体", ["intellectual"] = "智力", ["mental"] = "精神", ["multiple"] = "多重",
    };

    /// <summary>School stages (就学阶段).</summary>
    public static IReadOnlyDictionary<string, string> EducationStages { get; } = new Dictionary<string, string>
    {
        ["preschool"] = "学前", ["compulsory"] = "义务教育", ["senior-high"] = "普通高中", ["secondary-vocational"] = "中等职业", ["college"] = "高职高专", ["undergraduate"] = "本科", ["postgraduate"] = "研究生",
    };

    /// <summary>Month or year (周期).</summary>
    public static IReadOnlyDictionary<string, string> Periods { get; } = new Dictionary<string, string> { ["month"] = "月", ["year"] = "年" };

    /// <summary>Urban or rural (城乡).</summary>
    public static IReadOnlyDictionary<string, string> Areas { get; } = new Dictionary<string, string> { ["rural"] = "农村", ["urban"] = "城市" };

    /// <summary>Grounds of extreme poverty (特困认定事由).</summary>
    public static IReadOnlyDictionary<string, string> ExtremePovertyGrounds { get; } = new Dictionary<string, string> { ["elderly"] = "老年人", ["disabled"] = "残疾人", ["minor"] = "未成年人" };

    /// <summary>Persons with a statutory duty of support (法定赡养、抚养、扶养义务人).</summary>
    public static IReadOnlyDictionary<string, string> SupportObligors { get; } = new Dictionary<string, string>
    {
        ["none"] = "没有法定义务人", ["incapable"] = "有义务人，都没有履行能力", ["capable"] = "有义务人能够履行义务",
    };

    /// <summary>The six items of self-care (自理能力六项).</summary>
    public static IReadOnlyDictionary<string, string> SelfCareItems { get; } = new Dictionary<string, string>
    {
        ["eating"] = "吃饭", ["dressing"] = "穿衣", ["getting-up"] = "上下床", ["toilet"] = "如厕", ["walking"] = "室内行走", ["bathing"] = "洗澡",
    };

    /// <summary>Form of support (供养、养育方式).</summary>
    public static IReadOnlyDictionary<string, string> CareSettings { get; } = new Dictionary<string, string> { ["scattered"] = "分散供养、散居", ["institutional"] = "集中供养、机构养育" };

    /// <summary>What became of a parent (父母情况).</summary>
    public static IReadOnlyDictionary<string, string> ParentStates { get; } = new Dictionary<string, string>
    {
        ["able"] = "能够抚养", ["dead"] = "死亡或宣告死亡", ["untraceable"] = "查找不到", ["declared-missing"] = "宣告失踪", ["severely-disabled"] = "重残", ["seriously-ill"] = "重病",
        ["imprisoned"] = "服刑在押六个月以上", ["compulsory-rehabilitation"] = "强制隔离戒毒六个月以上", ["restricted"] = "被限制人身自由六个月以上", ["lost-contact"] = "失联六个月以上",
        ["custody-revoked"] = "被撤销监护资格", ["deported"] = "被遣送（驱逐）出境",
    };
}
