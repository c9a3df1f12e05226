using SocialAssistance.Rules.Determinations;
using SocialAssistance.Rules.Households;

namespace SocialAssistance.Rules.Persons;

/// <summary>
/// Care of disabled orphans (HM-30), living subsidy (困难残疾人生活补贴, HM-31) and nursing subsidy (重度残疾人护理补贴, HM-32), with their mutual
/// exclusions.
/// </summary>
internal static class DisabilityBenefits
{
    public static void Apply<TWorking>(MonthRun run, int index, TWorking working)
        where TWorking : struct, IWorking
    {
        if (run.Members[index].CertificateValid)
        {
            DisabledOrphanCare(run, index, working);
            Subsidies(run, index, working);
        }
    }

    /// <summary>The two subsidies (两项补贴) alone, where the rest is known.</summary>
    public static void Subsidies<TWorking>(MonthRun run, int index, TWorking working)
        where TWorking : struct, IWorking
    {
        if (run.Members[index].CertificateValid)
        {
            LivingSubsidy(run, index, working);
            NursingSubsidy(run, index, working);
        }
    }

    private static void DisabledOrphanCare<TWorking>(MonthRun run, int index, TWorking working)
        where TWorking : struct, IWorking
    {
        ref var state = ref run.Members[index];
        var figures = run.Figures.Persons;
        var viaHiv = state.Programme == Programme.HivInfectedChild
            && (state.Facts.Statuses.Contains(PersonStatus.Orphan) || state.Facts.Statuses.Contains(PersonStatus.DeFactoUnattendedChild));
        if (!figures.PaysDisabledOrphanCare
            || !(viaHiv || state.Programme is Programme.Orphan or Programme.DeFactoUnattendedChild)
            || !(figures.DisabledOrphanAny || state.Severe))
        {
            return;
        }

        if (viaHiv)
        {
            run.Warn(WarningCodes.HivWithDisabledOrphanCare, member: index);
        }

        state.HasDisabledOrphanCare = Published.Pay(run, index, Benefit.DisabledOrphanCare, figures.DisabledOrphanAmount, "残疾孤儿照料护理补贴", refuses: false, working);
    }

    private static void LivingSubsidy<TWorking>(MonthRun run, int index, TWorking working)
        where TWorking : struct, IWorking
    {
        ref readonly var state = ref run.Members[index];
        if (state.Programme == Programme.ExtremePoverty)
        {
            run.Refuse(index, Benefit.DisabilityLivingSubsidy, RefusalReason.ExcludedByExtremePoverty);
        }
        else if (state.Programme != Programme.None)
        {
            run.Refuse(index, Benefit.DisabilityLivingSubsidy, RefusalReason.ExcludedByChildAllowance);
        }
        else if (state.Covered || (run.Figures.Persons.LivingSubsidyForLowIncome && IsInLowIncomeHousehold(run, in state)))
        {
            Published.Pay(run, index, Benefit.DisabilityLivingSubsidy, run.Figures.Persons.LivingSubsidy, "困难残疾人生活补贴", refuses: true, working);
        }
        else
        {
            run.Refuse(index, Benefit.DisabilityLivingSubsidy,
                run.Class == HouseholdClass.Undetermined ? RefusalReason.NotConfigured : RefusalReason.HouseholdNotEligible);
        }
    }

    private static void NursingSubsidy<TWorking>(MonthRun run, int index, TWorking working)
        where TWorking : struct, IWorking
    {
        ref readonly var state = ref run.Members[index];
        var figures = run.Figures.Persons;
        if (!state.Severe && !(state.Grade3 && figures.NursingForGrade3))
        {
            return;
        }

        var extremelyPoor = state.Programme == Programme.ExtremePoverty;
        RefusalReason? excluded =
            extremelyPoor && !figures.NursingBesideExtremePoverty ? RefusalReason.ExcludedByExtremePoverty
            : state.Facts.WorkInjuryNursing ? RefusalReason.ExcludedByWorkInjuryNursing
            : state.HasDisabledOrphanCare ? RefusalReason.ExcludedByDisabledOrphanCare
            : null;
        if (excluded is { } reason)
        {
            run.Refuse(index, Benefit.SevereDisabilityNursingSubsidy, reason);
        }
        else if (Published.Pay(run, index, Benefit.SevereDisabilityNursingSubsidy, figures.NursingSubsidy, "重度残疾人护理补贴", refuses: true, working) && extremelyPoor)
        {
            run.Warn(WarningCodes.NursingWithExtremePoverty, member: index);
        }
    }

    /// <summary>Counted in a household of a class the county means by 低收入家庭 (D-24).</summary>
    public static bool IsInLowIncomeHousehold(MonthRun run, in MemberState state) => state.Counted && run.Class switch
    {
        HouseholdClass.Margin => run.Figures.LowIncomeMargin,
        HouseholdClass.ExpenditureHardship => run.Figures.LowIncomeHardship,
        _ => false,
    };
}
