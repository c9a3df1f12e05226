using SocialAssistance.Cases.Intake.Drafts;
using SocialAssistance.Cases.Intake.Forms;
using SocialAssistance.Cases.Materials;
using SocialAssistance.Contracts.Cases;

namespace SocialAssistance.Cases.Intake;

/// <summary>Two versions of one page, side by side.</summary>
internal sealed record ConflictView(DraftConflict Conflict, IReadOnlyList<FieldDifference> Differences);

/// <summary>The Chinese word of a field and of its codes.</summary>
internal sealed record FieldWords(string Label, IReadOnlyDictionary<string, string>? Codes)
{
    private static readonly IReadOnlyDictionary<string, string> YesNo = new Dictionary<string, string> { ["true"] = "是", ["false"] = "否" };

    private static readonly Dictionary<string, FieldWords> Fields = new()
    {
        ["idNumber"] = new("身份证号", null), ["noIdReason"] = new("暂无身份证号原因", IntakeWords.NoIdReasons), ["birthDate"] = new("出生日期", null), ["sex"] = new("性别", IntakeWords.Sexes),
        ["name"] = new("姓名", null), ["phone"] = new("手机号", null), ["village"] = new("户籍所在村", null), ["address"] = new("住址", null), ["livesElsewhere"] = new("人户分离", YesNo),
        ["residence"] = new("现居住地址", null), ["area"] = new("城乡", CaseVocabulary.Areas), ["channel"] = new("申请方式", IntakeWords.Channels), ["registeredPoverty"] = new("脱贫户", YesNo),
        ["otherHousehold"] = new("他户成员处理", IntakeWords.OtherHouseholdReasons), ["relativeOfOfficial"] = new("近亲属备案", YesNo), ["officialName"] = new("工作人员姓名", null),
        ["officialRelation"] = new("工作人员与申请人关系", IntakeWords.OfficialRelations), ["officialPost"] = new("工作人员单位职务", null), ["officialNote"] = new("备案说明", null),
        ["relation"] = new("关系", CaseVocabulary.Relations), ["livesTogether"] = new("共同生活", YesNo), ["absence"] = new("不在家原因", CaseVocabulary.Absences), ["dependent"] = new("成年但不能独立生活", YesNo),
        ["educationStage"] = new("在读阶段", CaseVocabulary.EducationStages), ["disabilityCategory"] = new("残疾类别", CaseVocabulary.DisabilityCategories), ["disabilityGrade"] = new("残疾等级", IntakeWords.Grades),
        ["seriousIllness"] = new("重病", YesNo), ["employed"] = new("在业", YesNo), ["fullAllowance"] = new("常补对象", YesNo), ["appliesAlone"] = new("参照单人户", YesNo), ["supported"] = new("依靠父母或兄弟姐妹供养", YesNo),
        ["program"] = new("救助类型", null), ["disabilityUntil"] = new("残疾人证有效期", null), ["workInjuryNursing"] = new("工伤生活护理费", YesNo), ["povertyGround"] = new("特困认定事由", CaseVocabulary.ExtremePovertyGrounds),
        ["obligor"] = new("法定义务人", CaseVocabulary.SupportObligors), ["ownPropertyAbove"] = new("本人财产超过规定", YesNo), ["careSetting"] = new("供养、养育方式", CaseVocabulary.CareSettings),
        ["cannotEat"] = new("不能吃饭", YesNo), ["cannotDress"] = new("不能穿衣", YesNo), ["cannotGetUp"] = new("不能上下床", YesNo), ["cannotUseToilet"] = new("不能如厕", YesNo),
        ["cannotWalk"] = new("不能室内行走", YesNo), ["cannotBathe"] = new("不能洗澡", YesNo), ["assessedBy"] = new("评估人或机构", null), ["assessedOn"] = new("评估日期", null),
        ["father"] = new("父亲情况", CaseVocabulary.ParentStates), ["mother"] = new("母亲情况", CaseVocabulary.ParentStates), ["hivInfected"] = new("儿童病情", YesNo), ["retrenched"] = new("精简退职", YesNo),
        ["partialGround"] = new("单列适用条款", IntakeWords.PartialGrounds), ["type"] = new("类别", CaseVocabulary.IncomeTypes), ["amount"] = new("金额", null), ["period"] = new("周期", CaseVocabulary.Periods),
        ["note"] = new("说明", null), ["noProperty"] = new("以下均无", YesNo), ["kind"] = new("财产类别", CaseVocabulary.PropertyKinds), ["value"] = new("数额", null), ["propertyLimit"] = new("财产认定", CaseVocabulary.PropertyLimits),
        ["payeeMember"] = new("户名", null), ["bank"] = new("开户银行", null), ["account"] = new("账号", null), ["member"] = new("成员", null), ["status"] = new("核对授权", IntakeWords.AuthorisationStates),
        ["guardian"] = new("监护人", null), ["code"] = new("材料", null), ["paper"] = new("已收纸件", YesNo), ["notApplicable"] = new("不适用", YesNo), ["ask"] = new("仍要求提交", YesNo), ["reason"] = new("理由", null),
    };

    private static readonly Dictionary<string, string> Rows = new() { ["members"] = "成员", ["income"] = "收入", ["outgoings"] = "支出", ["property"] = "财产", ["authorisations"] = "授权", ["items"] = "材料" };

    /// <summary>The words of a path such as <c>members[1].name</c>: 成员 2 姓名.</summary>
    public static FieldWords Of(string path)
    {
        var parts = path.Split(['.', '[', ']'], StringSplitOptions.RemoveEmptyEntries);
        var words = Fields.GetValueOrDefault(parts[^1]) ?? new FieldWords("其他", null);
        return parts.Length == 3 && Rows.TryGetValue(parts[0], out var row) && int.TryParse(parts[1], out var index)
            ? words with { Label = $"{row} {index + 1} {words.Label}" }
            : words;
    }

    public string? Text(string? value) => value is not null && Codes is not null && Codes.TryGetValue(value, out var word) ? word : value;
}
