using SocialAssistance.Rules.Standards;
using SocialAssistance.Rules.Values;
using Keys = SocialAssistance.Rules.Standards.ParameterCatalogue.TemporaryAssistance;

namespace SocialAssistance.Rules.TemporaryAssistance;

/// <summary>
/// TA-04: is the amount small (小金额)? Null where nobody says what small is; then <see cref="Missing"/> names the key.
/// </summary>
internal readonly record struct SmallAmount(bool? Fits, Parameter? Missing)
{
    public static SmallAmount Of(AssistanceCase application, Money total, Inquiry inquiry)
    {
        if (inquiry.Find(Keys.SmallAmount) is { } amount)
        {
            return Within(total, new Money(amount.Value), "文件规定的金额", amount.Cited, inquiry);
        }

        if (inquiry.Find(Keys.SmallAmountStandardMultiple) is not { } multiple)
        {
            return new(null, Keys.SmallAmount);
        }

        if (inquiry.Find(ParameterCatalogue.MinimumLivingAllowance.Standard, application.Area) is not { } standard)
        {
            return new(null, ParameterCatalogue.MinimumLivingAllowance.Standard);
        }

        var limit = Money.RoundDown(multiple.Value * new Money(standard.Value));
        return Within(total, limit, $"{multiple.Value} × 当地低保标准{new Money(standard.Value)}", multiple.Cited, inquiry);
    }

    private static SmallAmount Within(Money total, Money limit, string formula, string source, Inquiry inquiry)
    {
        inquiry.Step("小金额标准", $"{formula} = {limit}；救助金额{total}", total <= limit ? "属于小金额" : "不属于小金额", source);
        return new(total <= limit, null);
    }
}
