using Microsoft.EntityFrameworkCore;
using SocialAssistance.Accounts.Data;
using SocialAssistance.Contracts.Accounts;

namespace SocialAssistance.Accounts.Users;

/// <inheritdoc cref="IAccounts"/>
internal sealed class AccountBook(AccountsDb db) : IAccounts
{
    public async Task<IReadOnlyDictionary<Guid, string>> NamesAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) =>
        ids.Count == 0
            ? new Dictionary<Guid, string>()
            : await db.Users.AsNoTracking().IgnoreAutoIncludes().Where(u => ids.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.Name, cancellationToken);

    public async Task<IReadOnlyList<AccountHolder>> HoldersAsync(string role, string divisionCode, CancellationToken cancellationToken)
    {
        var covering = new[] { divisionCode, Division.TownshipOf(divisionCode), divisionCode[..6] + "000000" };
        var holders = await db.Users.AsNoTracking().IgnoreAutoIncludes()
            .Where(u => u.DisabledAt == null && covering.Contains(u.DivisionCode) && u.Roles.Any(r => r.Role == role))
            .Select(u => new AccountHolder(u.Id, u.Name, u.Office, u.DivisionCode))
            .ToListAsync(cancellationToken);
        return holders.OrderByDescending(h => Division.PrefixOf(h.DivisionCode).Length).ThenBy(h => h.Id).ToArray();
    }
}
