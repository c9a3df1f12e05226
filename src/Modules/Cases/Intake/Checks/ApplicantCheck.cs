using SocialAssistance.Cases.Intake.Drafts;
using SocialAssistance.Cases.Intake.Forms;
using SocialAssistance.Contracts.Cases;

namespace SocialAssistance.Cases.Intake.Checks;

/// <summary>Page 1.</summary>
internal static class ApplicantCheck
{
    private const IntakeStep Step = IntakeStep.Applicant;

    public static IEnumerable<Finding> Of(DraftData data, Func<string, bool> isVillageHere, DateOnly today)
    {
        var form = data.Applicant;
        foreach (var finding in PersonCheck.Of(Step, "", DraftFacts.Rows(data)[0], "申请人", today))
        {
            yield return finding;
        }

        if (Typed.Digits(form.Phone) is not { } phone)
        {
            yield return new(Step, "Phone", "请填写手机号，没有手机的请填联系人电话");
        }
        else if (phone.Length is < 7 or > 12 || !phone.All(char.IsAsciiDigit) || (phone[0] == '1' && phone.Length != 11))
        {
            yield return new(Step, "Phone", "手机号应为 11 位数字，没有手机的请填联系人电话");
        }

        if (form.Village is null || !isVillageHere(form.Village))
        {
            yield return new(Step, "Village", "请选择户籍所在村（居）");
        }

        if (form.LivesElsewhere && Typed.Text(form.Residence) is null)
        {
            yield return new(Step, "Residence", "人户分离的，请填写现居住地址");
        }

        if (form.Area is null || !CaseVocabulary.Areas.ContainsKey(form.Area))
        {
            yield return new(Step, "Area", "请选择按农村还是城市标准办理");
        }

        if (!form.RelativeOfOfficial)
        {
            yield break;
        }

        if (Typed.Text(form.OfficialName) is null)
        {
            yield return new(Step, "OfficialName", "请填写工作人员姓名，用于近亲属备案");
        }

        if (form.OfficialRelation is null || !IntakeWords.OfficialRelations.ContainsKey(form.OfficialRelation))
        {
            yield return new(Step, "OfficialRelation", "请选择工作人员与申请人的关系");
        }

        if (Typed.Text(form.OfficialPost) is null)
        {
            yield return new(Step, "OfficialPost", "请填写工作人员的单位和职务");
        }
    }
}
