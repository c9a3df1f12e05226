using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialAssistance.Accounts.Data;
using SocialAssistance.Platform.Messaging;
using SocialAssistance.Platform.Security;

namespace SocialAssistance.Accounts.Density;

/// <summary>Sets how tightly lists are drawn on the current user's screens, on whichever computer they log in.</summary>
internal sealed record ChooseDensityCommand(string? Density) : ICommand<User>;

internal sealed class ChooseDensityValidator : AbstractValidator<ChooseDensityCommand>
{
    public ChooseDensityValidator() => RuleFor(c => c.Density).Must(d => d is not null && Densities.Names.ContainsKey(d)).WithMessage("请选择紧凑、标准或宽松");
}

internal sealed class ChooseDensityHandler(AccountsDb db, ICurrentUser current) : IRequestHandler<ChooseDensityCommand, Result<User>>
{
    public async Task<Result<User>> Handle(ChooseDensityCommand request, CancellationToken cancellationToken)
    {
        var user = await db.Users.SingleAsync(u => u.Id == current.Id, cancellationToken);
        user.Density = request.Density!;
        await db.SaveChangesAsync(cancellationToken);
        return user;
    }
}
