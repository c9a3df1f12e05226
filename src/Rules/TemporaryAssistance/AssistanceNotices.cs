using SocialAssistance.Rules.Standards;
using SocialAssistance.Rules.Values;
using Keys = SocialAssistance.Rules.Standards.ParameterCatalogue.TemporaryAssistance;

namespace SocialAssistance.Rules.TemporaryAssistance;

/// <summary>TA-11: what the office should notice; none of it blocks the approval.</summary>
internal static class AssistanceNotices
{
    public static void Check(AssistanceCase application, Money total, Inquiry inquiry)
    {
        if (application.Type == AssistanceType.Expenditure && inquiry.Find(Keys.ExpenditureCauses) is { } causes && !causes.Value.Contains(application.Cause))
        {
            inquiry.Warn("cause-not-listed");
            inquiry.Step("支出型救助事由", "文件所列事由不含本事由", "请核实", causes.Cited);
        }

        if (inquiry.Find(Keys.YearlyLimit) is { } limit)
        {
            var count = application.Previous.Count(p => p.Date.Year == inquiry.Day.Year) + 1;
            if (count > limit.Value)
            {
                inquiry.Warn("yearly-count-exceeded");
                inquiry.Step("年度救助次数", $"本年第{count}次，规定{limit.Value}次", "超过次数", limit.Cited);
            }
        }

        if (!application.CaseByCase && inquiry.Find(Keys.MaximumStandardMultiple) is { } multiple)
        {
            CheckMaximum(application, total, multiple, inquiry);
        }
    }

    private static void CheckMaximum(AssistanceCase application, Money total, Figure<Ratio> multiple, Inquiry inquiry)
    {
        if (inquiry.Need(ParameterCatalogue.MinimumLivingAllowance.Standard, application.Area) is not { } standard)
        {
            return;
        }

        var cap = Money.RoundDown(multiple.Value * new Money(standard.Value));
        if (total > cap)
        {
            inquiry.Warn("amount-above-maximum", cap.ToString());
            inquiry.Step("单次救助上限", $"{multiple.Value} × 低保标准{new Money(standard.Value)} = {cap}；救助金额{total}", "超过上限", multiple.Cited);
        }
    }
}
