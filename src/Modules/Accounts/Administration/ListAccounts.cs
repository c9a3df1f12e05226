using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialAssistance.Accounts.Data;
using SocialAssistance.Contracts.Accounts;
using SocialAssistance.Platform.Messaging;

namespace SocialAssistance.Accounts.Administration;

/// <summary>A page of accounts in the order of their names for log-in.</summary>
/// <param name="Division">Only accounts of this division and below; a full code.</param>
/// <param name="Role">Only accounts that hold this role.</param>
/// <param name="Disabled">Disabled accounts too.</param>
/// <param name="After">Cursor: rows behind this account.</param>
/// <param name="Before">Cursor: rows in front of this account.</param>
internal sealed record ListAccountsQuery(string? Division, string? Role, bool Disabled, string? After, string? Before) : IQuery<AccountPage>;

/// <summary>One page and its neighbours' cursors.</summary>
internal sealed record AccountPage(IReadOnlyList<AccountRow> Rows, int Total, string? After, string? Before);

internal sealed record AccountRow(Guid Id, string Account, string Name, IReadOnlyList<string> Roles, string DivisionCode, string Office, bool Disabled, DateTimeOffset? LockedUntil, DateTimeOffset? LastLoginAt);

internal sealed class ListAccountsHandler(AccountsDb db) : IRequestHandler<ListAccountsQuery, AccountPage>
{
    private const int Size = 20;

    public async Task<AccountPage> Handle(ListAccountsQuery request, CancellationToken cancellationToken)
    {
        var all = db.Users.AsNoTracking().IgnoreAutoIncludes().Where(u => request.Disabled || u.DisabledAt == null);
        if (request.Division is { Length: 12 } division)
        {
            var prefix = Division.PrefixOf(division);
            all = all.Where(u => u.DivisionCode.StartsWith(prefix));
        }

        if (request.Role is { Length: > 0 } role)
        {
            all = all.Where(u => u.Roles.Any(r => r.Role == role));
        }

        var backwards = request.Before is not null;
        var rows = backwards ? all.Where(u => u.Account.CompareTo(request.Before) < 0).OrderByDescending(u => u.Account)
            : request.After is not null ? all.Where(u => u.Account.CompareTo(request.After) > 0).OrderBy(u => u.Account)
            : all.OrderBy(u => u.Account);
        var read = await rows.Take(Size + 1)
            .Select(u => new AccountRow(u.Id, u.Account, u.Name, u.Roles.Select(r => r.Role).ToList(), u.DivisionCode, u.Office, u.DisabledAt != null, u.LockedUntil, u.LastLoginAt))
            .ToListAsync(cancellationToken);
        var more = read.Count > Size;
        var page = read.Take(Size).ToList();
        if (backwards)
        {
            page.Reverse();
        }

        var hasNext = backwards || more;
        var hasPrevious = backwards ? more : request.After is not null;
        return new(page, await all.CountAsync(cancellationToken), hasNext ? page.LastOrDefault()?.Account : null, hasPrevious ? page.FirstOrDefault()?.Account : null);
    }
}
