using SocialAssistance.Contracts.Accounts;
using SocialAssistance.Platform.Security;

namespace SocialAssistance.Cases.Visits;

/// <summary>Colleagues who may go along: clerks of the township and the village's assistant.</summary>
internal static class SecondInvestigators
{
    public static async Task<IReadOnlyList<AccountHolder>> OfAsync(IAccounts accounts, string divisionCode, Guid? except, CancellationToken cancellationToken)
    {
        var clerks = await accounts.HoldersAsync(Roles.WindowClerk, divisionCode, cancellationToken);
        var assistants = await accounts.HoldersAsync(Roles.VillageAssistant, divisionCode, cancellationToken);
        return [.. clerks.Concat(assistants).Where(a => a.Id != except).DistinctBy(a => a.Id)];
    }
}
