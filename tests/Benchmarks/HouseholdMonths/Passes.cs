using SocialAssistance.Rules.Households;

namespace SocialAssistance.Benchmarks.HouseholdMonths;

/// <summary>One pass over a chunk, timed; the sums keep the work from being optimised away and must be equal.</summary>
internal static class Passes
{
    public static (long Time, long Fen) Product(HouseholdMonthBatch batch, ReadOnlySpan<HouseholdMonthRequest> requests, MonthFigures figures)
    {
        var started = ThreadClock.Nanoseconds();
        var fen = 0L;
        foreach (ref readonly var request in requests)
        {
            batch.Determine(in request, figures);
            fen += batch.Total.Fen;
        }

        return (ThreadClock.Nanoseconds() - started, fen);
    }

    public static (long Time, decimal Yuan) Plain(PlainYudu plain, ReadOnlySpan<HouseholdMonthRequest> requests)
    {
        var started = ThreadClock.Nanoseconds();
        var yuan = 0m;
        foreach (ref readonly var request in requests)
        {
            plain.Determine(in request);
            yuan += plain.Total;
        }

        return (ThreadClock.Nanoseconds() - started, yuan);
    }
}
