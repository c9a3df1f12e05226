using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace SocialAssistance.Platform.Audit;

/// <summary>Reads before and after of every tracked change, column by column.</summary>
internal static class EntityChanges
{
    public static IReadOnlyList<EntityChange> Of(ChangeTracker tracker) =>
        tracker.Entries()
            .Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted && !e.Metadata.IsOwned() && !IsLeftOut(e.Metadata.ClrType))
            .Select(Read)
            .Where(c => c.Action != "changed" || c.After!.Count > 0)
            .ToArray();

    private static EntityChange Read(EntityEntry entry)
    {
        var changed = entry.Properties
            .Where(p => (entry.State != EntityState.Modified || p.IsModified) && !(p.Metadata.PropertyInfo is { } property && IsLeftOut(property)))
            .ToArray();
        return new(
            entry.State switch { EntityState.Added => "added", EntityState.Deleted => "deleted", _ => "changed" },
            entry.Metadata.ClrType.Name,
            string.Join('/', entry.Metadata.FindPrimaryKey()!.Properties.Select(p => entry.Property(p.Name).CurrentValue)),
            (entry.Entity as IOfCase)?.CaseId,
            entry.State == EntityState.Added ? null : changed.ToDictionary(p => p.Metadata.Name, p => p.OriginalValue),
            entry.State == EntityState.Deleted ? null : changed.ToDictionary(p => p.Metadata.Name, p => p.CurrentValue));
    }

    private static bool IsLeftOut(MemberInfo member) => member.IsDefined(typeof(NotAuditedAttribute), inherit: true);
}
