using SocialAssistance.Rules.Standards;
using SocialAssistance.Rules.Values;

namespace SocialAssistance.Rules.Households;

/// <summary>
/// The figures of one month for both areas; the area of a household is only known once its moves are (HM-02), so each
/// is looked up when it is first needed.
/// </summary>
public sealed class MonthFigures(Resolver resolver, BenefitMonth month)
{
    private HouseholdMonthFigures? _urban;
    private HouseholdMonthFigures? _rural;

    public BenefitMonth Month => month;

    // Two threads may both look up; the results are equal and immutable, so the loser's is simply dropped.
    public HouseholdMonthFigures For(Area area) => area == Area.Urban
        ? _urban ??= new(resolver, month, Area.Urban)
        : _rural ??= new(resolver, month, Area.Rural);
}
