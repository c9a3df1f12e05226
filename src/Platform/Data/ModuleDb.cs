using Microsoft.EntityFrameworkCore;
using SocialAssistance.Platform.Audit;
using SocialAssistance.Platform.Security;

namespace SocialAssistance.Platform.Data;

/// <summary>What a module's context needs from the platform, as one constructor argument.</summary>
public sealed class ModuleDbServices(UnitOfWork unitOfWork, IAuditTrail audit, ICurrentUser user)
{
    /// <summary>The shared connection and transaction.</summary>
    public UnitOfWork UnitOfWork { get; } = unitOfWork;

    /// <summary>Where each saved change is recorded.</summary>
    public IAuditTrail Audit { get; } = audit;

    /// <summary>Whose area filters every query.</summary>
    public ICurrentUser User { get; } = user;
}

/// <summary>
/// Base of each module's context: own schema, snake_case names, shared connection, area filter, and an audit row for
/// every change. Entities that lie in an area implement <see cref="IInArea"/> and are filtered in every query.
/// </summary>
public abstract class ModuleDb(ModuleDbServices services) : DbContext
{
    /// <summary>The database schema this module owns.</summary>
    public abstract string Schema { get; }

    /// <summary>Division-code prefix of the current user; empty for jobs. Read by the query filters.</summary>
    public string AreaPrefix => services.User.AreaPrefix;

    /// <summary>First code after the user's area, so that the filter is a range an index answers.</summary>
    public string AreaEnd => DivisionRange.End(AreaPrefix);

    /// <inheritdoc/>
    protected override void OnConfiguring(DbContextOptionsBuilder options)
    {
        options.UseNpgsql(services.UnitOfWork.Connection).UseSnakeCaseNamingConvention();
        Database.AutoTransactionBehavior = AutoTransactionBehavior.Never;
    }

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configuration)
    {
        configuration.Properties<decimal>().HaveColumnType("numeric(14,2)");
        configuration.Properties<Enum>().HaveConversion<string>();
    }

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder model)
    {
        model.HasDefaultSchema(Schema);
        model.ApplyConfigurationsFromAssembly(GetType().Assembly);
        foreach (var entity in model.Model.GetEntityTypes().Where(e => typeof(IInArea).IsAssignableFrom(e.ClrType)).Select(e => e.ClrType).ToArray())
        {
            FilterMethod.MakeGenericMethod(entity).Invoke(this, [model]);
        }
    }

    /// <inheritdoc/>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        if (!services.UnitOfWork.InTransaction)
        {
            throw new InvalidOperationException("Save inside a command or UnitOfWork.RunAsync, so that state, audit and queued work commit together.");
        }

        ChangeTracker.DetectChanges();
        var changes = EntityChanges.Of(ChangeTracker);
        var saved = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        await services.Audit.ChangedAsync(changes, cancellationToken);
        return saved;
    }

    private static readonly System.Reflection.MethodInfo FilterMethod =
        typeof(ModuleDb).GetMethod(nameof(Filter), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Instance)!;

    private void Filter<T>(ModelBuilder model) where T : class, IInArea =>
        model.Entity<T>().HasQueryFilter(e => string.Compare(e.DivisionCode, AreaPrefix) >= 0 && string.Compare(e.DivisionCode, AreaEnd) < 0);
}

/// <summary>An entity that lies in an administrative division (行政区划); queries see only the current user's area.</summary>
public interface IInArea
{
    /// <summary>Twelve-digit statistical division code of the village; townships fill with zeros.</summary>
    string DivisionCode { get; }
}
