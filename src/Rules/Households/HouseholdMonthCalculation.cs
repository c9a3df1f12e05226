using SocialAssistance.Rules.Determinations;
using SocialAssistance.Rules.MinimumLiving;
using SocialAssistance.Rules.Persons;
using SocialAssistance.Rules.Transitions;

namespace SocialAssistance.Rules.Households;

/// <summary>The rules in order, HM-00 to HM-36: the one code behind explained answers, batches and back pay.</summary>
internal static class HouseholdMonthCalculation
{
    public static void Run<TWorking>(MonthRun run, in HouseholdMonthRequest request, MonthFigures figures, bool recomputesPast, TWorking working)
        where TWorking : struct, IWorking
    {
        run.Begin(in request, recomputesPast);
        run.Figures = figures.For(Effect.AreaOf(in request, figures));
        if (TWorking.Explains)
        {
            working.Write(new("计算月份", $"{run.Month}，取每月第一天有效的标准", run.Figures.Area == Standards.Area.Urban ? "城镇" : "农村", "HM-00"));
        }

        Presence.Apply(run);
        Programmes.Apply(run, working);
        Counting.Apply(run, working);
        ReviewPeriod.Apply(run, working);
        IncomeReckoning.Apply(run, working);
        Classification.Apply(run, working);
        Allowance.Apply(run, working);
        if (run.BandMissing)
        {
            return;
        }

        CategorySupplements.Apply(run, working);
        PersonBenefits.Apply(run, working);
        EmergencyUplift.Apply(run, working);
        Hearing.Apply(run, working);
        foreach (ref readonly var row in run.Entitlements.Span)
        {
            run.TotalFen += row.Fen;
        }

        if (TWorking.Explains)
        {
            ClosingWorking.Write(run, working);
        }
    }
}
