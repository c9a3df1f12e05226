using SocialAssistance.Rules.Values;

namespace SocialAssistance.Contracts.Programs;

/// <summary>What two timelines of one case pay differently; the impact shown before an order and the raise made by it are the same sums.</summary>
public static class BenefitDifferences
{
    /// <summary>Yuan of a month, all persons and benefits.</summary>
    public static decimal At(IReadOnlyList<BenefitSpan> spans, BenefitMonth month)
    {
        var sum = 0m;
        foreach (var span in spans)
        {
            sum += Covers(span, month) ? span.Amount : 0;
        }

        return sum;
    }

    /// <summary>Months in which more is due, and by how much; a person's loss is never netted against another's gain (BP-04).</summary>
    public static (int Months, decimal Sum) Raises(IReadOnlyList<BenefitSpan> before, IReadOnlyList<BenefitSpan> after, BenefitMonth from, BenefitMonth through)
    {
        var (months, sum) = (0, 0m);
        for (var month = from; month <= through; month = month.AddMonths(1))
        {
            var more = after.Where(s => Covers(s, month)).GroupBy(s => (s.PersonId, s.Benefit))
                .Sum(own => Math.Max(0, own.Sum(s => s.Amount) - before.Where(s => (s.PersonId, s.Benefit) == own.Key && Covers(s, month)).Sum(s => s.Amount)));
            (months, sum) = (months + (more > 0 ? 1 : 0), sum + more);
        }

        return (months, sum);
    }

    /// <summary>Whether both pay the same to everybody in every month of the range.</summary>
    public static bool Same(IReadOnlyList<BenefitSpan> a, IReadOnlyList<BenefitSpan> b, BenefitMonth from, BenefitMonth through)
    {
        for (var month = from; month <= through; month = month.AddMonths(1))
        {
            if (!Lines(a, month).SetEquals(Lines(b, month)))
            {
                return false;
            }
        }

        return true;
    }

    private static HashSet<(Guid?, string, decimal)> Lines(IReadOnlyList<BenefitSpan> spans, BenefitMonth month) =>
        [.. spans.Where(s => Covers(s, month)).Select(s => (s.PersonId, s.Benefit, s.Amount))];

    private static bool Covers(BenefitSpan span, BenefitMonth month) => span.From <= month && (span.Last is not { } last || month <= last);
}
