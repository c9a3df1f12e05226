using System.Collections.Immutable;
using SocialAssistance.Rules.Values;

namespace SocialAssistance.Rules.Households;

/// <summary>
/// The smallest change of income that changes the outcome: doubling steps until it flips, then halving, so that one fen less does not.
/// </summary>
internal static class IncomeSearch
{
    public static IncomeChange? More(in HouseholdMonthRequest request, Probe probe)
    {
        if (probe.Counted < 0 || !probe.Figures.Standard.IsSet)
        {
            return null;
        }

        // Ten times the standard per person lies beyond every line the rules draw.
        var most = probe.Figures.Standard.Fen * 10 * request.Household.Members.Length;
        return Search(in request, probe, most, 1);
    }

    public static IncomeChange? Less(in HouseholdMonthRequest request, Probe probe) =>
        Search(in request, probe, Reducible(in request, probe), -1);

    /// <summary>More is added as other income of the first counted member, less is taken from counted income in order.</summary>
    public static HouseholdMonthRequest Apply(in HouseholdMonthRequest request, Probe probe, long fen)
    {
        var members = request.Household.Members.ToBuilder();
        if (fen >= 0)
        {
            var type = AddedType(probe);
            var member = members[probe.Counted];
            members[probe.Counted] = member with { Income = member.Income.Add(new(type, Money.FromFen(fen), Period.Month)) };
        }
        else
        {
            var left = -fen;
            for (var i = 0; i < members.Count && left > 0; i++)
            {
                members[i] = members[i] with { Income = Reduce(members[i].Income, probe, ref left) };
            }
        }

        return request with { Household = request.Household with { Members = members.ToImmutable() } };
    }

    private static IncomeChange? Search(in HouseholdMonthRequest request, Probe probe, long most, int sign)
    {
        var (same, flipped) = (0L, 0L);
        for (var step = 1L; same < most; step *= 2)
        {
            var next = Math.Min(most, same + step);
            if (probe.Flips(Apply(in request, probe, sign * next)))
            {
                flipped = next;
                break;
            }

            same = next;
        }

        if (flipped == 0)
        {
            return null;
        }

        while (flipped - same > 1)
        {
            var middle = same + (flipped - same) / 2;
            (same, flipped) = probe.Flips(Apply(in request, probe, sign * middle)) ? (same, middle) : (middle, flipped);
        }

        probe.Flips(Apply(in request, probe, sign * flipped));
        return new(Money.FromFen(sign * flipped), probe.NewClass, probe.NewTotal);
    }

    private static IncomeType AddedType(Probe probe)
    {
        foreach (var type in (ReadOnlySpan<IncomeType>)[IncomeType.Other, IncomeType.OtherTransfer, IncomeType.Business])
        {
            if (!probe.Figures.Disregards.IsExcluded(type))
            {
                return type;
            }
        }

        return IncomeType.Wage;
    }

    private static long Reducible(in HouseholdMonthRequest request, Probe probe) => request.Household.Members
        .Sum(member => member.Income.Where(income => !probe.Figures.Disregards.IsExcluded(income.Type)).Sum(MonthlyFen));

    // A yearly amount gives whole fen per month only for its multiples of twelve; the rest stays.
    private static long MonthlyFen(Income income) => income.Period == Period.Month ? income.Amount.Fen : income.Amount.Fen / 12;

    private static ImmutableArray<Income> Reduce(ImmutableArray<Income> incomes, Probe probe, ref long left)
    {
        var reduced = incomes.ToBuilder();
        for (var i = 0; i < reduced.Count && left > 0; i++)
        {
            if (probe.Figures.Disregards.IsExcluded(reduced[i].Type))
            {
                continue;
            }

            var taken = Math.Min(left, MonthlyFen(reduced[i]));
            left -= taken;
            reduced[i] = reduced[i] with { Amount = Money.FromFen(reduced[i].Amount.Fen - (reduced[i].Period == Period.Month ? taken : taken * 12)) };
        }

        return reduced.ToImmutable();
    }
}
