using SocialAssistance.Rules.Determinations;
using SocialAssistance.Rules.Standards;
using SocialAssistance.Rules.Values;

namespace SocialAssistance.Rules.Households;

/// <summary>The last lines of the sheet: who does not get what and why, and the sums.</summary>
internal static class ClosingWorking
{
    public static void Write<TWorking>(MonthRun run, TWorking working)
        where TWorking : struct, IWorking
    {
        foreach (ref readonly var refusal in run.Refusals.Span)
        {
            var member = run.Members[refusal.Member].Facts;
            working.Write(new($"{member.Called} {Wording.Of(refusal.Benefit)}", Wording.Of(refusal.Reason), "不予给付", RuleOf(refusal), member.Id, Vocabulary.Word(refusal.Benefit)));
        }

        var (allowance, lines) = (0L, new List<string>());
        foreach (ref readonly var row in run.Entitlements.Span)
        {
            lines.Add(Money.FromFen(row.Fen).ToDisplay());
            allowance += row.Benefit == Benefit.MinimumLivingAllowance ? row.Fen : 0;
        }

        if (allowance > 0)
        {
            working.Write(new("户月低保金合计", "各人低保金相加", Money.FromFen(allowance).ToDisplay(), "HM-36"));
        }

        working.Write(new("本月合计", lines.Count == 0 ? "没有应发待遇" : string.Join(" + ", lines), Money.FromFen(run.TotalFen).ToDisplay(), "HM-36"));
    }

    private static string RuleOf(in RefusalRow refusal) => refusal.Reason switch
    {
        RefusalReason.BeforeStartMonth => "民发〔2021〕57号 第二十一条",
        RefusalReason.PropertyAboveLimit => "民发〔2021〕57号 第八条",
        RefusalReason.WorkRefusal => "民发〔2021〕57号 第三十四条",
        RefusalReason.AgedOut or RefusalReason.LeftSchool or RefusalReason.Absent => "民发〔2021〕43号 第二十四条",
        _ => refusal.Benefit switch
        {
            Benefit.MinimumLivingAllowance => refusal.Reason is RefusalReason.IncomeNotBelowStandard ? "民发〔2021〕57号 第八条" : "HM-19",
            Benefit.ExtremePovertyCare => "HM-28",
            Benefit.DisabilityLivingSubsidy => "HM-31",
            Benefit.SevereDisabilityNursingSubsidy => "HM-32",
            Benefit.RetrenchedWorkerRelief => "HM-33",
            _ => "HM-24",
        },
    };
}
