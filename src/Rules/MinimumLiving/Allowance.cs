using SocialAssistance.Rules.Determinations;
using SocialAssistance.Rules.Households;
using SocialAssistance.Rules.Transitions;
using SocialAssistance.Rules.Values;

namespace SocialAssistance.Rules.MinimumLiving;

/// <summary>The minimum living allowance of the month, in the order HM-16 … HM-21.</summary>
internal static class Allowance
{
    public static void Apply<TWorking>(MonthRun run, TWorking working)
        where TWorking : struct, IWorking
    {
        WarnOfUnusedClass(run);
        if (!run.Figures.Standard.IsSet)
        {
            RefuseAll(run, RefusalReason.NotConfigured);
            return;
        }

        if (run.Class == HouseholdClass.MinimumLivingAllowance)
        {
            ForEligible(run, working);
        }
        else if (run.PendingUnverified)
        {
            Continuation.PayStanding(run, Basis.Unchanged, working);
        }
        else
        {
            ForOthers(run, working);
        }

        if (run.BandMissing)
        {
            return;
        }

        WorkRefusal.Apply(run, working);
        Continuation.RememberFrozen(run);
        if (!run.RecomputesPast)
        {
            DeathPhaseOut.Apply(run, working);
        }

        WriteLines(run);
    }

    /// <summary>The month after the confirmation, or its month; without one there is nothing to wait for.</summary>
    public static bool IsBeforeStart(MonthRun run) =>
        !run.RecomputesPast
        && run.Standing.ConfirmedOn is { } confirmed
        && run.Month < BenefitMonth.Of(confirmed).AddMonths(run.Figures.StartInSameMonth ? 0 : 1);

    public static void RefuseAll(MonthRun run, RefusalReason reason)
    {
        for (var i = 0; i < run.MemberCount; i++)
        {
            if (run.Members[i].Payable)
            {
                run.Refuse(i, Benefit.MinimumLivingAllowance, reason);
            }
        }
    }

    private static void WarnOfUnusedClass(MonthRun run)
    {
        for (var i = 0; i < run.MemberCount && !run.Figures.PaysFullClass; i++)
        {
            if (run.Members[i] is { Counted: true, Facts.AllowanceClass: AllowanceClass.Full })
            {
                run.Warn(WarningCodes.AllowanceClassNotUsed, member: i);
            }
        }
    }

    private static void ForEligible<TWorking>(MonthRun run, TWorking working)
        where TWorking : struct, IWorking
    {
        if (IsBeforeStart(run))
        {
            RefuseAll(run, RefusalReason.BeforeStartMonth);
            if (TWorking.Explains)
            {
                working.Write(new("起发月", $"审核确认日期 {run.Standing.ConfirmedOn:yyyy-MM-dd}", "本月尚未起发", "民发〔2021〕57号 第二十一条"));
            }
        }
        else if (run.PendingUnverified)
        {
            Continuation.PayStanding(run, Basis.Unchanged, working);
        }
        else if (OrdinaryAmounts.Pay(run, run.Income, run.Counted, MonthRun.Household, working) && run.Locked)
        {
            Continuation.HoldHigher(run, working);
        }

        for (var i = 0; i < run.MemberCount; i++)
        {
            if (run.Members[i] is { Payable: true, Facts.AppliesAlone: true })
            {
                run.Warn(WarningCodes.SinglePersonNotNeeded, member: i);
            }
        }
    }

    private static void ForOthers<TWorking>(MonthRun run, TWorking working)
        where TWorking : struct, IWorking
    {
        var reason = run.IncomeBelowStandard ? RefusalReason.PropertyAboveLimit : RefusalReason.IncomeNotBelowStandard;
        if (!run.IncomeBelowStandard && run.Facts.Property == PropertyStanding.WithinAllowanceLimit && run.UnitInBenefit && !run.RecomputesPast)
        {
            if (EmploymentPhaseOut.ForUnit(run, working) is not { } refusal)
            {
                return;
            }

            reason = refusal;
        }

        for (var i = 0; i < run.MemberCount && !run.BandMissing; i++)
        {
            ref readonly var state = ref run.Members[i];
            if (!state.Payable)
            {
                continue;
            }

            if (state.Facts.AppliesAlone)
            {
                SinglePerson.Test(run, i, working);
            }
            else
            {
                run.Refuse(i, Benefit.MinimumLivingAllowance, reason);
            }
        }
    }

    private static void WriteLines(MonthRun run)
    {
        if (run.HouseholdLineFen >= 0)
        {
            run.Pay(MonthRun.Household, Benefit.MinimumLivingAllowance, run.HouseholdLineFen, run.HouseholdLineBasis);
        }

        for (var i = 0; i < run.MemberCount; i++)
        {
            ref var state = ref run.Members[i];
            if (state.HasLine)
            {
                run.Pay(i, Benefit.MinimumLivingAllowance, state.LineFen, state.LineBasis);
            }

            state.Covered = state.HasLine || (run.HouseholdLineFen >= 0 && state.Payable);
        }
    }
}
