using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using SocialAssistance.Accounts.Data;
using SocialAssistance.Accounts.Divisions;
using SocialAssistance.Contracts.Accounts;
using SocialAssistance.Platform.Data;

namespace SocialAssistance.Accounts.Demo;

/// <inheritdoc cref="IAccountsSeed"/>
internal sealed class AccountsSeed(UnitOfWork unitOfWork, AccountsDb db, IPasswordHasher<User> hasher, DivisionBook divisions) : IAccountsSeed
{
    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        await unitOfWork.RunAsync(
            async () =>
            {
                // Two processes may start on one empty database.
                await unitOfWork.ExecuteAsync("select pg_advisory_xact_lock(5702)", [], cancellationToken);
                if (await db.Divisions.AnyAsync(cancellationToken))
                {
                    return;
                }

                db.Divisions.AddRange(DemoCounty.Divisions().Select(d => new DivisionRow(d.Code, d.Name, d.Level, d.Parent)));
                foreach (var demo in DemoAccounts.All)
                {
                    var user = new User(demo.Id, demo.Account, demo.Name, demo.DivisionCode, demo.Office);
                    user.SetPassword(hasher.HashPassword(user, DemoAccounts.Password), mustChange: false);
                    user.Hold([demo.Role]);
                    db.Users.Add(user);
                }

                await db.SaveChangesAsync(cancellationToken);
            },
            cancellationToken);
        divisions.Forget();
    }
}
