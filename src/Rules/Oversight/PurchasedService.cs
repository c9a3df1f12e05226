using SocialAssistance.Rules.Standards;
using SocialAssistance.Rules.Values;
using Keys = SocialAssistance.Rules.Standards.ParameterCatalogue.PurchasedService;

namespace SocialAssistance.Rules.Oversight;

/// <summary>Which money pays a purchased service: 社会救助资金 or 工作经费.</summary>
public enum ServiceFund { AssistanceFund, WorkFunds }

/// <summary>A new order of a service (政府购买社会救助服务) against this year's fund.</summary>
public sealed record ServiceOrder(ServiceFund PaidFrom, Money FundTotal, Money Committed, Money Paid, Money NewOrder)
{
    /// <summary>The persons served are financed by the fund.</summary>
    public bool BeneficiaryFinanced { get; init; } = true;

    public Money? Balance { get; init; }

    public Money? UnpaidBenefits { get; init; }
}

public sealed record ServiceOrderResult(Money? Cap, Money Used, Money? Remaining, IReadOnlyList<string> Reasons)
{
    public bool Allowed => Reasons.Count == 0;
}

/// <summary>OV-05: may the order be placed? Exactly at the cap is allowed.</summary>
public static class PurchasedService
{
    public static ServiceOrderResult Answer(ServiceOrder order, Inquiry inquiry)
    {
        var isFund = order.PaidFrom == ServiceFund.AssistanceFund;
        var share = isFund ? inquiry.Find(Keys.CapShare) : null;
        Money? cap = share is null ? null : Money.RoundDown(share.Value * order.FundTotal);
        var used = order.Committed + order.Paid;
        var reasons = new List<string>();
        if (used + order.NewOrder > cap)
        {
            reasons.Add("cap-exceeded");
        }

        if (isFund && inquiry.IsOn(Keys.FundRules))
        {
            if (!order.BeneficiaryFinanced)
            {
                reasons.Add("beneficiary-not-financed");
            }

            if (order.Balance - order.NewOrder < order.UnpaidBenefits)
            {
                reasons.Add("benefits-not-covered");
            }
        }

        inquiry.Step(
            "购买服务上限",
            cap is null ? "无比例上限" : $"{share!.Value} × {order.FundTotal} = {cap}；已用{used} + 本次{order.NewOrder}",
            reasons.Count == 0 ? "可以" : "不可以",
            share?.Cited ?? "OV-05");
        return new(cap, used, cap is { } most ? Money.Max(Money.Zero, most - used) : null, reasons);
    }
}
