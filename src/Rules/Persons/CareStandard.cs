using SocialAssistance.Rules.Determinations;
using SocialAssistance.Rules.Households;
using SocialAssistance.Rules.Standards;
using SocialAssistance.Rules.Values;

namespace SocialAssistance.Rules.Persons;

/// <summary>
/// The care standard of extreme-poverty support (照料护理标准, HM-28): published amounts are paid; a floor is paid only where the text itself
/// sets the standard by it, with a warning (D-40).
/// </summary>
internal static class CareStandard
{
    public static void Apply<TWorking>(MonthRun run, int index, TWorking working)
        where TWorking : struct, IWorking
    {
        ref readonly var state = ref run.Members[index];
        if (state.Programme != Programme.ExtremePoverty)
        {
            return;
        }

        var figures = run.Figures.Persons;
        if (!figures.CareForms.Value.Contains(state.Facts.CareSetting))
        {
            run.Refuse(index, Benefit.ExtremePovertyCare, RefusalReason.CareSupportForm);
            return;
        }

        var grade = Programmes.GradeOf(state.Facts);
        var published = figures.Care(grade);
        var floor = CareFloor.Of(figures, grade);
        if (published.IsSet)
        {
            Published.Pay(run, index, Benefit.ExtremePovertyCare, published, "特困照料护理费", refuses: true, working);
            if (floor.Fen is { } least && published.Fen < least)
            {
                run.WarnMoney(WarningCodes.CareStandardBelowFloor, published.Key, least - published.Fen);
            }
        }
        else if (floor.Fen is { } derived)
        {
            run.WarnMoney(WarningCodes.CareStandardDerived, published.Key, derived);
            Published.Pay(run, index, Benefit.ExtremePovertyCare, derived, floor.Basis, "特困照料护理费", TWorking.Explains ? floor.Formula(figures, grade) : "", TWorking.Explains ? floor.Source(figures, grade) : "", working);
        }
        else
        {
            run.NotConfigured(floor.MissingKey ?? published.Key);
            run.Refuse(index, Benefit.ExtremePovertyCare, RefusalReason.NotConfigured);
        }
    }
}

/// <summary>
/// The least a care standard may be: a share of the minimum wage, or the linked nursing subsidy; <see cref="Fen"/> is
/// null without a rule or where its wage or subsidy (<see cref="MissingKey"/>) is not configured.
/// </summary>
internal readonly record struct CareFloor(long? Fen, Basis Basis, string? MissingKey)
{
    public static CareFloor Of(PersonFigures figures, SelfCareGrade grade)
    {
        if (grade == SelfCareGrade.SelfCaring)
        {
            return !figures.LinksSelfCaring ? default
                : figures.NursingSubsidy.IsSet ? new(figures.NursingSubsidy.Fen, Basis.Linked, null)
                : new(null, Basis.Linked, figures.NursingSubsidy.Key);
        }

        if (figures.WageShare(grade) is not { } share)
        {
            return default;
        }

        return figures.Wage.IsSet
            ? new((long)new Fraction((Int128)figures.Wage.Fen * share.Value.Numerator, share.Value.Denominator).Ceiling(), Basis.MinimumWageShare, null)
            : new(null, Basis.MinimumWageShare, figures.Wage.Key);
    }

    public string Formula(PersonFigures figures, SelfCareGrade grade) => Basis == Basis.Linked
        ? "与重度残疾人护理补贴标准挂钩"
        : $"月最低工资 {Money.FromFen(figures.Wage.Fen).ToDisplay()} × {figures.WageShare(grade)!.Value}，向上取到分";

    public string Source(PersonFigures figures, SelfCareGrade grade) =>
        (Basis == Basis.Linked ? figures.NursingSubsidy.Figure?.Cited : figures.WageShare(grade)?.Cited) ?? "HM-28";
}
