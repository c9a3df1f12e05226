using SocialAssistance.Rules.Standards;
using SocialAssistance.Rules.Values;
using Keys = SocialAssistance.Rules.Standards.ParameterCatalogue.Medical;

namespace SocialAssistance.Rules.SpecialAssistance;

/// <summary>Cost of treatment and what others bear of it.</summary>
public sealed record MedicalCosts(Money Total, Money BasicInsurance, Money SeriousIllnessInsurance, Money MedicalAid, Money OtherCover)
{
    public Money Remaining => Money.Max(Money.Zero, Total - BasicInsurance - SeriousIllnessInsurance - MedicalAid - OtherCover);
}

/// <summary>A person who may get medical assistance (医疗救助).</summary>
public sealed record MedicalCase(Category Class, Area Area)
{
    /// <summary>The year's insurance premium.</summary>
    public Money? Premium { get; init; }
    public bool Poor { get; init; } = true;
    public MedicalCosts? Costs { get; init; }
    public Money? EligibleCost { get; init; }

    /// <summary>Aid already given this year.</summary>
    public Money AidUsed { get; init; }
}

/// <summary>全额资助、定额资助、不资助.</summary>
public enum PremiumSubsidy { Full, Fixed, None }

/// <summary>重点救助对象、一般救助对象.</summary>
public enum MedicalTier { Key, General }

/// <summary>A pre-estimate: settlement belongs to the medical insurance office. Null is not determinable or not asked.</summary>
public sealed record MedicalResult
{
    public PremiumSubsidy Premium { get; init; }
    public Money? PremiumAmount { get; init; }
    public MedicalTier? Tier { get; init; }
    public Ratio? DeductibleShare { get; init; }
    public Money? Deductible { get; init; }
    public Money? Aid { get; init; }
    public Money? ResidualCover { get; init; }
    public bool SeriousIllnessCeilingRemoved { get; init; }
}

/// <summary>EN-30.</summary>
public static class MedicalAid
{
    public static MedicalResult Answer(MedicalCase given, Inquiry inquiry)
    {
        var tier = TierOf(given, inquiry);
        var (premium, premiumAmount) = MedicalPremium.Of(given, tier, inquiry);
        var keys = MedicalKeys.Of(given.Class);
        var (share, deductible) = keys is null ? default : MedicalDeductible(given, keys, inquiry);
        return new()
        {
            Tier = tier,
            Premium = premium,
            PremiumAmount = premiumAmount,
            DeductibleShare = share,
            Deductible = deductible,
            Aid = keys is null || given.EligibleCost is null ? null : AidOf(given, keys, deductible, inquiry),
            ResidualCover = Residual(given, inquiry),
            SeriousIllnessCeilingRemoved = given.Poor && inquiry.IsOn(Keys.SeriousIllnessCeilingRemoved),
        };
    }

    private static MedicalTier? TierOf(MedicalCase given, Inquiry inquiry)
    {
        if (!inquiry.IsOn(Keys.TwoTier) || inquiry.Need(Keys.KeyClasses) is not { } classes)
        {
            return null;
        }

        var tier = classes.Value.Contains(given.Class) ? MedicalTier.Key : MedicalTier.General;
        inquiry.Step("救助对象分类", CategoryNames.Of(given.Class), tier == MedicalTier.Key ? "重点救助对象" : "一般救助对象", classes.Cited);
        return tier;
    }

    private static (Ratio? Share, Money? Deductible) MedicalDeductible(MedicalCase given, MedicalKeys keys, Inquiry inquiry)
    {
        if (inquiry.Need(keys.DeductibleShare) is not { } share)
        {
            return default;
        }

        if (share.Value.IsZero)
        {
            inquiry.Step("起付标准", "不设起付标准", "0.00", share.Cited);
            return (share.Value, Money.Zero);
        }

        if (inquiry.Need(ParameterCatalogue.DisposableIncome.PerCapita, given.Area) is not { } income)
        {
            return (share.Value, null);
        }

        var deductible = Rounding.On(inquiry.Figures, inquiry.Day).Round(share.Value * new Money(income.Value));
        inquiry.Step("起付标准", $"{share.Value} × 上年度人均可支配收入{new Money(income.Value)}", deductible.ToString(), share.Cited);
        return (share.Value, deductible);
    }

    private static Money? AidOf(MedicalCase given, MedicalKeys keys, Money? deductible, Inquiry inquiry)
    {
        if (inquiry.Need(keys.AidRatio) is not { } ratio || deductible is not { } free)
        {
            return null;
        }

        var above = Money.Max(Money.Zero, given.EligibleCost!.Value - free);
        var aid = Rounding.On(inquiry.Figures, inquiry.Day).Round(ratio.Value * above);
        inquiry.Step("医疗救助金", $"{ratio.Value} × ({given.EligibleCost} − {free})", aid.ToString(), ratio.Cited);
        if (inquiry.Find(keys.AidCeiling) is not { } ceiling)
        {
            return aid;
        }

        var left = Money.Max(Money.Zero, new Money(ceiling.Value) - given.AidUsed);
        if (left < aid)
        {
            inquiry.Step("年度救助限额", $"{new Money(ceiling.Value)} − 已用{given.AidUsed}", left.ToString(), ceiling.Cited);
        }

        return Money.Min(aid, left);
    }

    private static Money? Residual(MedicalCase given, Inquiry inquiry)
    {
        var classes = inquiry.Find(Keys.ResidualClasses);
        if (given.Costs is not { } costs)
        {
            return null;
        }

        var covered = classes is not null && classes.Value.Contains(given.Class) ? costs.Remaining : Money.Zero;
        inquiry.Step("自付费用兜底", $"{costs.Total}减各项保障后余{costs.Remaining}", covered.ToString(), classes?.Cited ?? "EN-30");
        return covered;
    }
}
