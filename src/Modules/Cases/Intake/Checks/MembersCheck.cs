using SocialAssistance.Cases.Intake.Drafts;
using SocialAssistance.Cases.Intake.Forms;
using SocialAssistance.Contracts.Cases;
using SocialAssistance.Contracts.Households;

namespace SocialAssistance.Cases.Intake.Checks;

/// <summary>Page 2.</summary>
internal static class MembersCheck
{
    private const IntakeStep Step = IntakeStep.Members;

    public static IEnumerable<Finding> Of(DraftData data, DateOnly today)
    {
        var rows = DraftFacts.Rows(data);
        var seen = new Dictionary<string, string>();
        for (var i = 0; i < rows.Count; i++)
        {
            var (row, prefix) = (rows[i], $"Members[{i}].");
            var who = Typed.Text(row.Name) ?? "成员";
            if (i > 0)
            {
                if (row.Relation is null or "head" || !CaseVocabulary.Relations.ContainsKey(row.Relation))
                {
                    yield return new(Step, prefix + "Relation", $"请选择{who}与申请人的关系");
                }

                foreach (var finding in PersonCheck.Of(Step, prefix, row, "成员", today))
                {
                    yield return finding;
                }
            }

            if (IdentityNumber.Normalize(row.IdNumber) is { Length: 18 } number && !seen.TryAdd(number, who))
            {
                yield return new(Step, i > 0 ? prefix + "IdNumber" : "", $"{who}与{seen[number]}的身份证号相同，请核对后改正其中一个");
            }

            foreach (var finding in Circumstances(row, prefix, who))
            {
                yield return finding;
            }
        }

        if (rows.Count(r => r.Relation == "spouse") > 1)
        {
            yield return new(Step, $"Members[{rows.ToList().FindLastIndex(r => r.Relation == "spouse")}].Relation", "配偶只能有一人，请核对关系");
        }

        foreach (var finding in WholeHousehold(data.Members, rows))
        {
            yield return finding;
        }
    }

    private static IEnumerable<Finding> Circumstances(MemberForm row, string prefix, string who)
    {
        if (row.DisabilityCategory is not null && row.DisabilityGrade is null)
        {
            yield return new(Step, prefix + "DisabilityGrade", $"请选择{who}的残疾等级");
        }

        if (row.DisabilityGrade is not null && row.DisabilityCategory is null)
        {
            yield return new(Step, prefix + "DisabilityCategory", $"请选择{who}的残疾类别");
        }

        if (row.AppliesAlone && MissingForAlone(row) is { } missing)
        {
            yield return new(Step, prefix + "AppliesAlone", $"不符合“参照单人户”条件：{missing}。请取消勾选，或核对残疾等级和重病情况", Blocks: false);
        }
    }

    /// <summary>What is missing for the single-person route (民发〔2021〕57号 第八条); null when a condition is met.</summary>
    internal static string? MissingForAlone(MemberForm row)
    {
        var severe = row.DisabilityGrade is "1" or "2" || (row.DisabilityGrade is "3" && row.DisabilityCategory is "intellectual" or "mental");
        return severe || row.SeriousIllness || row.Absence == "independent-clergy" ? null
            : row.DisabilityCategory is { } category && row.DisabilityGrade is { } grade
                ? $"残疾等级为{IntakeWords.Of(IntakeWords.Grades, grade)}{IntakeWords.Of(CaseVocabulary.DisabilityCategories, category)}，符合的是一、二级，或三级智力、精神残疾"
                : "没有登记一、二级残疾，三级智力、精神残疾，或重病";
    }

    private static IEnumerable<Finding> WholeHousehold(MembersForm form, IReadOnlyList<MemberForm> rows)
    {
        var alone = rows.Count(r => r.AppliesAlone);
        var together = rows.Count(r => r.LivesTogether);
        if (alone > 0 && alone < together && (form.PartialGround is null || !IntakeWords.PartialGrounds.ContainsKey(form.PartialGround)))
        {
            yield return new(Step, "PartialGround", $"只选了 {alone} 名成员纳入保障。按规定应整户保障（于民字〔2023〕18号 11），确需单列的请选择适用条款");
        }
    }
}
