using SocialAssistance.Rules.Determinations;
using SocialAssistance.Rules.Households;

namespace SocialAssistance.Rules.Persons;

/// <summary>Everything that belongs to a person and not to the household (section 4.7), after the allowance is known.</summary>
internal static class PersonBenefits
{
    public static void Apply<TWorking>(MonthRun run, TWorking working)
        where TWorking : struct, IWorking
    {
        for (var i = 0; i < run.MemberCount; i++)
        {
            ref readonly var state = ref run.Members[i];
            if (state.Present && !state.IsBeyondCare)
            {
                BasicLiving.Apply(run, i, working);
                CareStandard.Apply(run, i, working);
                DisabilityBenefits.Apply(run, i, working);
                Retrenched(run, i, working);
                OldAge(run, i, working);
            }
        }
    }

    /// <summary>二十世纪六十年代精简退职老弱残职工救济 (HM-33).</summary>
    private static void Retrenched<TWorking>(MonthRun run, int index, TWorking working)
        where TWorking : struct, IWorking
    {
        ref readonly var state = ref run.Members[index];
        if (!state.Facts.Statuses.IsEmpty && state.Facts.Statuses.Contains(PersonStatus.RetrenchedWorker)
            && Published.Pay(run, index, Benefit.RetrenchedWorkerRelief, run.Figures.Persons.Retrenched, "精简退职老弱残职工救济", refuses: true, working)
            && state.Covered)
        {
            run.Warn(WarningCodes.RetrenchedReliefWithAllowance, member: index);
        }
    }

    /// <summary>高龄低收入老年人生活补贴 (HM-34): only where a county has set both age and amount.</summary>
    private static void OldAge<TWorking>(MonthRun run, int index, TWorking working)
        where TWorking : struct, IWorking
    {
        ref readonly var state = ref run.Members[index];
        var figures = run.Figures.Persons;
        if (figures is { OldAgeFrom: { } from, OldAge.IsSet: true } && state.Programme == Programme.None && state.Age >= from.Value
            && (state.Covered || DisabilityBenefits.IsInLowIncomeHousehold(run, in state)))
        {
            Published.Pay(run, index, Benefit.OldAgeSubsidy, figures.OldAge, "高龄低收入老年人生活补贴", refuses: false, working);
        }
    }
}
