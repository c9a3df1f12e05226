using SocialAssistance.Cases.Intake.Drafts;
using SocialAssistance.Cases.Intake.Forms;
using SocialAssistance.Contracts.Programs;

namespace SocialAssistance.Cases.Intake.Checks;

/// <summary>Page 2, what the programme itself asks of persons: somebody must apply, and what is begun must be complete.</summary>
internal static class RecognitionCheck
{
    private const IntakeStep Step = IntakeStep.Members;

    public static IEnumerable<Finding> Of(DraftData data, ProgramProfile program, DateOnly today)
    {
        var rows = DraftFacts.Rows(data);
        foreach (var (group, field, missing, applies) in Groups)
        {
            if (program.Asks.HasFlag(group) && !rows.Any(applies))
            {
                yield return new(Step, $"Members[0].{field}", missing);
            }
        }

        for (var i = 0; i < rows.Count; i++)
        {
            foreach (var finding in Row(rows[i], $"Members[{i}].", Typed.Text(rows[i].Name) ?? "成员", today))
            {
                yield return finding;
            }
        }
    }

    private static readonly (ProgramFacts Group, string Field, string Missing, Func<MemberForm, bool> Applies)[] Groups =
    [
        (ProgramFacts.ExtremePoverty, "PovertyGround", "还没有人申请特困供养。请在申请供养的成员那一行选择认定事由", r => r.PovertyGround is not null),
        (ProgramFacts.Children, "Father", "还没有儿童申请保障。请在儿童那一行填写父亲和母亲的情况", r => r.Father is not null || r.Mother is not null || r.HivInfected),
        (ProgramFacts.Disability, "DisabilityCategory", "还没有人登记残疾证。请在残疾人那一行选择残疾类别和等级", r => r.DisabilityCategory is not null),
        (ProgramFacts.Retrenched, "Retrenched", "还没有登记精简退职老弱残职工。请在本人那一行勾选", r => r.Retrenched),
    ];

    private static IEnumerable<Finding> Row(MemberForm row, string prefix, string who, DateOnly today)
    {
        if (Typed.Text(row.DisabilityUntil) is { } until && Typed.Day(until) is null)
        {
            yield return new(Step, prefix + "DisabilityUntil", $"日期“{until}”看不明白，请写成 2026-11-22 的样子；长期有效的留空");
        }

        if ((row.Father is null) != (row.Mother is null))
        {
            yield return new(Step, prefix + (row.Father is null ? "Father" : "Mother"), $"请把{who}父亲和母亲的情况都填上，缺一方不能认定");
        }

        if (row.PovertyGround is not null && row.Obligor is null)
        {
            yield return new(Step, prefix + "Obligor", $"{who}的法定义务人情况还没有填写，初审前要查清", Blocks: false);
        }

        var (by, on) = (Typed.Text(row.AssessedBy), Typed.Text(row.AssessedOn));
        if (by is null && (on is not null || row.Failed.Count > 0))
        {
            yield return new(Step, prefix + "AssessedBy", $"请填写{who}自理能力的评估人或机构");
        }

        if (by is not null && (Typed.Day(on) is not { } day || day > today))
        {
            yield return new(Step, prefix + "AssessedOn", on is null ? $"请填写{who}自理能力的评估日期" : $"评估日期“{on}”不对，请写成 2026-11-22 的样子，不能晚于今天");
        }
    }
}
