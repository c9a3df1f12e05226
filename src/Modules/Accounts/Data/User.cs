using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialAssistance.Contracts.Accounts;
using SocialAssistance.Platform.Audit;

namespace SocialAssistance.Accounts.Data;

/// <summary>A person who may log in. Accounts are disabled, never deleted: their names stand in the trail.</summary>
internal sealed class User
{
    private readonly HashSet<UserRole> _roles = [];

    public User(Guid id, string account, string name, string divisionCode, string office)
    {
        (Id, Account, Name, DivisionCode, Office) = (id, account, name, divisionCode, office);
        PasswordHash = "";
        SecurityStamp = NewStamp();
    }

    public Guid Id { get; private set; }

    public string Account { get; private set; }

    public string Name { get; private set; }

    [NotAudited]
    public string PasswordHash { get; private set; }

    /// <summary>Changes whenever open sessions must end: new password, new rights, disabled.</summary>
    [NotAudited]
    public string SecurityStamp { get; private set; }

    public string DivisionCode { get; private set; }

    public string Office { get; private set; }

    public bool MustChangePassword { get; private set; }

    public DateTimeOffset? DisabledAt { get; private set; }

    public string? DisabledReason { get; private set; }

    public string? HandOver { get; private set; }

    [NotAudited]
    public int Version { get; private set; }

    public int FailedCount { get; private set; }

    public DateTimeOffset? FirstFailedAt { get; private set; }

    public DateTimeOffset? LockedUntil { get; private set; }

    public DateTimeOffset? LastLoginAt { get; private set; }

    public IReadOnlyCollection<UserRole> Roles => _roles;

    public string AreaPrefix => Division.PrefixOf(DivisionCode);

    /// <summary>How tightly lists are drawn for this person; one of <see cref="Densities"/>.</summary>
    public string Density { get; set; } = Densities.Compact;

    public bool IsLocked(DateTimeOffset now) => LockedUntil > now;

    public void Describe(string name, string divisionCode, string office)
    {
        if (divisionCode != DivisionCode)
        {
            SecurityStamp = NewStamp();
        }

        (Name, DivisionCode, Office) = (name, divisionCode, office);
        Version++;
    }

    public void Hold(IReadOnlyCollection<string> roles)
    {
        if (_roles.Select(r => r.Role).ToHashSet().SetEquals(roles))
        {
            return;
        }

        _roles.RemoveWhere(r => !roles.Contains(r.Role));
        _roles.UnionWith(roles.Except(_roles.Select(r => r.Role)).Select(r => new UserRole(Id, r)).ToArray());
        SecurityStamp = NewStamp();
        Version++;
    }

    public void SetPassword(string hash, bool mustChange)
    {
        (PasswordHash, MustChangePassword, SecurityStamp) = (hash, mustChange, NewStamp());
        (FailedCount, FirstFailedAt, LockedUntil) = (0, null, null);
        Version++;
    }

    /// <summary>Same password, newer hash; sessions go on.</summary>
    public void Rehash(string hash) => PasswordHash = hash;

    public void Disable(DateTimeOffset now, string reason, string handOver)
    {
        (DisabledAt, DisabledReason, HandOver, SecurityStamp) = (now, reason, handOver, NewStamp());
        Version++;
    }

    public void Enable()
    {
        (DisabledAt, DisabledReason, HandOver) = (null, null, null);
        (FailedCount, FirstFailedAt, LockedUntil) = (0, null, null);
        Version++;
    }

    private static string NewStamp() => Guid.NewGuid().ToString("n");

    internal sealed class Mapping : IEntityTypeConfiguration<User>
    {
        public void Configure(EntityTypeBuilder<User> user)
        {
            user.ToTable("users");
            user.Property(u => u.DivisionCode).UseCollation("C");
            user.Property(u => u.Version).IsConcurrencyToken();
            user.HasIndex(u => u.Account).IsUnique();
            user.HasOne<DivisionRow>().WithMany().HasForeignKey(u => u.DivisionCode).OnDelete(DeleteBehavior.Restrict);
            user.HasMany(u => u.Roles).WithOne().HasForeignKey(r => r.UserId);
            user.Navigation(u => u.Roles).AutoInclude();
            user.Ignore(u => u.AreaPrefix);
        }
    }
}

/// <summary>One role held by one account.</summary>
internal sealed record UserRole(Guid UserId, string Role)
{
    internal sealed class Mapping : IEntityTypeConfiguration<UserRole>
    {
        public void Configure(EntityTypeBuilder<UserRole> role)
        {
            role.ToTable("user_roles");
            role.HasKey(r => new { r.UserId, r.Role });
            role.HasIndex(r => r.Role);
        }
    }
}
