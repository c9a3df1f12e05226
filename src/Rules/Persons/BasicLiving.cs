using SocialAssistance.Rules.Determinations;
using SocialAssistance.Rules.Households;
using SocialAssistance.Rules.MinimumLiving;
using SocialAssistance.Rules.Standards;
using SocialAssistance.Rules.Values;

namespace SocialAssistance.Rules.Persons;

/// <summary>The basic-living benefit of the person's programme (HM-26), the 1.3 check (HM-27) and the age warnings (HM-29).</summary>
internal static class BasicLiving
{
    public static void Apply<TWorking>(MonthRun run, int index, TWorking working)
        where TWorking : struct, IWorking
    {
        ref var state = ref run.Members[index];
        if (state.Programme == Programme.None)
        {
            return;
        }

        if (state.Programme == Programme.HivInfectedChild)
        {
            PayHivShare(run, index, working);
        }
        else
        {
            PayPublished(run, index, working);
        }

        if (state.Programme == Programme.ExtremePoverty)
        {
            CheckMultiple(run);
        }

        WarnOfAge(run, index);
    }

    private static void PayPublished<TWorking>(MonthRun run, int index, TWorking working)
        where TWorking : struct, IWorking
    {
        ref var state = ref run.Members[index];
        var amount = Programmes.AmountOf(state.Programme, state.Facts, run.Figures.Persons);
        var paid = Published.Pay(run, index, Programmes.BasicBenefit(state.Programme), amount, Title(state.Programme), refuses: true, working);
        if (state.Programme == Programme.ExtremePoverty)
        {
            state.HasExtremePovertyBasic = paid;
            if (!paid)
            {
                Propose(run, amount.Key);
            }
        }
    }

    private static string Title(Programme programme) => programme switch
    {
        Programme.Orphan => "孤儿基本生活费",
        Programme.DeFactoUnattendedChild => "事实无人抚养儿童基本生活费",
        _ => "特困人员基本生活费",
    };

    private static void PayHivShare<TWorking>(MonthRun run, int index, TWorking working)
        where TWorking : struct, IWorking
    {
        var figures = run.Figures.Persons;
        var share = figures.HivShare!;
        var orphan = figures.OrphanBasic(run.Members[index].Facts.CareSetting);
        if (!orphan.IsSet)
        {
            run.NotConfigured(orphan.Key);
            run.Refuse(index, Benefit.HivInfectedChildBasic, RefusalReason.NotConfigured);
            return;
        }

        var fen = AmountRounding.Round(run.Figures, (Int128)orphan.Fen * share.Value.Numerator, share.Value.Denominator);
        var formula = TWorking.Explains ? $"孤儿基本生活费 {Money.FromFen(orphan.Fen).ToDisplay()} × {share.Value}" : "";
        Published.Pay(run, index, Benefit.HivInfectedChildBasic, fen, Basis.PublishedStandard, "儿童基本生活费", formula, TWorking.Explains ? share.Cited : "", working);
    }

    // A multiple of S is a proposal to the county, never paid (D-41).
    private static void Propose(MonthRun run, string key)
    {
        if (run.Figures.Persons.MinimumMultiple is { } multiple && run.Figures.Standard.IsSet)
        {
            run.WarnMoney(WarningCodes.StandardProposed, key, (long)Multiple(run, multiple.Value).Ceiling());
        }
    }

    private static void CheckMultiple(MonthRun run)
    {
        var figures = run.Figures.Persons;
        var selfCaring = figures.Basic(SelfCareGrade.SelfCaring);
        if (!selfCaring.IsSet || figures.MinimumMultiple is not { } multiple || !run.Figures.Standard.IsSet)
        {
            return;
        }

        var shortfall = Multiple(run, multiple.Value) - selfCaring.Fen;
        if (shortfall > figures.MultipleTolerance.Fen)
        {
            run.WarnMoney(WarningCodes.StandardBelowMultiple, selfCaring.Key, (long)shortfall.Ceiling());
        }
    }

    private static Fraction Multiple(MonthRun run, Ratio multiple) =>
        new((Int128)run.Figures.Standard.Fen * multiple.Numerator, multiple.Denominator);

    private static void WarnOfAge(MonthRun run, int index)
    {
        ref readonly var state = ref run.Members[index];
        var extremelyPoor = state.Programme == Programme.ExtremePoverty;
        if (!extremelyPoor && state.Age >= 18)
        {
            run.Warn(WarningCodes.AgeLimitReview, member: index);
        }

        var limit = !extremelyPoor ? 18
            : state.Facts.ExtremePovertyGround == ExtremePovertyGround.Minor ? run.Figures.Persons.MinorAge?.Value
            : null;
        if (limit is { } age && IsWithin90Days(run, Ages.Birthday(state.Facts.BirthDate, age)))
        {
            run.Warn(WarningCodes.AgeingOutApproaching, member: index);
        }
    }

    private static bool IsWithin90Days(MonthRun run, DateOnly birthday) =>
        birthday.DayNumber - run.Month.FirstDay.DayNumber is >= 0 and <= 90;
}
