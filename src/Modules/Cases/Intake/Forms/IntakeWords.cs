using SocialAssistance.Contracts.Cases;
using SocialAssistance.Platform.TagHelpers;

namespace SocialAssistance.Cases.Intake.Forms;

/// <summary>Answers that only the intake offers, and the vocabulary of the case file as choices.</summary>
internal static class IntakeWords
{
    public static IReadOnlyDictionary<string, string> NoIdReasons { get; } = new Dictionary<string, string>
    {
        ["newborn"] = "新生儿尚未登记", ["registering"] = "户籍办理中", ["lost-registration"] = "无户口，正在补录", ["other"] = "其他原因",
    };

    public static IReadOnlyDictionary<string, string> Channels { get; } = new Dictionary<string, string>
    {
        ["window"] = "窗口申请", ["entrusted"] = "委托他人或村（居）委会", ["online"] = "网上申请转入", ["discovered"] = "主动发现",
    };

    public static IReadOnlyDictionary<string, string> OtherHouseholdReasons { get; } = new Dictionary<string, string>
    {
        ["moved"] = "已搬来共同生活，原家庭办理变更", ["married"] = "因婚姻加入本家庭", ["split"] = "已与原家庭分户分居", ["record-outdated"] = "原登记有误或已过时",
    };

    public static IReadOnlyDictionary<string, string> OfficialRelations { get; } = new Dictionary<string, string>
    {
        ["spouse"] = "配偶", ["parent"] = "父母", ["child"] = "子女", ["sibling"] = "兄弟姐妹", ["grandparent"] = "祖父母、外祖父母", ["grandchild"] = "孙子女、外孙子女", ["other"] = "其他近亲属",
    };

    public static IReadOnlyDictionary<string, string> AuthorisationStates { get; } = new Dictionary<string, string>
    {
        ["signed"] = "已签授权书", ["guardian"] = "监护人代签", ["refused"] = "拒绝授权",
    };

    public static IReadOnlyDictionary<string, string> PartialGrounds { get; } = new Dictionary<string, string>
    {
        ["severe-disability"] = "低保边缘家庭中的重度残疾人单独申请（民发〔2021〕57号 第八条）",
        ["serious-illness"] = "低保边缘家庭中的重病患者单独申请（民发〔2021〕57号 第八条）",
        ["adult-disabled"] = "成年无业重度残疾人参照单人户（民发〔2022〕83号 一）",
        ["clergy"] = "脱离家庭独立生活三年以上的宗教教职人员（民发〔2021〕57号 第八条）",
    };

    public static IReadOnlyDictionary<string, string> Sexes { get; } = new Dictionary<string, string> { ["male"] = "男", ["female"] = "女" };

    public static IReadOnlyDictionary<string, string> Grades { get; } = new Dictionary<string, string> { ["1"] = "一级", ["2"] = "二级", ["3"] = "三级", ["4"] = "四级" };

    /// <summary>Relations a further member can have: everything but the applicant.</summary>
    public static IReadOnlyList<Choice> MemberRelations { get; } = Choices(CaseVocabulary.Relations.Where(r => r.Key != "head"));

    /// <summary>Why a member is away for good; the form's empty answer says that nobody is.</summary>
    public static IReadOnlyList<Choice> Absences { get; } = Choices(CaseVocabulary.Absences.Where(a => a.Key != "none"));

    public static IReadOnlyList<Choice> Choices(IEnumerable<KeyValuePair<string, string>> words) => [.. words.Select(w => new Choice(w.Key, w.Value))];

    public static string Of(IReadOnlyDictionary<string, string> words, string? code) => code is not null && words.TryGetValue(code, out var word) ? word : "";
}
