using SocialAssistance.Cases.Intake.Drafts;
using SocialAssistance.Cases.Intake.Forms;
using SocialAssistance.Cases.Materials;
using SocialAssistance.Contracts.Households;

namespace SocialAssistance.Cases.Intake.Checks;

/// <summary>Page 4: consent of every adult, and the checklist that fits the family.</summary>
internal static class MaterialsCheck
{
    private const IntakeStep Step = IntakeStep.Materials;

    public static IEnumerable<Finding> Of(DraftData data, string program, IReadOnlySet<string> scanned, DateOnly today)
    {
        var rows = Authorisations(data, today);
        for (var i = 0; i < rows.Count; i++)
        {
            var (person, form) = rows[i];
            var name = Typed.Text(person.Name) ?? "成员";
            switch (form.Status)
            {
                case "signed":
                    break;
                case "guardian":
                    if (Typed.Text(form.Guardian) is null)
                    {
                        yield return new(Step, $"Authorisations[{i}].Guardian", $"请填写{name}的监护人姓名");
                    }

                    break;
                case "refused":
                    yield return new(Step, $"Authorisations[{i}].Status", $"{name}拒绝授权核对，按规定不能受理（民发〔2021〕57号 第九条）。请说明后果，签字后改选“已签授权书”");
                    break;
                default:
                    yield return new(Step, $"Authorisations[{i}].Status", $"{name}还没有签核对授权书，请补签后上传，或选择“监护人代签”");
                    break;
            }
        }

        var states = Materials(data, program, scanned, today);
        for (var i = 0; i < states.Count; i++)
        {
            if ((states[i].Form.Ask || states[i].Form.NotApplicable) && Typed.Text(states[i].Form.Reason) is null)
            {
                yield return new(Step, $"Items[{i}].Reason", states[i].Form.Ask ? $"{states[i].Rule.Title}可以由系统查询，仍要群众提交的请写明理由" : $"请写明{states[i].Rule.Title}不适用的理由");
            }
        }

        if (Missing(data, program, scanned, today) is { Count: > 0 } missing)
        {
            yield return new(Step, "", $"还缺 {missing.Count} 份材料：{string.Join('、', missing.Select(m => m.Title))}。可以先受理并一次性告知补正", Blocks: false);
        }
    }

    /// <summary>Every adult with their consent, in the order of the family.</summary>
    public static IReadOnlyList<(MemberForm Person, AuthorisationForm Form)> Authorisations(DraftData data, DateOnly today) =>
        [.. DraftFacts.Rows(data)
            .Where(r => Ages.On(Typed.IdNumber(r.IdNumber, today)?.BirthDate ?? Typed.Day(r.BirthDate) ?? today.AddYears(-30), today) >= 18)
            .Select(r => (r, data.Materials.Authorisations.FirstOrDefault(a => a.Member == r.Key) ?? new AuthorisationForm { Member = r.Key }))];

    /// <summary>The checklist for this family with what was entered and the state that follows.</summary>
    public static IReadOnlyList<MaterialState> Materials(DraftData data, string program, IReadOnlySet<string> scanned, DateOnly today) =>
        [.. MaterialList.For(program, Circumstances.Of(data, today)).Select(rule =>
        {
            var form = data.Materials.Items.FirstOrDefault(i => i.Code == rule.Code) ?? new MaterialForm { Code = rule.Code };
            var status = form.Paper || scanned.Contains(rule.Code) ? MaterialStatus.Received
                : form.NotApplicable ? MaterialStatus.NotApplicable
                : rule.Exempt && !form.Ask ? MaterialStatus.Exempt
                : MaterialStatus.Missing;
            return new MaterialState(rule, form, status);
        })];

    public static IReadOnlyList<MaterialRule> Missing(DraftData data, string program, IReadOnlySet<string> scanned, DateOnly today) =>
        [.. Materials(data, program, scanned, today).Where(m => m.Status == MaterialStatus.Missing).Select(m => m.Rule)];
}

/// <summary>A line of the checklist, what the clerk entered, and the state that follows.</summary>
internal sealed record MaterialState(MaterialRule Rule, MaterialForm Form, string Status);
