using System.Collections.Immutable;
using System.Globalization;
using SocialAssistance.Rules.Determinations;
using SocialAssistance.Rules.Values;

namespace SocialAssistance.Rules.Households;

/// <summary>Turns the rows of a run into the answer others keep.</summary>
internal static class HouseholdMonthAnswer
{
    public static HouseholdMonthResult From(MonthRun run, IReadOnlyList<Step> steps)
    {
        var notCounted = ImmutableArray.CreateBuilder<NotCountedMember>();
        var counted = ImmutableArray.CreateBuilder<string>(run.Counted);
        for (var i = 0; i < run.MemberCount; i++)
        {
            if (run.Members[i].Counted)
            {
                counted.Add(run.Members[i].Facts.Id);
            }
            else
            {
                notCounted.Add(new(run.Members[i].Facts.Id, run.NotCounted[i]));
            }
        }

        return new()
        {
            Month = run.Month,
            Area = run.Figures.Area,
            CountedMembers = counted.ToImmutable(),
            NotCounted = notCounted.ToImmutable(),
            IncomeLines = Map(run.IncomeLines, row => new IncomeLine(Id(run, row.Member)!, row.Type, Exact.ToMoney((Int128)row.Twelfths * Exact.PerTwelfth), row.Reason == IncomeReason.None, row.Reason)),
            Deductions = Map(run.Deductions, row => new Deduction(Id(run, row.Member), row.Type, Exact.ToMoney(row.Units))),
            HouseholdIncome = Exact.ToMoney(run.Income),
            PerCapitaIncome = run.Counted == 0 ? null : Exact.ToMoney(run.Income, run.Counted),
            Standard = run.Figures.StandardAmount,
            Class = run.Class,
            Entitlements = Map(run.Entitlements, row => new Entitlement(Id(run, row.Member), row.Benefit, Money.FromFen(row.Fen), row.Basis)),
            Refusals = Map(run.Refusals, row => new Refusal(Id(run, row.Member)!, row.Benefit, row.Reason)),
            PhaseOuts = Map(run.PhaseOuts, row => new PhaseOutMonth(row.Cause, row.Month, row.Months)),
            HearingRequired = run.HearingRequired,
            Warnings = WarningsOf(run),
            Total = Money.FromFen(run.TotalFen),
            Steps = [.. steps],
        };
    }

    public static ImmutableArray<Warning> WarningsOf(MonthRun run) => Map(run.Warnings, row => new Warning(row.Code, row.Key, Id(run, row.Member), row.Kind switch
    {
        WarningValue.Money => Money.FromFen(row.Value).ToString(),
        WarningValue.Count => row.Value.ToString(CultureInfo.InvariantCulture),
        _ => null,
    }));

    private static string? Id(MonthRun run, int member) => member == MonthRun.Household ? null : run.Members[member].Facts.Id;

    private static ImmutableArray<TOut> Map<TRow, TOut>(Rows<TRow> rows, Func<TRow, TOut> map)
        where TRow : struct
    {
        var mapped = ImmutableArray.CreateBuilder<TOut>(rows.Count);
        foreach (ref readonly var row in rows.Span)
        {
            mapped.Add(map(row));
        }

        return mapped.MoveToImmutable();
    }
}
