using SocialAssistance.Rules.Determinations;
using SocialAssistance.Rules.Transitions;
using SocialAssistance.Rules.Values;

namespace SocialAssistance.Rules.Households;

/// <summary>
/// Recipients (HM-06), and whether the amount is locked until the review or waits for a change to take effect (HM-07).
/// </summary>
internal static class ReviewPeriod
{
    public static void Apply<TWorking>(MonthRun run, TWorking working)
        where TWorking : struct, IWorking
    {
        if (run.HasStandingLine || run.Standing.PhaseOut is not null)
        {
            FindRecipients(run);
            if (!run.RecomputesPast)
            {
                Review(run, working);
            }
        }
    }

    /// <summary>Is the household a recipient household (HM-06)?</summary>
    public static bool IsRecipientHousehold(MonthRun run) => run.HasStandingLine || run.Standing.PhaseOut is not null;

    private static void FindRecipients(MonthRun run)
    {
        foreach (ref var state in run.Members)
        {
            state.Recipient = state.StandingFen >= 0 || state.FrozenFen >= 0 || run.HouseholdStandingFen >= 0;
            run.UnitInBenefit |= state is { Recipient: true, Payable: true } && !state.Facts.AppliesAlone;
        }
    }

    private static void Review<TWorking>(MonthRun run, TWorking working)
        where TWorking : struct, IWorking
    {
        var standing = run.Standing;
        run.InsideReview = standing is { LastVerified: not null, ReviewDue: { } due }
            && run.Month <= BenefitMonth.Of(due) && !IsUnlocked(run, standing.LastVerified.Month);
        var noPhaseOut = standing.PhaseOut is null;
        run.Locked = run.InsideReview && run.UnitInBenefit && noPhaseOut && run.Figures.LocksReview;
        run.Pending = run.HasStandingLine && noPhaseOut && HasPendingChange(run);
        if (run.Locked)
        {
            run.Warn(WarningCodes.AmountLocked);
            if (TWorking.Explains)
            {
                working.Write(new("核查期内不调整", $"定期核查 {standing.ReviewDue:yyyy-MM-dd} 前按 {standing.LastVerified!.Month} 核定收入计算", standing.LastVerified.Income.ToDisplay(), "HM-07"));
            }
        }
        else if (run.Pending)
        {
            run.Warn(WarningCodes.PendingChange);
            if (TWorking.Explains)
            {
                working.Write(new("变动尚未生效", "收入或家庭变动自生效月起重新计算，此前按原待遇", "暂不变动", "HM-07"));
            }
        }
    }

    private static bool IsUnlocked(MonthRun run, BenefitMonth verified)
    {
        foreach (var happened in run.Events)
        {
            if (BenefitMonth.Of(happened.Date) <= verified)
            {
                continue;
            }

            var unlocks = happened.Type switch
            {
                EventType.Death => BenefitMonth.Of(happened.Date) < run.Month,
                EventType.LeftSchool => false,
                _ => Effect.IsEffective(happened, run),
            };
            if (unlocks)
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasPendingChange(MonthRun run)
    {
        foreach (var happened in run.Events)
        {
            if (happened.Type is EventType.FoundWork or EventType.EarningsRise or EventType.LostWork or EventType.HouseholdChange
                && BenefitMonth.Of(happened.Date) <= run.Month && !Effect.IsEffective(happened, run))
            {
                return true;
            }
        }

        return false;
    }
}
