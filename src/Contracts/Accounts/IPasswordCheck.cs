namespace SocialAssistance.Contracts.Accounts;

/// <summary>Asks the signed-in person for the password again before an act that moves many cases or money.</summary>
public interface IPasswordCheck
{
    /// <summary>Whether the password is the account's; a wrong one counts towards the lockout.</summary>
    Task<bool> IsCorrectAsync(Guid accountId, string password, CancellationToken cancellationToken = default);
}
