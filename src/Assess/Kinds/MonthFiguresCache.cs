using SocialAssistance.Rules.Households;
using SocialAssistance.Rules.Standards;
using SocialAssistance.Rules.Values;

namespace SocialAssistance.Assess.Kinds;

/// <summary>
/// Figures of the months asked for lately, where a request neither overrides a value nor looks back: a county sends many
/// households of the same month. Bounded, so memory stays flat.
/// </summary>
internal sealed class MonthFiguresCache
{
    private const int Most = 64;
    private readonly Dictionary<(PolicyBook, BenefitMonth), MonthFigures> _months = [];

    public MonthFigures For(PolicyContext policy, BenefitMonth month)
    {
        if (policy.HasOverrides || policy.KnownAt is not null)
        {
            return new(policy.Figures, month);
        }

        if (_months.TryGetValue((policy.Book, month), out var known))
        {
            return known;
        }

        if (_months.Count == Most)
        {
            _months.Clear();
        }

        return _months[(policy.Book, month)] = new(policy.Figures, month);
    }
}
