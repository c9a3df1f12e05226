using SocialAssistance.Rules.Determinations;
using SocialAssistance.Rules.Households;
using SocialAssistance.Rules.MinimumLiving;
using SocialAssistance.Rules.Standards;
using SocialAssistance.Rules.Values;

namespace SocialAssistance.Rules.Transitions;

/// <summary>
/// 就业渐退期 (HM-18): work lifted the income above the line, and the frozen amounts are paid some months longer. A raise of S does
/// not change a frozen amount (E-17).
/// </summary>
internal static class EmploymentPhaseOut
{
    /// <summary>Pays the frozen amounts of the household and returns null, or says why not.</summary>
    public static RefusalReason? ForUnit<TWorking>(MonthRun run, TWorking working)
        where TWorking : struct, IWorking
    {
        if (Refusal(run, MonthRun.Household, run.Income, run.Counted) is { } reason)
        {
            return reason;
        }

        if (run.Standing.PhaseOut is not null)
        {
            Continuation.PayFrozen(run, working);
        }
        else
        {
            Continuation.PayStanding(run, Basis.PhaseOut, working);
        }

        Record(run, working);
        return null;
    }

    /// <summary>A single-person recipient has a phase-out of his own, with his own income and line (D-27).</summary>
    public static RefusalReason? ForPerson<TWorking>(MonthRun run, int index, Int128 income, TWorking working)
        where TWorking : struct, IWorking
    {
        if (Refusal(run, index, income, 1) is { } reason)
        {
            return reason == RefusalReason.IncomeNotBelowStandard ? RefusalReason.OwnIncomeNotBelowStandard : reason;
        }

        ref readonly var state = ref run.Members[index];
        var fen = run.Standing.PhaseOut is not null ? state.FrozenFen : state.StandingFen;
        if (fen >= 0)
        {
            Continuation.Keep(run, index, fen, Basis.PhaseOut, working);
        }

        Record(run, working);
        return null;
    }

    private static RefusalReason? Refusal(MonthRun run, int only, Int128 income, int persons)
    {
        if (!HasCause(run, only))
        {
            return RefusalReason.IncomeNotBelowStandard;
        }

        var figures = run.Figures;
        if (figures.EmploymentMonths is not { } months)
        {
            run.NotConfigured(ParameterCatalogue.PhaseOut.EmploymentMonths.Key);
            return RefusalReason.NotConfigured;
        }

        if (months.Value == 0)
        {
            return RefusalReason.IncomeNotBelowStandard;
        }

        if (figures.EmploymentUpperMultiple is { } upper
            && Classification.CompareIncome(income, persons, upper.Value, figures.Standard.Fen) > 0)
        {
            return RefusalReason.PhaseOutIncomeLimit;
        }

        return MonthsPaid(run) >= months.Value ? RefusalReason.PhaseOutCompleted : null;
    }

    // A running phase-out that names a payable person, or work found or bettered by one (D-27).
    private static bool HasCause(MonthRun run, int only)
    {
        for (var i = 0; i < run.MemberCount; i++)
        {
            if (run.Members[i] is { Payable: true, FrozenFen: >= 0 } && (only == MonthRun.Household || only == i))
            {
                return true;
            }
        }

        foreach (var happened in run.Events)
        {
            if (happened.Type is EventType.FoundWork or EventType.EarningsRise && Effect.IsEffective(happened, run))
            {
                var member = run.IndexOf(happened.Member);
                if (member != MonthRun.Household && run.Members[member].Payable && (only == MonthRun.Household || only == member))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static int MonthsPaid(MonthRun run) => run.Standing.PhaseOut?.MonthsPaid ?? 0;

    private static void Record<TWorking>(MonthRun run, TWorking working)
        where TWorking : struct, IWorking
    {
        var months = run.Figures.EmploymentMonths!;
        var row = new PhaseOutRow(PhaseOutCause.Employment, MonthsPaid(run) + 1, months.Value);
        if (!run.PhaseOuts.Span.Contains(row))
        {
            run.PhaseOuts.Add(row);
        }

        if (row.Month == row.Months)
        {
            run.Warn(WarningCodes.PhaseOutLastMonth);
        }

        if (run.Figures.NationalMaximumMonths is { } most && months.Value > most.Value)
        {
            run.WarnCount(WarningCodes.PhaseOutAboveNationalLimit, months.Value);
        }

        if (TWorking.Explains)
        {
            working.Write(new("就业渐退期", $"第 {row.Month} 个月，共 {row.Months} 个月", "继续发放", months.Cited));
        }
    }
}
