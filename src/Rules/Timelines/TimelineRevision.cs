using System.Collections.Immutable;
using SocialAssistance.Rules.Determinations;
using SocialAssistance.Rules.Households;
using SocialAssistance.Rules.Values;

namespace SocialAssistance.Rules.Timelines;

/// <summary>
/// What of a projection may be paid, and who loses by it. Nobody loses anything by the passing of time alone: a month in
/// which somebody would get less waits for a decision (社会救助法 第四十八条), unless a phase-out decided earlier runs out.
/// </summary>
public static class TimelineRevision
{
    /// <summary>
    /// The projection as far as decisions reach. From a month that would take something away without one, what stands goes
    /// on standing until the next decision; so it does while a figure is missing.
    /// </summary>
    /// <param name="projected">The months as the rules give them.</param>
    /// <param name="decided">Months from which a decision counts.</param>
    public static ImmutableArray<TimelineMonth> Decided(ImmutableArray<TimelineMonth> projected, IReadOnlySet<BenefitMonth> decided)
    {
        var months = ImmutableArray.CreateBuilder<TimelineMonth>(projected.Length);
        TimelineMonth? standing = null;
        var waits = false;
        foreach (var month in projected)
        {
            waits = !decided.Contains(month.Month) && (waits || (month.HearingRequired
                && standing is not { Phase: TimelinePhase.EmploymentPhaseOut or TimelinePhase.DeathPhaseOut }));
            var kept = standing is not null && (waits || month.Phase == TimelinePhase.Undetermined);
            months.Add(kept ? standing! with { Month = month.Month, HearingRequired = false, Awaits = waits, Result = month.Result } : month);
            standing = month.Phase == TimelinePhase.Undetermined ? standing : months[^1];
        }

        return months.DrainToImmutable();
    }

    /// <summary>The months as stretches of one amount per person and benefit; one that reaches the last month is open.</summary>
    public static ImmutableArray<TimelineSpan> Spans(ImmutableArray<TimelineMonth> months)
    {
        var spans = ImmutableArray.CreateBuilder<TimelineSpan>();
        var running = new List<TimelineSpan>();
        foreach (var month in months)
        {
            for (var i = running.Count - 1; i >= 0; i--)
            {
                if (!month.Lines.Any(line => Same(running[i], line)))
                {
                    spans.Add(running[i] with { Last = month.Month.AddMonths(-1) });
                    running.RemoveAt(i);
                }
            }

            foreach (var line in month.Lines)
            {
                if (!running.Exists(span => Same(span, line)))
                {
                    running.Add(new(line.Member, line.Benefit, line.Amount, line.Basis, month.Month, null));
                }
            }
        }

        spans.AddRange(running);
        spans.Sort(static (a, b) => (a.From.Index, a.Benefit, a.Member ?? "").CompareTo((b.From.Index, b.Benefit, b.Member ?? "")));
        return spans.DrainToImmutable();
    }

    /// <summary>
    /// The first month in which each line falls (HM-35): the dead are left out, so is the emergency uplift; where a line
    /// of the whole household occurs on either side, sums are compared.
    /// </summary>
    public static ImmutableArray<TimelineLoss> Losses(
        ImmutableArray<TimelineSpan> before, ImmutableArray<TimelineSpan> after, BenefitMonth from, BenefitMonth through, IReadOnlyDictionary<string, BenefitMonth> lastMonths)
    {
        var losses = ImmutableArray.CreateBuilder<TimelineLoss>();
        for (var month = from; month <= through; month = month.AddMonths(1))
        {
            foreach (var group in Of(before, month).Where(span => !Died(span.Member, month, lastMonths)).GroupBy(span => span.Benefit))
            {
                var now = Of(after, month).Where(span => span.Benefit == group.Key).ToArray();
                var together = group.Any(span => span.Member is null) || now.Any(span => span.Member is null);
                var compared = together ? [new TimelineLoss(null, group.Key, month, Sum(group), Sum(now))]
                    : group.GroupBy(span => span.Member).Select(own => new TimelineLoss(own.Key, group.Key, month, Sum(own), Sum(now.Where(span => span.Member == own.Key))));
                losses.AddRange(compared.Where(loss => loss.After < loss.Before && !losses.Any(known => known.Member == loss.Member && known.Benefit == loss.Benefit)));
            }
        }

        return losses.ToImmutable();
    }

    private static IEnumerable<TimelineSpan> Of(ImmutableArray<TimelineSpan> spans, BenefitMonth month) =>
        spans.Where(span => span.Benefit != Benefit.EmergencyUplift && span.From <= month && (span.Last is not { } last || month <= last));

    private static bool Died(string? member, BenefitMonth month, IReadOnlyDictionary<string, BenefitMonth> lastMonths) =>
        member is not null && lastMonths.TryGetValue(member, out var last) && last < month;

    private static bool Same(TimelineSpan span, Entitlement line) =>
        span.Member == line.Member && span.Benefit == line.Benefit && span.Amount == line.Amount && span.Basis == line.Basis;

    private static Money Sum(IEnumerable<TimelineSpan> spans) => Money.FromFen(spans.Sum(span => span.Amount.Fen));
}

/// <summary>One amount over a stretch of months; without a last month it goes on.</summary>
public sealed record TimelineSpan(string? Member, Benefit Benefit, Money Amount, Basis Basis, BenefitMonth From, BenefitMonth? Last);

/// <summary>Somebody gets less from a month on; no member: the household as a whole.</summary>
public sealed record TimelineLoss(string? Member, Benefit Benefit, BenefitMonth Month, Money Before, Money After);
