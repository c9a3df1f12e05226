using SocialAssistance.Rules.Determinations;

namespace SocialAssistance.Rules.Persons;

/// <summary>Which benefits one person may not draw together (不重复享受), whatever case they come from (HM-24, HM-30 to HM-32).</summary>
public static class Exclusions
{
    private static readonly Benefit[] BasicLiving =
        [Benefit.MinimumLivingAllowance, Benefit.ExtremePovertyBasic, Benefit.OrphanBasic, Benefit.DeFactoUnattendedChildBasic, Benefit.HivInfectedChildBasic];

    private static readonly Benefit[] ChildBasic = [Benefit.OrphanBasic, Benefit.DeFactoUnattendedChildBasic, Benefit.HivInfectedChildBasic];

    /// <summary>The rule that excludes the pair, in Chinese; null where both may be drawn.</summary>
    /// <param name="one">A benefit of the person.</param>
    /// <param name="other">Another one.</param>
    /// <param name="nursingBesideExtremePoverty">The county lets the nursing subsidy stand beside extreme poverty (<c>exclusion.extreme-poverty-nursing-subsidy</c>).</param>
    public static string? Rule(Benefit one, Benefit other, bool nursingBesideExtremePoverty)
    {
        if (one == other)
        {
            return "同一待遇不能重复享受";
        }

        if (BasicLiving.Contains(one) && BasicLiving.Contains(other))
        {
            return "同一人同月只享受一项基本生活保障（HM-24）";
        }

        return Either(Benefit.DisabilityLivingSubsidy, b => b == Benefit.ExtremePovertyBasic || ChildBasic.Contains(b)) ? "特困人员和享受儿童基本生活费的，不享受困难残疾人生活补贴（国发〔2015〕52号 二（三））"
            : Either(Benefit.SevereDisabilityNursingSubsidy, b => b == Benefit.ExtremePovertyBasic && !nursingBesideExtremePoverty) ? "特困人员不享受重度残疾人护理补贴（国发〔2015〕52号 二（三））"
            : Either(Benefit.SevereDisabilityNursingSubsidy, b => b == Benefit.DisabledOrphanCare) ? "享受残疾孤儿照料护理补贴的，不重复享受重度残疾人护理补贴（HM-32）"
            : null;

        bool Either(Benefit benefit, Func<Benefit, bool> second) => (one == benefit && second(other)) || (other == benefit && second(one));
    }
}
