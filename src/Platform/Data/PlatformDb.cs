using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace SocialAssistance.Platform.Data;

/// <summary>The platform's own tables that the framework reads through EF: the keys that protect cookies and forms.</summary>
internal sealed class PlatformDb(NpgsqlDataSource dataSource) : DbContext, IDataProtectionKeyContext
{
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    protected override void OnConfiguring(DbContextOptionsBuilder options) => options.UseNpgsql(dataSource).UseSnakeCaseNamingConvention();

    protected override void OnModelCreating(ModelBuilder model) => model.HasDefaultSchema("platform");
}
