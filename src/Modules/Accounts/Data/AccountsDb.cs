using Microsoft.EntityFrameworkCore;
using SocialAssistance.Platform.Data;

namespace SocialAssistance.Accounts.Data;

internal sealed class AccountsDb(ModuleDbServices services) : ModuleDb(services)
{
    public override string Schema => "accounts";

    public DbSet<DivisionRow> Divisions => Set<DivisionRow>();

    public DbSet<User> Users => Set<User>();

    public DbSet<InterruptedPost> InterruptedPosts => Set<InterruptedPost>();
}
