using SocialAssistance.Rules.Determinations;
using SocialAssistance.Rules.Households;
using SocialAssistance.Rules.Standards;
using SocialAssistance.Rules.Values;

namespace SocialAssistance.Rules.MinimumLiving;

/// <summary>
/// The category supplement (分类施保金, HM-22): a top-up for elderly, minors, severely disabled and seriously ill members;
/// once per person. With a frozen allowance it is frozen too (D-31).
/// </summary>
internal static class CategorySupplements
{
    private static readonly string Name = Vocabulary.Word(Benefit.CategorySupplement);

    public static void Apply<TWorking>(MonthRun run, TWorking working)
        where TWorking : struct, IWorking
    {
        for (var i = 0; i < run.MemberCount; i++)
        {
            ref readonly var state = ref run.Members[i];
            if (state.LineIsFrozen)
            {
                PayFrozen(run, i, working);
            }
            else if (run.Figures.Supplements.Enabled && state.Covered
                && (run.Class == HouseholdClass.MinimumLivingAllowance || state.HasLine))
            {
                PayNew(run, i, working);
            }
        }
    }

    private static void PayFrozen<TWorking>(MonthRun run, int index, TWorking working)
        where TWorking : struct, IWorking
    {
        ref readonly var state = ref run.Members[index];
        if (state.StandingSupplementFen < 0)
        {
            return;
        }

        run.Pay(index, Benefit.CategorySupplement, state.StandingSupplementFen, state.FrozenBasis);
        if (TWorking.Explains)
        {
            working.Write(new($"{state.Facts.Called} 分类施保金", "随低保金按原标准发放", Money.FromFen(state.StandingSupplementFen).ToString(), "HM-22", state.Facts.Id, Name));
        }
    }

    private static void PayNew<TWorking>(MonthRun run, int index, TWorking working)
        where TWorking : struct, IWorking
    {
        ref readonly var state = ref run.Members[index];
        var supplements = run.Figures.Supplements;
        var (millionths, source) = (0L, (Figure<decimal>?)null);
        for (var group = 0; group < SupplementFigures.Order.Length; group++)
        {
            if (!supplements.Groups.Contains(SupplementFigures.Order[group]) || !IsIn(run, in state, SupplementFigures.Order[group]))
            {
                continue;
            }

            if (supplements.Amount(group) is not { } amount)
            {
                run.NotConfigured(SupplementFigures.Key(group));
                continue;
            }

            var one = Amount(run.Figures, amount);
            source = one > millionths || source is null ? amount : source;
            millionths = supplements.AddsUp ? millionths + one : Math.Max(millionths, one);
        }

        if (millionths <= 0)
        {
            return;
        }

        var fen = (long)new Fraction(millionths, 10_000).HalfUp();
        run.Pay(index, Benefit.CategorySupplement, fen, Basis.CategorySupplement);
        if (TWorking.Explains)
        {
            var formula = supplements.AddsUp ? "各类分类施保金相加" : "多种情形按最高一项";
            working.Write(new($"{state.Facts.Called} 分类施保金", formula, Money.FromFen(fen).ToString(), source!.Cited, state.Facts.Id, Name));
        }
    }

    /// <summary>Millionths of a yuan: as published, or the share of S rounded.</summary>
    private static long Amount(HouseholdMonthFigures figures, Figure<decimal> amount)
    {
        var millionths = (long)(amount.Value * 1_000_000m);
        return figures.Supplements.IsShareOfStandard
            ? AmountRounding.Round(figures, (Int128)millionths * figures.Standard.Fen, 1_000_000) * 10_000
            : millionths;
    }

    private static bool IsIn(MonthRun run, in MemberState state, PersonGroup group) => group switch
    {
        PersonGroup.Elderly => run.Figures.Supplements.ElderlyAge is { } age && state.Age >= age.Value,
        PersonGroup.Minor => state.Age < 18,
        PersonGroup.SevereDisability => state.Severe,
        _ => state.Facts.SeriousIllness,
    };
}
