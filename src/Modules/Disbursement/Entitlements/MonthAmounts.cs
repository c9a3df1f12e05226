using SocialAssistance.Contracts.Programs;

namespace SocialAssistance.Disbursement.Entitlements;

/// <summary>One person's benefit, month by month: what is recorded and what is due now, from the first revised month to where both go on unchanged.</summary>
internal sealed class MonthAmounts
{
    private readonly List<(DateOnly Month, decimal Before, decimal After, bool Elsewhere)> _months = [];

    /// <param name="rows">What is recorded.</param>
    /// <param name="lines">What is due now.</param>
    /// <param name="from">First revised month.</param>
    /// <param name="settled">Last month paid elsewhere.</param>
    /// <param name="placeIn">The village that answers for a month; null for a month that is over, which stays where it was.</param>
    public MonthAmounts(KnownEntitlement[] rows, BenefitSpan[] lines, DateOnly from, DateOnly? settled, Func<DateOnly, string?> placeIn)
    {
        var through = rows.SelectMany(r => new[] { r.Row.FromMonth, r.Last?.AddMonths(1) ?? from })
            .Concat(lines.SelectMany(l => new[] { l.From.FirstDay, l.Last?.FirstDay.AddMonths(1) ?? from })).Append(from).Append(settled?.AddMonths(1) ?? from).Max();
        for (var month = from; month <= through; month = month.AddMonths(1))
        {
            var covering = rows.Where(r => r.Covers(month)).ToArray();
            _months.Add((
                month, covering.Sum(r => r.Row.Amount),
                lines.Where(l => l.From.FirstDay <= month && (l.Last is not { } last || month <= last.FirstDay)).Sum(l => l.Amount),
                placeIn(month) is { } place && covering.Any(r => r.Row.DivisionCode != place)));
        }
    }

    /// <summary>First month after those paid elsewhere that is due otherwise than recorded, or in another place.</summary>
    public DateOnly? FirstDifference(DateOnly? settled) =>
        _months.Where(m => (settled is not { } last || m.Month > last) && (m.Before != m.After || (m.Elsewhere && m.After > 0))).Select(m => (DateOnly?)m.Month).FirstOrDefault();

    /// <summary>Stretches paid elsewhere, in which more is due than was recorded.</summary>
    public IEnumerable<(DateOnly First, DateOnly Last, decimal More)> Raises(DateOnly? settled)
    {
        (DateOnly First, DateOnly Last, decimal More)? open = null;
        foreach (var (month, before, after, _) in _months.Where(m => settled is { } last && m.Month <= last))
        {
            var more = Math.Max(0, after - before);
            if (open is { } known && (known.More != more || known.Last.AddMonths(1) != month))
            {
                yield return known;
                open = null;
            }

            open = more == 0 ? null : open is { } running ? (running.First, month, more) : (month, month, more);
        }

        if (open is { } rest)
        {
            yield return rest;
        }
    }
}
