using SocialAssistance.Rules.Standards;
using SocialAssistance.Rules.Values;

namespace SocialAssistance.Contracts.Disbursement;

/// <summary>Who pays for a programme (资金来源).</summary>
public interface IFundingShares
{
    /// <summary>What the levels of government pay per person in a month, from the top; a level nothing is known of is left out.</summary>
    /// <param name="program">Code of the programme.</param>
    /// <param name="month">The month.</param>
    /// <param name="book">Figures that count where nothing was entered by hand, e.g. with a draft version applied.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task<IReadOnlyList<FundingShare>> OfAsync(string program, BenefitMonth month, PolicyBook book, CancellationToken cancellationToken = default);
}

/// <summary>A level's share.</summary>
/// <param name="Level">Stable code, e.g. <c>county</c>.</param>
/// <param name="LevelName">Its name, e.g. 县级.</param>
/// <param name="Area"><c>urban</c> or <c>rural</c>.</param>
/// <param name="PerPerson">Yuan per person and month, or year.</param>
/// <param name="Yearly">The document states a rate per year.</param>
/// <param name="Source">Number and article of the document.</param>
public sealed record FundingShare(string Level, string LevelName, string Area, decimal PerPerson, bool Yearly, string Source)
{
    /// <summary>Yuan a month for so many persons; of a rate per year the twelfth of all together, rounded once.</summary>
    public decimal Of(int persons) => Yearly ? decimal.Round(persons * PerPerson / 12, 2, MidpointRounding.AwayFromZero) : persons * PerPerson;
}
