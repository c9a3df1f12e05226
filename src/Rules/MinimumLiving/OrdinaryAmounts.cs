using SocialAssistance.Rules.Determinations;
using SocialAssistance.Rules.Households;
using SocialAssistance.Rules.Standards;
using SocialAssistance.Rules.Values;

namespace SocialAssistance.Rules.MinimumLiving;

/// <summary>
/// What the members of a unit receive (HM-14), rounded (HM-15): the full standard, a band, or the gap S − u, at least
/// the floor. A unit is the payable members with y, or one person with the own income.
/// </summary>
internal static class OrdinaryAmounts
{
    /// <summary>
    /// Writes a line for each payable member, or for <paramref name="only"/>; u = income ÷ persons is below S. False where the unit
    /// cannot be paid (refused, or no band).
    /// </summary>
    public static bool Pay<TWorking>(MonthRun run, Int128 income, int persons, int only, TWorking working)
        where TWorking : struct, IWorking
    {
        var figures = run.Figures;
        var gap = new Gap(unchecked((Int128)figures.Standard.Fen * Exact.PerFen * persons - income), unchecked((Int128)Exact.PerFen * persons));
        var (rows, fullRows) = CountRows(run, only);
        long amount;
        Basis basis;
        if (rows == fullRows)
        {
            (amount, basis) = (0, Basis.Full);
        }
        else if (figures.PaymentMode.Value == PaymentMode.Band)
        {
            if (figures.Bands is not { } table)
            {
                run.NotConfigured(ParameterCatalogue.MinimumLivingAllowance.Bands.Key);
                Refuse(run, only);
                return false;
            }

            if (!Find(table.Value, gap, out amount))
            {
                run.BandMissing = true;
                return false;
            }

            basis = Basis.Band;
        }
        else if (figures.Floor.IsSet && gap.Units < unchecked(gap.PerFen * figures.Floor.Fen))
        {
            (amount, basis) = (figures.Floor.Fen, Basis.Floor);
        }
        else
        {
            (amount, basis) = (0, Basis.Difference);
        }

        Write(run, gap, only, rows - fullRows, amount, basis, working);
        return true;
    }

    private static void Write<TWorking>(MonthRun run, Gap gap, int only, int count, long amount, Basis basis, TWorking working)
        where TWorking : struct, IWorking
    {
        var leftOver = 0L;
        if (basis == Basis.Difference)
        {
            (amount, leftOver) = Difference(run.Figures, gap, count);
        }

        // The members of a unit share one gap, so its reckoning is put into words once.
        var reckoning = TWorking.Explains && count > 0 ? AllowanceWorking.Reckoning(run.Figures, gap, basis) : default;
        for (var i = 0; i < run.MemberCount; i++)
        {
            ref var state = ref run.Members[i];
            if (!IsRow(in state, i, only))
            {
                continue;
            }

            if (IsFull(run, in state))
            {
                (state.LineFen, state.LineBasis) = (run.Figures.Standard.Fen, Basis.Full);
            }
            else
            {
                state.LineFen = leftOver > 0 ? amount + 1 : amount;
                leftOver--;
                state.LineBasis = only == MonthRun.Household ? basis : Basis.SinglePerson;
            }

            if (TWorking.Explains)
            {
                AllowanceWorking.Write(run, i, reckoning, working);
            }
        }
    }

    /// <summary>The amount of each row, and the fen that remain for the first rows (household stage, D-21).</summary>
    private static (long Each, long LeftOver) Difference(HouseholdMonthFigures figures, Gap gap, int rows)
    {
        if (figures.Rounding.Stage == RoundingStage.Person)
        {
            return (AmountRounding.Round(figures, gap.Units, gap.PerFen), 0);
        }

        // All gaps of a unit are equal, so every share of the rounded total is total ÷ rows.
        var total = AmountRounding.Round(figures, unchecked(gap.Units * rows), gap.PerFen);
        return (total / rows, total % rows);
    }

    private static bool Find(IReadOnlyList<Band> bands, Gap gap, out long amount)
    {
        foreach (var band in bands)
        {
            var from = (Int128)(long)(band.GapFrom * 100m) * gap.PerFen;
            if (gap.Units >= from && (band.GapTo is not { } to || gap.Units < (Int128)(long)(to * 100m) * gap.PerFen))
            {
                amount = (long)(band.Amount * 100m);
                return true;
            }
        }

        amount = 0;
        return false;
    }

    private static (int Rows, int Full) CountRows(MonthRun run, int only)
    {
        var (rows, full) = (0, 0);
        for (var i = 0; i < run.MemberCount; i++)
        {
            ref readonly var state = ref run.Members[i];
            if (IsRow(in state, i, only))
            {
                rows++;
                full += IsFull(run, in state) ? 1 : 0;
            }
        }

        return (rows, full);
    }

    private static void Refuse(MonthRun run, int only)
    {
        for (var i = 0; i < run.MemberCount; i++)
        {
            if (IsRow(in run.Members[i], i, only))
            {
                run.Refuse(i, Benefit.MinimumLivingAllowance, RefusalReason.NotConfigured);
            }
        }
    }

    private static bool IsRow(in MemberState state, int index, int only) =>
        only == MonthRun.Household ? state.Payable : index == only;

    private static bool IsFull(MonthRun run, in MemberState state) =>
        run.Figures.PaysFullClass && state.Facts.AllowanceClass == AllowanceClass.Full;
}

/// <summary>S − u as an exact quotient: <paramref name="Units"/> ÷ <paramref name="PerFen"/> fen.</summary>
internal readonly record struct Gap(Int128 Units, Int128 PerFen)
{
    /// <summary>In yuan, for reading.</summary>
    public Fraction Yuan => new(Units, PerFen * 100);
}
