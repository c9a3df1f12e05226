using SocialAssistance.Rules.Deadlines;
using SocialAssistance.Rules.Standards;
using SocialAssistance.Rules.Values;
using Keys = SocialAssistance.Rules.Standards.ParameterCatalogue.TemporaryAssistance;

namespace SocialAssistance.Rules.TemporaryAssistance;

/// <summary>TA-10: the greater the amount, the higher the visitor (上门回访). Only this approval's amount counts (D-47).</summary>
internal static class FollowUpVisit
{
    private static readonly string[][] Visitors =
    [
        [],
        ["township-civil-affairs-officer", "village-resident-leader"],
        ["township-deputy-leader", "township-leader"],
        ["county-bureau-deputy-leader", "county-bureau-leader", "county-deputy-leader"],
    ];

    public static FollowUp? Of(Money total, Inquiry inquiry)
    {
        if (inquiry.Find(Keys.FollowUpTiers) is not { } tiers)
        {
            return null;
        }

        var tier = Math.Min(tiers.Value.Count(bound => new Money(bound) <= total), Visitors.Length - 1);
        DateOnly? due = tier > 0 && inquiry.Find(Keys.FollowUpDays) is { } days ? inquiry.Day.AddDays(days.Value) : null;
        inquiry.Step("上门回访", $"救助金额{total}，各档下限{ParameterText.Write(Keys.FollowUpTiers, tiers.Value)}", tier == 0 ? "无须回访" : $"第{tier}档，{DeadlineClock.Text(due)}前", tiers.Cited);
        return new(tier, Visitors[tier], due);
    }
}
