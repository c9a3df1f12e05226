using Microsoft.EntityFrameworkCore;
using SocialAssistance.Households.Registry;
using SocialAssistance.Platform.Data;

namespace SocialAssistance.Households.Data;

/// <summary>The registry's tables.</summary>
internal sealed class HouseholdsDb(ModuleDbServices services) : ModuleDb(services)
{
    public override string Schema => "households";

    public DbSet<Person> Persons => Set<Person>();

    public DbSet<Household> Households => Set<Household>();

    public DbSet<Member> Members => Set<Member>();

    public DbSet<Residence> Residences => Set<Residence>();
}
