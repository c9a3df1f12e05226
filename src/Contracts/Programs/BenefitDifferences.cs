using SocialAssistance.Rules.Values;

namespace SocialAssistance.Contracts.Programs;

/// <summary>What an order does to a case.</summary>
public enum OrderEffect
{
    /// <summary>The order changes nothing.</summary>
    None,

    /// <summary>Somebody gets more and nobody less.</summary>
    Raises,

    /// <summary>Somebody would get less than is recorded and must be heard first (社会救助法 第四十八条).</summary>
    Waits,
}

/// <summary>What two timelines of one case pay differently; the impact shown before an order and the raise made by it are the same sums.</summary>
public static class BenefitDifferences
{
    /// <summary>What an order does to a case, by the same rule when it is tried and when it is carried through.</summary>
    /// <param name="recorded">What is due as recorded.</param>
    /// <param name="without">What the figures before the order would give.</param>
    /// <param name="with">What they give with it.</param>
    /// <param name="from">First month of the order, or of the benefit where that is later.</param>
    /// <param name="through">Last month looked at.</param>
    /// <param name="deaths">Last month of each person who died.</param>
    public static OrderEffect Effect(
        IReadOnlyList<BenefitSpan> recorded, IReadOnlyList<BenefitSpan> without, IReadOnlyList<BenefitSpan> with, BenefitMonth from, BenefitMonth through, IReadOnlyDictionary<Guid, BenefitMonth> deaths) =>
        Same(without, with, from, through) ? Held(with, from, through) && !Held(without, from, through) ? OrderEffect.Waits : OrderEffect.None
        // Against what is recorded, not what the old figures would give: nobody loses a fen of either without being heard.
        : BenefitSpans.Losses(recorded, with, from, deaths).Count > 0 ? OrderEffect.Waits
        : OrderEffect.Raises;

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

    private static bool Same(IReadOnlyList<BenefitSpan> a, IReadOnlyList<BenefitSpan> b, BenefitMonth from, BenefitMonth through)
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

    // The review lock keeps an amount that the figures would lower (HM-16); after the review it waits for a hearing.
    private static bool Held(IReadOnlyList<BenefitSpan> spans, BenefitMonth from, BenefitMonth through) =>
        spans.Any(s => s.Basis == "held" && s.From <= through && (s.Last is not { } last || from <= last));

    private static HashSet<(Guid?, string, decimal)> Lines(IReadOnlyList<BenefitSpan> spans, BenefitMonth month) =>
        [.. spans.Where(s => Covers(s, month)).Select(s => (s.PersonId, s.Benefit, s.Amount))];

    private static bool Covers(BenefitSpan span, BenefitMonth month) => span.From <= month && (span.Last is not { } last || month <= last);
}
