using SocialAssistance.Rules.Determinations;
using SocialAssistance.Rules.Households;
using SocialAssistance.Rules.Standards;
using SocialAssistance.Rules.Transitions;
using SocialAssistance.Rules.Values;

namespace SocialAssistance.Rules.MinimumLiving;

/// <summary>
/// A severely burdened person of a household above the line, covered alone on his own application (参照“单人户”纳入低保,
/// HM-19, D-25).
/// </summary>
internal static class SinglePerson
{
    public static void Test<TWorking>(MonthRun run, int index, TWorking working)
        where TWorking : struct, IWorking
    {
        if (Refusal(run, index, working) is { } reason)
        {
            run.Refuse(index, Benefit.MinimumLivingAllowance, reason);
            if (TWorking.Explains)
            {
                working.Write(new($"{run.Members[index].Facts.Called} 参照单人户申请", Vocabulary.Word(reason), "不符合", "HM-19"));
            }
        }
    }

    private static RefusalReason? Refusal<TWorking>(MonthRun run, int index, TWorking working)
        where TWorking : struct, IWorking
    {
        ref readonly var state = ref run.Members[index];
        var inGroup = IsInGroup(run, in state);
        if (!(inGroup && IsOpenTo(run)) && !IsAdultDisabled(run, in state))
        {
            return inGroup ? RefusalReason.SinglePersonHouseholdClass : RefusalReason.SinglePersonGroup;
        }

        if (!state.Facts.OwnPropertyWithinLimit)
        {
            return RefusalReason.SinglePersonOwnProperty;
        }

        var income = OwnIncome(run, in state);
        if (TWorking.Explains)
        {
            working.Write(new($"{state.Facts.Called} 本人月收入", "本人计入收入减去本人扣减", Exact.ToMoney(income).ToDisplay(), "HM-19"));
        }

        if (income >= unchecked((Int128)run.Figures.Standard.Fen * Exact.PerFen))
        {
            return state.Recipient && !run.RecomputesPast
                ? EmploymentPhaseOut.ForPerson(run, index, income, working)
                : RefusalReason.OwnIncomeNotBelowStandard;
        }

        if (Allowance.IsBeforeStart(run))
        {
            return RefusalReason.BeforeStartMonth;
        }

        OrdinaryAmounts.Pay(run, income, 1, index, working);
        return null;
    }

    private static bool IsInGroup(MonthRun run, in MemberState state)
    {
        if (run.Figures.SinglePersonGroups is not { } listed)
        {
            run.NotConfigured(ParameterCatalogue.SinglePerson.Groups.Key);
            return false;
        }

        var groups = listed.Value;
        return (state.Severe && groups.Contains(PersonGroup.SevereDisability))
            || (state.Grade3 && groups.Contains(PersonGroup.IntellectualMentalGrade3))
            || (state.Facts.SeriousIllness && groups.Contains(PersonGroup.SeriousIllness))
            || (state.Facts.SpecialHardship && groups.Contains(PersonGroup.SpecialHardship));
    }

    /// <summary>Route A: the class of the household opens the way.</summary>
    private static bool IsOpenTo(MonthRun run)
    {
        if (run.Figures.SinglePersonClasses is not { } listed)
        {
            run.NotConfigured(ParameterCatalogue.SinglePerson.HouseholdClasses.Key);
            return false;
        }

        return (run.Class == HouseholdClass.Margin && listed.Value.Contains(Category.Margin))
            || (run.Class == HouseholdClass.ExpenditureHardship && listed.Value.Contains(Category.ExpenditureHardship))
            || (run.Facts.RegisteredPoverty && listed.Value.Contains(Category.RegisteredPoverty));
    }

    /// <summary>Route B: an adult, severely disabled and without work, whatever the household (M83 一（一）).</summary>
    private static bool IsAdultDisabled(MonthRun run, in MemberState state) =>
        run.Figures.AdultDisabledRoute is { Value: true }
        && state.Severe && !state.Facts.Employed && state.Age >= 18
        && (state.Facts.SupportedByParentsOrSiblings || !run.Figures.AdultDisabledNeedsSupport);

    /// <summary>Own counted income less own employment cost and own rigid expenditure, never below nothing.</summary>
    private static Int128 OwnIncome(MonthRun run, in MemberState state)
    {
        var units = unchecked((Int128)state.CountedTwelfths * Exact.PerTwelfth - state.EmploymentCost);
        if (run.Figures is { DeductsRigid: true, RigidTypes: { } types })
        {
            units -= (Int128)Expenditures.Twelfths(run.Facts, types.Value, state.Facts.Id) * Exact.PerTwelfth;
        }

        return units < 0 ? 0 : units;
    }
}
