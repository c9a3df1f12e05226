using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialAssistance.Accounts.Data;
using SocialAssistance.Contracts.Accounts;
using SocialAssistance.Platform.Messaging;
using SocialAssistance.Platform.Security;

namespace SocialAssistance.Accounts.Administration;

/// <summary>Changes what an account's owner is called, where they work and what they may do.</summary>
/// <param name="Id">The account.</param>
/// <param name="Version">The version the form was filled from; another one means somebody changed it meanwhile.</param>
/// <param name="Name">Display name.</param>
/// <param name="DivisionCode">Division served.</param>
/// <param name="Office">Office.</param>
/// <param name="Roles">All roles to be held.</param>
internal sealed record EditAccountCommand(Guid Id, int Version, string? Name, string? DivisionCode, string? Office, IReadOnlyCollection<string> Roles) : ICommand<bool>, IAccountDetails;

internal sealed class EditAccountValidator(IDivisions divisions) : AccountDetailsValidator<EditAccountCommand>(divisions);

internal sealed class EditAccountHandler(AccountsDb db, ICurrentUser current) : IRequestHandler<EditAccountCommand, Result<bool>>
{
    public const string Conflict = "accounts.changed-meanwhile";

    public async Task<Result<bool>> Handle(EditAccountCommand request, CancellationToken cancellationToken)
    {
        var user = await db.Users.SingleAsync(u => u.Id == request.Id, cancellationToken);
        if (user.Version != request.Version)
        {
            return new Refusal(Conflict, "这个账号刚才被别人改过。下面列出不同之处，核对后可以再次保存");
        }

        if (user.Id == current.Id && !request.Roles.Contains(Platform.Security.Roles.Administrator))
        {
            return new Refusal("accounts.own-rights", "不能去掉本人的管理员岗位，请由另一名管理员办理");
        }

        user.Describe(request.Name!.Trim(), request.DivisionCode!, request.Office!.Trim());
        user.Hold(request.Roles);
        await db.SaveChangesAsync(cancellationToken);
        return true;
    }
}
