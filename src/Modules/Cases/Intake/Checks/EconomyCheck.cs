using System.Globalization;
using SocialAssistance.Cases.Intake.Drafts;
using SocialAssistance.Cases.Intake.Forms;
using SocialAssistance.Contracts.Cases;
using SocialAssistance.Contracts.Programs;

namespace SocialAssistance.Cases.Intake.Checks;

/// <summary>Page 3. An empty amount means 待核对 and may stay so until the opinion; 0 means none.</summary>
internal static class EconomyCheck
{
    private const IntakeStep Step = IntakeStep.Economy;
    private const string AmountProblem = "请填写数字金额，最多两位小数，如按年收入请把周期改为“年”";

    // Above this monthly wage the period was probably mistaken for a month.
    private const decimal RemarkableMonthlyIncome = 15000m;

    public static IEnumerable<Finding> Of(DraftData data, ProgramProfile program)
    {
        var names = DraftFacts.Rows(data).ToDictionary(r => r.Key!, r => Typed.Text(r.Name) ?? "成员");
        if (!program.Asks.HasFlag(ProgramFacts.Means))
        {
            return Payee(data.Economy, names);
        }

        return Income(data.Economy, names).Concat(Outgoings(data.Economy, names)).Concat(Property(data.Economy, program)).Concat(Payee(data.Economy, names));
    }

    private static IEnumerable<Finding> Income(EconomyForm form, Dictionary<string, string> names)
    {
        for (var i = 0; i < form.Income.Count; i++)
        {
            var (row, prefix) = (form.Income[i], $"Income[{i}].");
            if (row.IsBlank)
            {
                continue;
            }

            if (row.Member is null || !names.ContainsKey(row.Member))
            {
                yield return new(Step, prefix + "Member", "请选择这笔收入是谁的");
            }

            if (row.Type is null || !CaseVocabulary.IncomeTypes.ContainsKey(row.Type))
            {
                yield return new(Step, prefix + "Type", "请选择收入类别");
            }

            var (who, kind) = (names.GetValueOrDefault(row.Member ?? "", "成员"), IntakeWords.Of(CaseVocabulary.IncomeTypes, row.Type));
            if (Typed.Text(row.Amount) is null)
            {
                yield return new(Step, prefix + "Amount", $"{who}的{kind}还没有填写，按“待核对”处理，初审前要补齐。没有收入请填 0", Blocks: false);
            }
            else if (Typed.Amount(row.Amount) is not { } amount)
            {
                yield return new(Step, prefix + "Amount", AmountProblem);
            }
            else if (row.Period is not "year" && amount > RemarkableMonthlyIncome)
            {
                yield return new(Step, prefix + "Amount", $"{who}每月{kind} {amount.ToString("#,##0.00", CultureInfo.InvariantCulture)} 元明显偏高，请确认周期是否应为“年”", Blocks: false);
            }
        }
    }

    private static IEnumerable<Finding> Outgoings(EconomyForm form, Dictionary<string, string> names)
    {
        for (var i = 0; i < form.Outgoings.Count; i++)
        {
            var (row, prefix) = (form.Outgoings[i], $"Outgoings[{i}].");
            if (row.IsBlank)
            {
                continue;
            }

            if (row.Type is null || !CaseVocabulary.ExpenditureTypes.ContainsKey(row.Type))
            {
                yield return new(Step, prefix + "Type", "请选择支出类别");
            }

            if (Typed.Amount(row.Amount) is null)
            {
                yield return new(Step, prefix + "Amount", "请填写报销后自付的金额，最多两位小数");
            }

            if (row.Member is not null && !names.ContainsKey(row.Member))
            {
                yield return new(Step, prefix + "Member", "请重新选择这笔支出是谁的，原来的成员已移除");
            }
        }
    }

    private static IEnumerable<Finding> Property(EconomyForm form, ProgramProfile program)
    {
        var any = false;
        for (var i = 0; i < form.Property.Count; i++)
        {
            if (Typed.Text(form.Property[i].Value) is null)
            {
                continue;
            }

            any = true;
            if (Typed.Amount(form.Property[i].Value) is null)
            {
                yield return new(Step, $"Property[{i}].Value", "请填写数字，没有的不用填");
            }
            else if (form.NoProperty && Typed.Amount(form.Property[i].Value) > 0)
            {
                yield return new(Step, $"Property[{i}].Value", "已勾选“以下均无”，请取消勾选或清空这一项");
            }
        }

        if (!any && !form.NoProperty)
        {
            yield return new(Step, "NoProperty", "请填写财产，都没有的请勾选“以下均无”", Blocks: !program.Asks.HasFlag(ProgramFacts.Disability));
        }

        if (form.PropertyLimit is null || !CaseVocabulary.PropertyLimits.ContainsKey(form.PropertyLimit))
        {
            yield return new(Step, "PropertyLimit", "财产认定还没有选择，初审前要补齐。请按当地财产规定选择", Blocks: false);
        }
    }

    private static IEnumerable<Finding> Payee(EconomyForm form, Dictionary<string, string> names)
    {
        if (form.PayeeMember is not null && !names.ContainsKey(form.PayeeMember))
        {
            yield return new(Step, "PayeeMember", "账户户名应为家庭成员，请重新选择");
        }

        var account = Typed.Digits(form.Account);
        if (account is null && Typed.Text(form.Bank) is null)
        {
            yield return new(Step, "Account", "还没有发放账户，确认前要补齐。请填写开户银行和账号", Blocks: false);
            yield break;
        }

        if (Typed.Text(form.Bank) is null)
        {
            yield return new(Step, "Bank", "请填写开户银行");
        }

        if (account is null || account.Length is < 10 or > 25 || !account.All(char.IsAsciiDigit))
        {
            yield return new(Step, "Account", account is null ? "请填写银行账号" : $"银行账号应为 10 至 25 位数字，现在是 {account.Length} 位，请对照银行卡或存折核对");
        }
    }
}
