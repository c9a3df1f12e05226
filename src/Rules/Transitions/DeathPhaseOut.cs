using SocialAssistance.Rules.Determinations;
using SocialAssistance.Rules.Households;
using SocialAssistance.Rules.MinimumLiving;
using SocialAssistance.Rules.Values;

namespace SocialAssistance.Rules.Transitions;

/// <summary>
/// 死亡渐退期 (HM-21): after a death the household keeps its former amount for some months, as one line. It needs a standing
/// line of the dead person (D-28), and never lowers what the living get.
/// </summary>
internal static class DeathPhaseOut
{
    public static void Apply<TWorking>(MonthRun run, TWorking working)
        where TWorking : struct, IWorking
    {
        if (run.Figures.DeathMonths is not { Value: > 0 } months || run.Events.IsEmpty || !run.UnitInBenefit
            || !IsOpenTo(run) || Allowance.IsBeforeStart(run) || LatestDeath(run, months.Value) is not { } death)
        {
            return;
        }

        var (before, now) = Sums(run);
        if (before <= now)
        {
            return;
        }

        Replace(run, before);
        run.PhaseOuts.Add(new(PhaseOutCause.Death, run.Month - death, months.Value));
        if (TWorking.Explains)
        {
            working.Write(new("死亡渐退期", $"{death} 家庭成员去世，第 {run.Month - death} 个月，共 {months.Value} 个月；原待遇合计 {Money.FromFen(before).ToDisplay()}，现合计 {Money.FromFen(now).ToDisplay()}", "按原待遇", months.Cited));
            AllowanceWorking.WriteKept(run, MonthRun.Household, before, Basis.DeathPhaseOut, working);
        }
    }

    private static bool IsOpenTo(MonthRun run) => run.Class switch
    {
        HouseholdClass.MinimumLivingAllowance => true,
        HouseholdClass.Margin => run.Figures.LowIncomeMargin,
        HouseholdClass.ExpenditureHardship => run.Figures.LowIncomeHardship,
        _ => false,
    };

    private static BenefitMonth? LatestDeath(MonthRun run, int months)
    {
        BenefitMonth? latest = null;
        foreach (var happened in run.Events)
        {
            if (happened.Type != EventType.Death)
            {
                continue;
            }

            var month = BenefitMonth.Of(happened.Date);
            var member = run.IndexOf(happened.Member);
            var hadLine = run.HouseholdStandingFen >= 0 || (member != MonthRun.Household && run.Members[member].StandingFen >= 0);
            if (hadLine && month < run.Month && run.Month - month <= months && (latest is not { } known || month > known))
            {
                latest = month;
            }
        }

        return latest;
    }

    private static (long Before, long Now) Sums(MonthRun run)
    {
        var (before, now) = (Math.Max(0, run.HouseholdStandingFen), Math.Max(0, run.HouseholdLineFen));
        foreach (ref readonly var state in run.Members)
        {
            before += Math.Max(0, state.StandingFen);
            now += Math.Max(0, state.LineFen);
        }

        return (before, now);
    }

    private static void Replace(MonthRun run, long before)
    {
        (run.HouseholdLineFen, run.HouseholdLineBasis) = (before, Basis.DeathPhaseOut);
        foreach (ref var state in run.Members)
        {
            state.LineFen = -1;
        }

        for (var i = run.Refusals.Count - 1; i >= 0; i--)
        {
            var refusal = run.Refusals[i];
            if (refusal.Benefit == Benefit.MinimumLivingAllowance && run.Members[refusal.Member].Payable)
            {
                run.Refusals.RemoveAt(i);
            }
        }
    }
}
