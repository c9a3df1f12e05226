using System.Collections.Immutable;
using SocialAssistance.Rules.Determinations;
using SocialAssistance.Rules.Households;
using SocialAssistance.Rules.Standards;
using SocialAssistance.Rules.Values;

namespace SocialAssistance.Rules.Persons;

/// <summary>What one person is due for a month, asked without the household (sections 9.5 and 9.6).</summary>
public sealed record PersonMonthResult(
    ImmutableArray<Entitlement> Entitlements, ImmutableArray<Refusal> Refusals, ImmutableArray<Warning> Warnings, Money Total);

/// <summary>The person rules of the household month for one person alone (D-66): the same code, not a second one.</summary>
public static class PersonMonth
{
    /// <summary>
    /// HM-24 and HM-26 to HM-32 for a child or person with recognitions: extreme poverty as if on the ground
    /// "disabled", household class none, no uplift. Who receives the allowance is covered, unless a programme excludes it.
    /// </summary>
    public static PersonMonthResult OfRecognised(Member person, bool receivesAllowance, HouseholdMonthFigures figures, Worksheet worksheet)
    {
        var run = Begin(person with { ExtremePovertyGround = ExtremePovertyGround.Disabled }, HouseholdClass.None, figures);
        Programmes.Apply(run, worksheet);
        ref var state = ref run.Members[0];
        if (receivesAllowance && state.Programme != Programme.None)
        {
            run.Refuse(0, Benefit.MinimumLivingAllowance, Programmes.ExcludedBy(state.Programme));
        }

        state.Covered = receivesAllowance && state.Programme == Programme.None;
        BasicLiving.Apply(run, 0, worksheet);
        CareStandard.Apply(run, 0, worksheet);
        DisabilityBenefits.Apply(run, 0, worksheet);
        return Result(run);
    }

    /// <summary>
    /// HM-31 and HM-32 for a disabled person whose circumstances are known: <paramref name="programme"/> is the
    /// recognition that decides for him, covered means receiving the allowance.
    /// </summary>
    public static PersonMonthResult OfDisabled(
        Member person, HouseholdClass household, bool covered, PersonStatus? programme, bool hasDisabledOrphanCare, HouseholdMonthFigures figures, Worksheet worksheet)
    {
        var run = Begin(person, household, figures);
        ref var state = ref run.Members[0];
        state.Covered = covered;
        state.HasDisabledOrphanCare = hasDisabledOrphanCare;
        state.Programme = programme switch
        {
            PersonStatus.ExtremePoverty => Programme.ExtremePoverty,
            PersonStatus.Orphan => Programme.Orphan,
            PersonStatus.DeFactoUnattendedChild => Programme.DeFactoUnattendedChild,
            PersonStatus.HivInfectedChild => Programme.HivInfectedChild,
            _ => Programme.None,
        };
        DisabilityBenefits.Subsidies(run, 0, worksheet);
        return Result(run);
    }

    private static MonthRun Begin(Member person, HouseholdClass household, HouseholdMonthFigures figures)
    {
        var run = new MonthRun();
        var alone = new Household { Area = figures.Area, Property = PropertyStanding.AboveLimits, Members = [person] };
        run.Begin(new HouseholdMonthRequest(figures.Month, alone), recomputesPast: false);
        run.Figures = figures;
        Presence.Apply(run);
        run.Class = household;
        (run.Members[0].Counted, run.Counted) = (true, 1);
        return run;
    }

    private static PersonMonthResult Result(MonthRun run)
    {
        foreach (ref readonly var row in run.Entitlements.Span)
        {
            run.TotalFen += row.Fen;
        }

        var answer = HouseholdMonthAnswer.From(run, []);
        return new(answer.Entitlements, answer.Refusals, answer.Warnings, answer.Total);
    }
}
