using System.Text;
using SocialAssistance.Rules.Determinations;
using SocialAssistance.Rules.Values;

namespace SocialAssistance.Rules.Households;

/// <summary>How the household income is read aloud.</summary>
internal static class IncomeWorking
{
    public static void Write<TWorking>(MonthRun run, TWorking working)
        where TWorking : struct, IWorking
    {
        var sum = new StringBuilder();
        foreach (ref readonly var line in run.IncomeLines.Span)
        {
            var text = $"{run.Members[line.Member].Facts.Called} {NameOf(line.Type)} {Shown(line.Twelfths)}";
            if (line.Reason == IncomeReason.None)
            {
                sum.Append(sum.Length == 0 ? "" : " + ").Append(text);
            }
            else
            {
                var source = run.Figures.Disregards.Figure(line.Type)?.Cited ?? "HM-08";
                working.Write(new("不计入家庭收入", text, line.Reason == IncomeReason.Excluded ? "不计入" : "核查期满前仍不计入", line.Reason == IncomeReason.Excluded ? source : "HM-08"));
            }
        }

        foreach (ref readonly var deduction in run.Deductions.Span)
        {
            sum.Append(sum.Length == 0 ? "0.00" : "").Append(" − ").Append(Exact.ToMoney(deduction.Units).ToDisplay());
        }

        working.Write(new("家庭月收入", sum.Length == 0 ? "没有计入的收入" : sum.ToString(), Exact.ToMoney(run.Income).ToDisplay(), "民发〔2021〕57号 第十三条"));
    }

    public static string NameOf(IncomeType type) => type switch
    {
        IncomeType.Wage => "务工工资",
        IncomeType.Business => "经营净收入",
        IncomeType.Property => "财产净收入",
        IncomeType.Pension => "养老金",
        IncomeType.BasicPensionCentral => "城乡居民基础养老金（中央）",
        IncomeType.SupportPayment => "赡养抚养扶养费",
        IncomeType.OtherTransfer => "其他转移性收入",
        IncomeType.Other => "其他收入",
        IncomeType.PreferentialPension => "优待抚恤金",
        IncomeType.FamilyPlanningReward => "计划生育奖励扶助金",
        IncomeType.Scholarship => "奖学金",
        IncomeType.BraveryAward => "见义勇为奖励",
        IncomeType.SocialAssistance => "社会救助款物",
        IncomeType.DisabilitySubsidy => "残疾人补贴",
        IncomeType.ChildAllowance => "儿童基本生活费",
        IncomeType.RetrenchedWorkerRelief => "精简退职救济金",
        _ => "高龄津贴",
    };

    private static string Shown(long twelfths) => twelfths % 12 == 0
        ? MoneyText.Write(twelfths / 12, grouped: true)
        : new Fraction(twelfths, 1200).ToDisplay();
}
