namespace SocialAssistance.Contracts.Accounts;

/// <summary>Fills an empty database with the demonstration county's divisions and accounts.</summary>
public interface IAccountsSeed
{
    /// <summary>Enters what is missing; a second call changes nothing.</summary>
    Task SeedAsync(CancellationToken cancellationToken = default);
}
