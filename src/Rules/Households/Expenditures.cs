using SocialAssistance.Rules.Standards;

namespace SocialAssistance.Rules.Households;

/// <summary>Sums of expenditure, twelfths of a fen per month.</summary>
internal static class Expenditures
{
    /// <summary>Every line of the types, whoever it names; with a member, only the lines that name him.</summary>
    public static long Twelfths(Household household, Choices<ExpenditureType> types, string? member = null)
    {
        var sum = 0L;
        foreach (ref readonly var line in household.Expenditures.AsSpan())
        {
            if (types.Contains(line.Type) && (member is null || line.Member == member))
            {
                sum += line.Period == Period.Month ? line.Amount.Fen * 12 : line.Amount.Fen;
            }
        }

        return sum;
    }
}
