using SocialAssistance.Rules.Determinations;
using SocialAssistance.Rules.Standards;
using SocialAssistance.Rules.Timelines;
using SocialAssistance.Rules.Values;

namespace SocialAssistance.Contracts.Programs;

/// <summary>Compares what a case pays with what it would pay.</summary>
public static class BenefitSpans
{
    /// <summary>Who gets less from which month on (HM-35): the dead are left out. Looks as far as anything still changes.</summary>
    /// <param name="before">What is due as recorded; overlapping stretches are added up.</param>
    /// <param name="after">What would be due.</param>
    /// <param name="from">First month that is decided anew.</param>
    /// <param name="deaths">Last month of each person who died.</param>
    public static IReadOnlyList<BenefitLoss> Losses(IReadOnlyList<BenefitSpan> before, IReadOnlyList<BenefitSpan> after, BenefitMonth from, IReadOnlyDictionary<Guid, BenefitMonth> deaths)
    {
        var through = before.Concat(after).SelectMany(s => new[] { s.From, (s.Last ?? s.From).AddMonths(1) }).Append(from).MaxBy(m => m.Index);
        var names = before.Concat(after).Where(s => s.PersonId is not null).DistinctBy(s => s.PersonId).ToDictionary(s => $"{s.PersonId:N}", s => s.PersonName);
        return
        [
            .. TimelineRevision.Losses([.. before.Select(Span)], [.. after.Select(Span)], from, through, deaths.ToDictionary(d => $"{d.Key:N}", d => d.Value))
                .Select(l => new BenefitLoss(l.Member is { } m ? names[m] : "全户", Wording.Of(l.Benefit), l.Month, l.Before.Yuan, l.After.Yuan)),
        ];
    }

    private static TimelineSpan Span(BenefitSpan span) => new(
        span.PersonId?.ToString("N"),
        Vocabulary<Benefit>.TryParse(span.Benefit, out var benefit) ? benefit : throw new ArgumentException($"\"{span.Benefit}\" is no benefit."),
        new(span.Amount), Basis.Difference, span.From, span.Last);
}

/// <summary>Somebody would get less from a month on.</summary>
public sealed record BenefitLoss(string PersonName, string BenefitName, BenefitMonth Month, decimal Before, decimal After);
