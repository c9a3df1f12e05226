using SocialAssistance.Rules.Determinations;
using SocialAssistance.Rules.Households;
using SocialAssistance.Rules.Standards;
using SocialAssistance.Rules.Values;

namespace SocialAssistance.Rules.MinimumLiving;

/// <summary>How one person's allowance is read aloud.</summary>
internal static class AllowanceWorking
{
    public static readonly string BenefitName = Vocabulary.Word(Benefit.MinimumLivingAllowance);

    public static (string Formula, string Source) Reckoning(HouseholdMonthFigures figures, Gap gap, Basis basis)
    {
        var difference = $"差额 {Standard(figures)} − {(new Fraction(figures.Standard.Fen, 100) - gap.Yuan).ToDisplay()} = {gap.Yuan.ToDisplay()}";
        return basis switch
        {
            Basis.Band => ($"{difference}，按分档表", figures.Bands!.Cited),
            Basis.Floor => ($"{difference}，低于最低补助额 {Money.FromFen(figures.Floor.Fen).ToDisplay()}，按最低补助额", figures.Floor.Cited),
            _ => ($"{difference}，{RoundingName(figures)}", figures.Standard.Cited),
        };
    }

    public static void Write<TWorking>(MonthRun run, int index, (string Formula, string Source) reckoning, TWorking working)
        where TWorking : struct, IWorking
    {
        ref readonly var state = ref run.Members[index];
        var (formula, source) = state.LineBasis == Basis.Full
            ? ($"常补对象按低保标准全额 {Standard(run.Figures)}", run.Figures.FullClass!.Cited)
            : reckoning;
        var label = $"{state.Facts.Called} 低保金{(state.LineBasis == Basis.SinglePerson ? "（参照单人户）" : "")}";
        working.Write(new(label, formula, Money.FromFen(state.LineFen).ToString(), source, state.Facts.Id, BenefitName));
    }

    /// <summary>A line that continues an amount already in payment.</summary>
    public static void WriteKept<TWorking>(MonthRun run, int index, long fen, Basis basis, TWorking working)
        where TWorking : struct, IWorking
    {
        var (formula, source) = basis switch
        {
            Basis.Held => ("核查期内不低于原待遇，按原待遇发放", "HM-16"),
            Basis.Unchanged => ("变动生效前按原待遇发放", "HM-16"),
            Basis.DeathPhaseOut => ("家庭成员去世渐退期内，按原待遇合计发放", run.Figures.DeathMonths!.Cited),
            _ => ("就业渐退期内按原待遇发放", run.Figures.EmploymentMonths!.Cited),
        };
        var who = index == MonthRun.Household ? "家庭" : run.Members[index].Facts.Called;
        working.Write(new($"{who} 低保金", formula, Money.FromFen(fen).ToString(), source, index == MonthRun.Household ? null : run.Members[index].Facts.Id, BenefitName));
    }

    private static string Standard(HouseholdMonthFigures figures) => Money.FromFen(figures.Standard.Fen).ToDisplay();

    private static string RoundingName(HouseholdMonthFigures figures)
    {
        var mode = figures.Rounding.Mode switch
        {
            RoundingMode.Up => "向上取整",
            RoundingMode.Down => "向下取整",
            _ => "四舍五入",
        };
        var stage = figures.Rounding.Stage == RoundingStage.Household ? "按户" : "按人";
        return $"{stage}{mode}到 {figures.Rounding.Unit} 元";
    }
}
