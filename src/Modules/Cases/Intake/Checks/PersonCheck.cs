using SocialAssistance.Cases.Intake.Drafts;
using SocialAssistance.Cases.Intake.Forms;
using SocialAssistance.Contracts.Households;

namespace SocialAssistance.Cases.Intake.Checks;

/// <summary>What holds for the identity of every person: a right number, or a reason, birth date and sex instead.</summary>
internal static class PersonCheck
{
    public static IEnumerable<Finding> Of(IntakeStep step, string prefix, MemberForm person, string who, DateOnly today)
    {
        if (Typed.Text(person.Name) is not { } name)
        {
            yield return new(step, prefix + "Name", $"请填写{who}姓名");
        }
        else if (name.Length > 50 || name.Any(c => char.IsDigit(c) || char.IsControl(c)))
        {
            yield return new(step, prefix + "Name", "姓名不能有数字，最多 50 字，请按身份证填写");
        }

        if (Typed.Text(person.NoIdReason) is null || IdentityNumber.Normalize(person.IdNumber).Length > 0)
        {
            if (!IdentityNumber.TryRead(person.IdNumber, today, out _, out var problem))
            {
                yield return new(step, prefix + "IdNumber", problem!);
            }

            yield break;
        }

        if (Typed.Day(person.BirthDate) is not { } born)
        {
            yield return new(step, prefix + "BirthDate", Typed.Text(person.BirthDate) is { } typed ? $"日期“{typed}”看不明白，请写成 2026-11-22 的样子" : "没有身份证号时，请填写出生日期");
        }
        else if (born > today || born.Year < 1890)
        {
            yield return new(step, prefix + "BirthDate", $"出生日期 {born:yyyy-MM-dd} 不在合理范围，请核对");
        }

        if (person.Sex is not ("male" or "female"))
        {
            yield return new(step, prefix + "Sex", "没有身份证号时，请选择性别");
        }
    }
}
