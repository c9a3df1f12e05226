using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using SocialAssistance.Rules.Determinations;
using SocialAssistance.Rules.Values;

namespace SocialAssistance.Rules.Households;

/// <summary>Turns the rows of a run into the answer others keep.</summary>
internal static class HouseholdMonthAnswer
{
    public static HouseholdMonthResult From(MonthRun run, IReadOnlyList<Step> steps)
    {
        var counted = new string[run.Counted];
        var notCounted = new NotCountedMember[run.MemberCount - run.Counted];
        var (c, n) = (0, 0);
        for (var i = 0; i < run.MemberCount; i++)
        {
            if (run.Members[i].Counted)
            {
                counted[c++] = run.Members[i].Facts.Id;
            }
            else
            {
                notCounted[n++] = new(run.Members[i].Facts.Id, run.NotCounted[i]);
            }
        }

        return new()
        {
            Month = run.Month,
            Area = run.Figures.Area,
            CountedMembers = ImmutableCollectionsMarshal.AsImmutableArray(counted),
            NotCounted = ImmutableCollectionsMarshal.AsImmutableArray(notCounted),
            IncomeLines = Map(run, run.IncomeLines, static (run, row) => new IncomeLine(Id(run, row.Member)!, row.Type, Exact.ToMoney((Int128)row.Twelfths * Exact.PerTwelfth), row.Reason == IncomeReason.None, row.Reason)),
            Deductions = Map(run, run.Deductions, static (run, row) => new Deduction(Id(run, row.Member), row.Type, Exact.ToMoney(row.Units))),
            HouseholdIncome = Exact.ToMoney(run.Income),
            PerCapitaIncome = run.Counted == 0 ? null : Exact.ToMoney(run.Income, run.Counted),
            Standard = run.Figures.StandardAmount,
            Class = run.Class,
            Entitlements = Map(run, run.Entitlements, static (run, row) => new Entitlement(Id(run, row.Member), row.Benefit, Money.FromFen(row.Fen), row.Basis)),
            Refusals = Map(run, run.Refusals, static (run, row) => new Refusal(Id(run, row.Member)!, row.Benefit, row.Reason)),
            PhaseOuts = Map(run, run.PhaseOuts, static (run, row) => new PhaseOutMonth(row.Cause, row.Month, row.Months)),
            HearingRequired = run.HearingRequired,
            Warnings = WarningsOf(run),
            Total = Money.FromFen(run.TotalFen),
            Steps = [.. steps],
        };
    }

    public static ImmutableArray<Warning> WarningsOf(MonthRun run) => Map(run, run.Warnings, static (run, row) => new Warning(row.Code, row.Key, Id(run, row.Member), row.Kind switch
    {
        WarningValue.Money => Money.FromFen(row.Value).ToString(),
        WarningValue.Count => row.Value.ToString(CultureInfo.InvariantCulture),
        _ => null,
    }));

    private static string? Id(MonthRun run, int member) => member == MonthRun.Household ? null : run.Members[member].Facts.Id;

    private static ImmutableArray<TOut> Map<TRow, TOut>(MonthRun run, Rows<TRow> rows, Func<MonthRun, TRow, TOut> map)
        where TRow : struct
    {
        if (rows.Count == 0)
        {
            return [];
        }

        var mapped = new TOut[rows.Count];
        for (var i = 0; i < mapped.Length; i++)
        {
            mapped[i] = map(run, rows[i]);
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(mapped);
    }
}
