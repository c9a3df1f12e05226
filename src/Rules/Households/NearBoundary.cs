using SocialAssistance.Rules.Determinations;
using SocialAssistance.Rules.Standards;
using SocialAssistance.Rules.Values;

namespace SocialAssistance.Rules.Households;

/// <summary>
/// HM-13: an income within one fen of a line, on either side, decides by a hair; the office should look again (D-42).
/// </summary>
internal static class NearBoundary
{
    public static void Apply(MonthRun run)
    {
        var figures = run.Figures;
        if (run.Counted == 0 || !figures.Standard.IsSet)
        {
            return;
        }

        Test(run, new Ratio(1, 1));
        if (figures.MarginMultiple is { } margin)
        {
            Test(run, margin.Value);
        }

        if (figures.EmploymentUpperMultiple is { } upper && ReviewPeriod.IsRecipientHousehold(run))
        {
            Test(run, upper.Value);
        }
    }

    // |I ÷ n − k × S| ≤ 1 fen, multiplied by n, the denominator of k and the units of a fen.
    private static void Test(MonthRun run, Ratio multiple)
    {
        unchecked
        {
            var standard = (Int128)run.Figures.Standard.Fen * multiple.Numerator;
            var distance = run.Income * multiple.Denominator - standard * Exact.PerFen * run.Counted;
            var fen = (Int128)Exact.PerFen * run.Counted * multiple.Denominator;
            if (distance <= fen && distance >= -fen)
            {
                run.WarnMoney(WarningCodes.NearBoundary, null, (long)new Fraction(standard, multiple.Denominator).HalfUp());
            }
        }
    }
}
