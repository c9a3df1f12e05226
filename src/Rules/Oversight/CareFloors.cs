using SocialAssistance.Rules.Standards;
using SocialAssistance.Rules.Values;
using Keys = SocialAssistance.Rules.Standards.ParameterCatalogue.ExtremePoverty;

namespace SocialAssistance.Rules.Oversight;

/// <summary>Self-care grade (自理能力等级), by items failed out of six.</summary>
public enum SelfCareGrade { SelfCaring, PartialLoss, FullLoss }

/// <summary>How a floor is set.</summary>
public enum CareFloorRule { MinimumWageShare, Linked, None, SupportFormNotCovered }

/// <summary>The least care standard (照料护理标准) of a grade; null where there is none or a figure is missing.</summary>
public sealed record CareFloor(SelfCareGrade Grade, Money? Floor, CareFloorRule Rule);

/// <summary>OV-07: the floors of the three grades, as HM-28 reckons them.</summary>
public static class CareFloors
{
    public static IReadOnlyList<CareFloor> Answer(CareSetting setting, Area area, Inquiry inquiry)
    {
        var forms = inquiry.Need(Keys.CareSupportForms);
        if (forms is null || !forms.Value.Contains(setting))
        {
            inquiry.Step("照料护理标准", setting == CareSetting.Institutional ? "集中供养" : "分散供养", "该供养形式不适用", forms?.Cited ?? "OV-07");
            return [.. Enum.GetValues<SelfCareGrade>().Select(g => new CareFloor(g, null, CareFloorRule.SupportFormNotCovered))];
        }

        return
        [
            SelfCaring(area, inquiry),
            ByWage(SelfCareGrade.PartialLoss, "半失能（部分丧失）", Keys.CareWageShare.PartialLoss, inquiry),
            ByWage(SelfCareGrade.FullLoss, "失能（完全丧失）", Keys.CareWageShare.FullLoss, inquiry),
        ];
    }

    private static CareFloor ByWage(SelfCareGrade grade, string name, Parameter<Ratio> key, Inquiry inquiry)
    {
        if (inquiry.Find(key) is not { } share)
        {
            inquiry.Step($"照料护理标准下限（{name}）", "文件未规定最低工资比例", "无下限规定", "OV-07");
            return new(grade, null, CareFloorRule.None);
        }

        var wage = inquiry.Figures.Find(ParameterCatalogue.MinimumWage.Monthly, WageDay(inquiry));
        if (wage is null)
        {
            inquiry.NotConfigured(ParameterCatalogue.MinimumWage.Monthly);
        }

        Money? floor = wage is null ? null : Money.RoundUp(share.Value * new Money(wage.Value));
        inquiry.Step($"照料护理标准下限（{name}）", $"{share.Value} × 最低工资{(wage is null ? "（未配置）" : new Money(wage.Value))}，进到分", floor?.ToString() ?? "未配置", share.Cited);
        return new(grade, floor, CareFloorRule.MinimumWageShare);
    }

    private static CareFloor SelfCaring(Area area, Inquiry inquiry)
    {
        if (inquiry.Find(Keys.CareSelfCaringLink) is not { Value: CareLink.SevereDisabilityNursingSubsidy } link)
        {
            inquiry.Step("照料护理标准下限（自理）", "文件未规定", "无下限规定", "OV-07");
            return new(SelfCareGrade.SelfCaring, null, CareFloorRule.None);
        }

        var subsidy = inquiry.Need(ParameterCatalogue.SevereDisabilityNursingSubsidy.Amount, area);
        Money? floor = subsidy is null ? null : new Money(subsidy.Value);
        inquiry.Step("照料护理标准下限（自理）", "与重度残疾人护理补贴标准挂钩", floor?.ToString() ?? "未配置", link.Cited);
        return new(SelfCareGrade.SelfCaring, floor, CareFloorRule.Linked);
    }

    /// <summary>The wage of the day, or of the last day of the year before it (最低工资口径).</summary>
    private static DateOnly WageDay(Inquiry inquiry) =>
        inquiry.Find(Keys.CareWageBasis) is { Value: CareWageBasis.PreviousYearEnd } ? new DateOnly(inquiry.Day.Year - 1, 12, 31) : inquiry.Day;
}
