using SocialAssistance.Rules.Determinations;
using SocialAssistance.Rules.Households;

namespace SocialAssistance.Rules.MinimumLiving;

/// <summary>Amounts that go on as they stand: unchanged, frozen or held (HM-16, HM-18).</summary>
internal static class Continuation
{
    /// <summary>The standing lines of payable members, and the household's own line.</summary>
    public static void PayStanding<TWorking>(MonthRun run, Basis basis, TWorking working)
        where TWorking : struct, IWorking
    {
        for (var i = 0; i < run.MemberCount; i++)
        {
            ref var state = ref run.Members[i];
            if (state.Payable && state.StandingFen >= 0)
            {
                Keep(run, i, state.StandingFen, basis, working);
            }
        }

        if (run.HouseholdStandingFen >= 0)
        {
            (run.HouseholdLineFen, run.HouseholdLineBasis) = (run.HouseholdStandingFen, basis);
            if (TWorking.Explains)
            {
                AllowanceWorking.WriteKept(run, MonthRun.Household, run.HouseholdStandingFen, basis, working);
            }
        }
    }

    /// <summary>The frozen amounts of a running phase-out, for payable members.</summary>
    public static void PayFrozen<TWorking>(MonthRun run, TWorking working)
        where TWorking : struct, IWorking
    {
        for (var i = 0; i < run.MemberCount; i++)
        {
            ref var state = ref run.Members[i];
            if (state.Payable && state.FrozenFen >= 0)
            {
                Keep(run, i, state.FrozenFen, Basis.PhaseOut, working);
            }
        }
    }

    public static void Keep<TWorking>(MonthRun run, int index, long fen, Basis basis, TWorking working)
        where TWorking : struct, IWorking
    {
        ref var state = ref run.Members[index];
        (state.LineFen, state.LineBasis) = (fen, basis);
        if (TWorking.Explains)
        {
            AllowanceWorking.WriteKept(run, index, fen, basis, working);
        }
    }

    /// <summary>Inside the review period nobody gets less than before while the household stays eligible (D-23).</summary>
    public static void HoldHigher<TWorking>(MonthRun run, TWorking working)
        where TWorking : struct, IWorking
    {
        for (var i = 0; i < run.MemberCount; i++)
        {
            ref var state = ref run.Members[i];
            if (state.HasLine && state.StandingFen > state.LineFen)
            {
                Keep(run, i, state.StandingFen, Basis.Held, working);
                run.Warn(WarningCodes.AmountHeld, member: i);
            }
        }
    }

    /// <summary>Whose allowance is frozen, noted before a death line may replace it: the supplements follow (HM-22, D-31).</summary>
    public static void RememberFrozen(MonthRun run)
    {
        var whole = run.HouseholdLineFen >= 0 && run.HouseholdLineBasis is Basis.PhaseOut or Basis.Unchanged;
        foreach (ref var state in run.Members)
        {
            if (state.HasLine && state.LineBasis is Basis.PhaseOut or Basis.Unchanged)
            {
                (state.LineIsFrozen, state.FrozenBasis) = (state.HasLine, state.LineBasis);
            }
            else if (whole && run.HouseholdLineFen >= 0 && state.Payable)
            {
                (state.LineIsFrozen, state.FrozenBasis) = (true, run.HouseholdLineBasis);
            }
        }
    }
}
