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

    /// <summary>
    /// The record pays otherwise than the facts say already before the order (需复核); the order reaches the case when
    /// somebody has looked at it again.
    /// </summary>
    Review,
}

/// <summary>What an order does to a case, and why it does not reach it, in Chinese and without a name; null where it does.</summary>
public sealed record OrderJudgement(OrderEffect Effect, string? Reason = null);

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
    public static OrderJudgement Effect(
        IReadOnlyList<BenefitSpan> recorded, BenefitProjection without, BenefitProjection with, BenefitMonth from, BenefitMonth through, IReadOnlyDictionary<Guid, BenefitMonth> deaths)
    {
        if (Same(without.Spans, with.Spans, from, through))
        {
            // What goes on unchanged because it waits for a decision hides what the order would do.
            return with.Awaits is { } since && since <= through && without.Otherwise != with.Otherwise
                ? new(OrderEffect.Review, $"{since} 起现有情况的待遇会减少，等待决定，原待遇照发；按新标准每月应为 {with.Otherwise:0.00} 元，没有落实")
                : Held(with.Spans, from, through) && !Held(without.Spans, from, through)
                    ? new(OrderEffect.Waits, "核查期内不变；按新标准测算低于现在发放，下次核查后须先听取意见")
                : new(OrderEffect.None);
        }

        // Another decision already counted the order in.
        if (Same(recorded, with.Spans, from, through))
        {
            return new(OrderEffect.None);
        }

        // Against what is recorded, not what the old figures would give: nobody loses a fen of either without being heard.
        if (BenefitSpans.Losses(recorded, with.Spans, from, deaths) is not [var loss, ..])
        {
            return new(OrderEffect.Raises);
        }

        return BenefitSpans.Losses(recorded, without.Spans, from, deaths) is [var already, ..]
            ? new(OrderEffect.Review, $"{already.BenefitName}现在发放 {already.Before:0.00} 元，现有情况按原标准自 {already.Month} 起只有 {already.After:0.00} 元，没有提标")
            : new(OrderEffect.Waits, $"{loss.BenefitName}现在发放 {loss.Before:0.00} 元，按新标准自 {loss.Month} 起为 {loss.After:0.00} 元，须先听取意见");
    }

    /// <summary>
    /// How far two timelines are to be looked at beside what is recorded: to the first month after everything that is
    /// recorded to end or to begin later. A projection that stopped earlier would let a phase-out go on for ever.
    /// </summary>
    public static BenefitMonth Horizon(IReadOnlyList<BenefitSpan> recorded, BenefitMonth through)
    {
        foreach (var span in recorded)
        {
            through = span.Last is { } last && last >= through ? last.AddMonths(1) : span.From > through ? span.From : through;
        }

        return through;
    }

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

    /// <summary>Persons paid in a month; a line of the whole household counts as one.</summary>
    public static int PersonsAt(IReadOnlyList<BenefitSpan> spans, BenefitMonth month) =>
        spans.Where(s => Covers(s, month)).Select(s => s.PersonId).Distinct().Count();

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

    /// <summary>Whether two timelines pay each person and benefit the same in each of these months.</summary>
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

    // The review lock keeps an amount that the figures would lower (HM-16); after the review it waits for a hearing.
    private static bool Held(IReadOnlyList<BenefitSpan> spans, BenefitMonth from, BenefitMonth through) =>
        spans.Any(s => s.Basis == "held" && s.From <= through && (s.Last is not { } last || from <= last));

    private static HashSet<(Guid?, string, decimal)> Lines(IReadOnlyList<BenefitSpan> spans, BenefitMonth month) =>
        [.. spans.Where(s => Covers(s, month)).Select(s => (s.PersonId, s.Benefit, s.Amount))];

    private static bool Covers(BenefitSpan span, BenefitMonth month) => span.From <= month && (span.Last is not { } last || month <= last);
}
