namespace SocialAssistance.Contracts.Accounts;

/// <summary>What other modules may know about accounts: names to show and people to turn to.</summary>
public interface IAccounts
{
    /// <summary>Display names by identifier, in one query; unknown identifiers are left out.</summary>
    Task<IReadOnlyDictionary<Guid, string>> NamesAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken = default);

    /// <summary>Active accounts that hold a role and whose area covers the division, nearest office first.</summary>
    Task<IReadOnlyList<AccountHolder>> HoldersAsync(string role, string divisionCode, CancellationToken cancellationToken = default);
}

/// <summary>An active account as others see it.</summary>
/// <param name="Id">Identifier.</param>
/// <param name="Name">Display name.</param>
/// <param name="Office">Office (单位), e.g. 贡江镇社会救助窗口.</param>
/// <param name="DivisionCode">Twelve-digit code of the division served.</param>
public sealed record AccountHolder(Guid Id, string Name, string Office, string DivisionCode);
