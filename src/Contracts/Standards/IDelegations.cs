namespace SocialAssistance.Contracts.Standards;

/// <summary>Delegation (委托下放) of confirmation to townships.</summary>
public interface IDelegations
{
    /// <summary>The delegation by which this township may confirm this programme and amount on this day; null: the county decides.</summary>
    /// <param name="townshipCode">Twelve-digit code of the township.</param>
    /// <param name="program">Code of the programme.</param>
    /// <param name="monthlyAmount">Yuan per month to be confirmed.</param>
    /// <param name="day">Day of the decision.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task<DelegationInForce?> FindAsync(string townshipCode, string program, decimal monthlyAmount, DateOnly day, CancellationToken cancellationToken = default);

    /// <summary>Everything that is delegated on a day to townships of an area, for lists of what waits for whom.</summary>
    Task<IReadOnlyList<DelegatedConfirmation>> InForceAsync(DateOnly day, string divisionPrefix, CancellationToken cancellationToken = default);
}

/// <summary>A township confirms a programme up to an amount; null: without limit.</summary>
public sealed record DelegatedConfirmation(string TownshipCode, string Program, decimal? UpTo);

/// <summary>A delegation in force with the document it rests on.</summary>
public sealed record DelegationInForce(Guid Id, decimal? UpTo, string Source);

/// <summary>Fills a demonstration or test county with what every county has besides its figures: its delegations.</summary>
public interface IStandardsSeed
{
    /// <summary>Delegates to every township the programmes the county's figures name (权限下放项目), by the document they cite; does nothing where there is any delegation.</summary>
    Task SeedAsync(CancellationToken cancellationToken = default);
}
