using SocialAssistance.Rules.Determinations;
using SocialAssistance.Rules.Standards;
using SocialAssistance.Rules.Values;

namespace SocialAssistance.Rules.Households;

/// <summary>
/// The class of the household (HM-12). All comparisons multiply across: y = S is not below S, whatever the digits of
/// I ÷ n look like.
/// </summary>
internal static class Classification
{
    public static void Apply<TWorking>(MonthRun run, TWorking working)
        where TWorking : struct, IWorking
    {
        run.Class = Classify(run, working);
        NearBoundary.Apply(run);
        if (TWorking.Explains)
        {
            working.Write(new("家庭类别", "按人均收入、财产和刚性支出依次判断", Wording.Of(run.Class), "HM-12"));
        }
    }

    /// <summary>Is y below (or, for "not above", at most) a multiple of S? Exact; 128 bits hold the largest products.</summary>
    public static int CompareIncome(Int128 income, int persons, Ratio multiple, long standardFen) => unchecked(
        (income * multiple.Denominator).CompareTo((Int128)standardFen * persons * Exact.PerFen * multiple.Numerator));

    private static HouseholdClass Classify<TWorking>(MonthRun run, TWorking working)
        where TWorking : struct, IWorking
    {
        if (run.Counted == 0)
        {
            return HouseholdClass.None;
        }

        var figures = run.Figures;
        if (!figures.Standard.IsSet)
        {
            run.NotConfigured(figures.Standard.Key);
            if (TWorking.Explains)
            {
                working.Write(new("低保标准", "未配置", "无法判断", "HM-12"));
            }

            return HouseholdClass.Undetermined;
        }

        var below = run.IncomeBelowStandard;
        if (TWorking.Explains)
        {
            ExplainStandard(run, below, working);
            working.Write(new("家庭财产", PropertyName(run.Facts.Property), run.Facts.Property == PropertyStanding.WithinAllowanceLimit ? "符合低保条件" : "不符合低保条件", "民发〔2021〕57号 第八条"));
        }

        return below && run.Facts.Property == PropertyStanding.WithinAllowanceLimit
            ? HouseholdClass.MinimumLivingAllowance
            : Margin(run, working) ?? Hardship(run, working);
    }

    /// <summary>低保边缘家庭, undetermined without a multiple, or null to go on.</summary>
    private static HouseholdClass? Margin<TWorking>(MonthRun run, TWorking working)
        where TWorking : struct, IWorking
    {
        if (run.Facts.Property > PropertyStanding.WithinMarginLimit)
        {
            return null;
        }

        if (run.Figures.MarginMultiple is not { } multiple)
        {
            run.NotConfigured(ParameterCatalogue.Margin.IncomeMultiple.Key);
            return HouseholdClass.Undetermined;
        }

        if (run.Figures.MarginIsProvincial)
        {
            run.Warn(WarningCodes.MarginMultipleProvincial, multiple.Key);
        }

        var below = CompareIncome(run.Income, run.Counted, multiple.Value, run.Figures.Standard.Fen) < 0;
        if (TWorking.Explains)
        {
            var line = new Fraction(run.Figures.Standard.Fen, 100) * new Fraction(multiple.Value.Numerator, multiple.Value.Denominator);
            working.Write(new("低保边缘线", $"{Money.FromFen(run.Figures.Standard.Fen).ToDisplay()} × {multiple.Value} = {line.ToDisplay()}", below ? "人均收入低于边缘线" : "人均收入不低于边缘线", multiple.Cited));
        }

        return below ? HouseholdClass.Margin : null;
    }

    // Income before deductions in both tests; "below" and "exceeds" are strict (D-12).
    private static HouseholdClass Hardship<TWorking>(MonthRun run, TWorking working)
        where TWorking : struct, IWorking
    {
        var figures = run.Figures;
        if (run.Facts.Property > PropertyStanding.WithinHardshipLimit || !figures.RecognisesHardship)
        {
            return HouseholdClass.None;
        }

        var spent = Expenditures.Twelfths(run.Facts, figures.HardshipTypes.Value);
        if (spent == 0)
        {
            return HouseholdClass.None;
        }

        var ceiling = figures.DisposableIncome;
        if (ceiling.IsSet && run.GrossTwelfths >= unchecked((Int128)ceiling.Fen * run.Counted))
        {
            return Fail(working, "家庭人均年收入不低于上年度居民人均可支配收入", ceiling.Figure!);
        }

        var share = figures.HardshipShare;
        if (share is not null && unchecked((Int128)spent * share.Value.Denominator <= (Int128)run.GrossTwelfths * share.Value.Numerator))
        {
            return Fail(working, "刚性支出占家庭收入的比例未超过规定", share);
        }

        if (ceiling.IsSet && share is not null)
        {
            if (TWorking.Explains)
            {
                working.Write(new("刚性支出困难家庭", $"支出 {new Fraction(spent, 1200).ToDisplay()}，收入 {new Fraction(run.GrossTwelfths, 1200).ToDisplay()}，占比超过 {share.Value}", "符合", share.Cited));
            }

            return HouseholdClass.ExpenditureHardship;
        }

        if (!ceiling.IsSet)
        {
            run.NotConfigured(ceiling.Key);
        }

        if (share is null)
        {
            run.NotConfigured(ParameterCatalogue.ExpenditureHardship.MinimumShare.Key);
        }

        return HouseholdClass.Undetermined;
    }

    private static HouseholdClass Fail<TWorking, T>(TWorking working, string why, Figure<T> figure)
        where TWorking : struct, IWorking
    {
        if (TWorking.Explains)
        {
            working.Write(new("刚性支出困难家庭", $"{why}（{figure.Value}）", "不符合", figure.Cited));
        }

        return HouseholdClass.None;
    }

    // Where the quotient has no exact printed form, the products decide and are shown.
    private static void ExplainStandard<TWorking>(MonthRun run, bool below, TWorking working)
        where TWorking : struct, IWorking
    {
        var standard = Money.FromFen(run.Figures.Standard.Fen);
        var income = new Fraction(run.Income, (Int128)Exact.PerFen * 100);
        var y = new Fraction(run.Income, (Int128)Exact.PerFen * 100 * run.Counted);
        var sign = below ? "<" : "≥";
        working.Write(new("家庭人均月收入", $"{income.ToDisplay()} ÷ {run.Counted} 人", y.ToDisplay(), "HM-11"));
        working.Write(new("与低保标准比较", $"人均 {y.ToDisplay()} {sign} {standard.ToDisplay()}（{income.ToDisplay()} {sign} {standard.ToDisplay()} × {run.Counted} = {(standard * run.Counted).ToDisplay()}）", below ? "低于标准" : "不低于标准", run.Figures.Standard.Cited));
    }

    private static string PropertyName(PropertyStanding property) => property switch
    {
        PropertyStanding.WithinAllowanceLimit => "在低保财产限额内",
        PropertyStanding.WithinMarginLimit => "在低保边缘财产限额内",
        PropertyStanding.WithinHardshipLimit => "在刚性支出困难财产限额内",
        _ => "超过各类财产限额",
    };
}
