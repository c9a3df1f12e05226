using SocialAssistance.Rules.Determinations;
using SocialAssistance.Rules.Standards;
using SocialAssistance.Rules.Values;

namespace SocialAssistance.Rules.Households;

/// <summary>
/// The cost of working (就业成本) deducted from counted wages, never from business income (HM-09). Which method and how
/// much is the county's choice; without one nothing is deducted and the office is told.
/// </summary>
internal static class EmploymentCost
{
    public static Int128 Apply<TWorking>(MonthRun run, TWorking working)
        where TWorking : struct, IWorking
    {
        Int128 sum = 0;
        for (var i = 0; i < run.MemberCount; i++)
        {
            ref var state = ref run.Members[i];
            if (state.WageTwelfths > 0 && (state.Recipient || run.Figures.DeductsForAll))
            {
                sum += Deduct(run, i, working);
            }
        }

        return sum;
    }

    private static Int128 Deduct<TWorking>(MonthRun run, int index, TWorking working)
        where TWorking : struct, IWorking
    {
        var figures = run.Figures;
        if (figures.DeductionMethod is not { } method)
        {
            run.NotConfigured(ParameterCatalogue.EmploymentDeduction.Method.Key);
            return 0;
        }

        if (method.Value == DeductionMethod.None)
        {
            return 0;
        }

        if (figures.DeductionValue is not { } value)
        {
            run.NotConfigured(ParameterCatalogue.EmploymentDeduction.Value.Key);
            return 0;
        }

        if (method.Value == DeductionMethod.StandardRatio && !figures.Standard.IsSet)
        {
            return 0;
        }

        ref var state = ref run.Members[index];
        var wage = (Int128)state.WageTwelfths * Exact.PerTwelfth;
        var deduction = Int128.Min(wage, Reckoned(figures, method.Value, state.WageTwelfths));
        state.EmploymentCost = deduction;
        run.Deductions.Add(new(index, DeductionType.EmploymentCost, deduction));
        if (TWorking.Explains)
        {
            var share = method.Value switch
            {
                DeductionMethod.Fixed => $"每人每月定额 {value.Value:0.######}",
                DeductionMethod.WageRatio => $"工资 {Exact.ToMoney(wage).ToDisplay()} × {value.Value:0.######}",
                _ => $"低保标准 {Money.FromFen(figures.Standard.Fen).ToDisplay()} × {value.Value:0.######}",
            };
            working.Write(new($"{state.Facts.Called} 就业成本扣减", $"{share}，不超过工资 {Exact.ToMoney(wage).ToDisplay()}", Exact.ToMoney(deduction).ToDisplay(), value.Cited));
        }

        return deduction;
    }

    // Millionths of yuan, of wage or of S: one unit is 1/12,000,000 fen.
    private static Int128 Reckoned(HouseholdMonthFigures figures, DeductionMethod method, long wageTwelfths) => unchecked(method switch
    {
        DeductionMethod.Fixed => (Int128)figures.DeductionMillionths * 1200,
        DeductionMethod.WageRatio => (Int128)figures.DeductionMillionths * wageTwelfths,
        _ => (Int128)figures.DeductionMillionths * figures.Standard.Fen * 12,
    });
}
