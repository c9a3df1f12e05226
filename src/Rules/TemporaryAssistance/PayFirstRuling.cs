using SocialAssistance.Rules.Standards;
using Keys = SocialAssistance.Rules.Standards.ParameterCatalogue.TemporaryAssistance;

namespace SocialAssistance.Rules.TemporaryAssistance;

/// <summary>TA-05: paying first and completing the file afterwards (先行救助).</summary>
internal static class PayFirstRuling
{
    public static PayFirst Of(AssistanceCase application, SmallAmount small, Inquiry inquiry)
    {
        if (application.Type == AssistanceType.Expenditure)
        {
            return Rule(PayFirst.NotAllowed, "支出型不适用先行救助", "TA-05", inquiry);
        }

        if (inquiry.Need(Keys.PayFirst) is not { } rule)
        {
            return Rule(PayFirst.Undetermined, "先行救助规则未配置", "TA-05", inquiry);
        }

        var anyAmount = inquiry.IsOn(Keys.PayFirstAnyAmount);
        if (!anyAmount && small.Fits is null)
        {
            inquiry.NotConfigured(small.Missing!);
            return Rule(PayFirst.Undetermined, "小金额标准未配置", rule.Cited, inquiry);
        }

        if (!anyAmount && small.Fits == false)
        {
            return Rule(PayFirst.NotAllowed, "金额超过小金额标准", rule.Cited, inquiry);
        }

        return rule.Value == PayFirstRule.Required && (application.Emergency || anyAmount)
            ? Rule(PayFirst.Required, "情况紧急或不限金额，应当先行救助", rule.Cited, inquiry)
            : Rule(PayFirst.Allowed, "可以先行救助", rule.Cited, inquiry);
    }

    private static PayFirst Rule(PayFirst ruling, string reason, string source, Inquiry inquiry)
    {
        string[] names = ["应当先行救助", "可以先行救助", "不适用", "无法确定"];
        inquiry.Step("先行救助", reason, names[(int)ruling], source);
        return ruling;
    }
}
