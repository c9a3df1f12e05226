using SocialAssistance.Rules.Determinations;
using SocialAssistance.Rules.Standards;
using SocialAssistance.Rules.Values;

namespace SocialAssistance.Rules.Households;

/// <summary>Household income (家庭收入): lines per person and type (HM-08), deductions (HM-09, HM-10), net income (HM-11).</summary>
internal static class IncomeReckoning
{
    public static void Apply<TWorking>(MonthRun run, TWorking working)
        where TWorking : struct, IWorking
    {
        for (var i = 0; i < run.MemberCount; i++)
        {
            if (run.Members[i].Counted)
            {
                ReckonMember(run, i);
            }
        }

        var deducted = EmploymentCost.Apply(run, working) + DeductRigid(run, working);
        var net = unchecked((Int128)run.GrossTwelfths * Exact.PerTwelfth - deducted);
        run.Income = net < 0 ? 0 : net;
        if (TWorking.Explains)
        {
            IncomeWorking.Write(run, working);
        }

        if (run.Standing.LastVerified is { } verified && (run.Locked || run.Pending))
        {
            run.Income = verified.Exactly ?? (Int128)verified.Income.Fen * Exact.PerFen;
            if (TWorking.Explains)
            {
                working.Write(new("按上次核定收入计算", $"{verified.Month} 核定家庭月收入", verified.Income.ToDisplay(), "HM-11"));
            }
        }
    }

    private static void ReckonMember(MonthRun run, int index)
    {
        ref var state = ref run.Members[index];
        var incomes = state.Facts.Income.AsSpan();
        var seen = 0u;
        for (var i = 0; i < incomes.Length; i++)
        {
            var type = incomes[i].Type;
            if ((seen & (1u << (int)type)) != 0)
            {
                continue;
            }

            seen |= 1u << (int)type;
            var twelfths = Twelfths(incomes[i]);
            for (var j = i + 1; j < incomes.Length; j++)
            {
                if (incomes[j].Type == type)
                {
                    twelfths += Twelfths(incomes[j]);
                }
            }

            var reason = ReasonAgainst(run, type, index);
            run.IncomeLines.Add(new(index, type, twelfths, reason));
            if (reason == IncomeReason.None)
            {
                state.CountedTwelfths += twelfths;
                state.WageTwelfths += type == IncomeType.Wage ? twelfths : 0;
            }
        }

        run.GrossTwelfths += state.CountedTwelfths;
    }

    private static long Twelfths(in Income income) => income.Period == Period.Month ? income.Amount.Fen * 12 : income.Amount.Fen;

    private static IncomeReason ReasonAgainst(MonthRun run, IncomeType type, int member)
    {
        var disregards = run.Figures.Disregards;
        if (disregards.IsExcluded(type))
        {
            return IncomeReason.Excluded;
        }

        if (!disregards.HasEnded(type))
        {
            return IncomeReason.None;
        }

        var kept = run.InsideReview && run.Standing.KeepsDisregards;
        run.Warn(kept ? WarningCodes.DisregardKeptUntilReview : WarningCodes.DisregardExpired, IncomeDisregards.Key(type), member);
        return kept ? IncomeReason.KeptUntilReview : IncomeReason.None;
    }

    private static Int128 DeductRigid<TWorking>(MonthRun run, TWorking working)
        where TWorking : struct, IWorking
    {
        if (!run.Figures.DeductsRigid || run.Facts.Expenditures.IsEmpty)
        {
            return 0;
        }

        if (run.Figures.RigidTypes is not { } types)
        {
            run.NotConfigured(ParameterCatalogue.RigidExpenditure.Types.Key);
            return 0;
        }

        var twelfths = Expenditures.Twelfths(run.Facts, types.Value);
        if (twelfths == 0)
        {
            return 0;
        }

        var units = (Int128)twelfths * Exact.PerTwelfth;
        run.Deductions.Add(new(MonthRun.Household, DeductionType.RigidExpenditure, units));
        if (TWorking.Explains)
        {
            working.Write(new("扣减刚性支出", "可扣减类别的月均支出合计", Exact.ToMoney(units).ToDisplay(), types.Cited));
        }

        return units;
    }
}
