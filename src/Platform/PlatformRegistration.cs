using System.Text.Unicode;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.WebEncoders;
using Npgsql;
using SocialAssistance.Platform.Audit;
using SocialAssistance.Platform.Data;
using SocialAssistance.Platform.Jobs;
using SocialAssistance.Platform.Modules;
using SocialAssistance.Platform.Navigation;
using SocialAssistance.Platform.Security;
using SocialAssistance.Platform.Time;

namespace SocialAssistance.Platform;

/// <summary>Registers everything the platform offers to modules.</summary>
public static class PlatformRegistration
{
    /// <summary>Adds data access, audit, access control, jobs and encoders; the connection string is <c>ConnectionStrings:Main</c>.</summary>
    public static IServiceCollection AddPlatform(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(configuration.GetValue("Demo", false) ? new DemoClock(TimeProvider.System) : TimeProvider.System);
        services.AddHttpContextAccessor();
        services.AddSingleton(_ => new NpgsqlDataSourceBuilder(configuration.GetConnectionString("Main")
            ?? throw new InvalidOperationException("ConnectionStrings:Main is missing. Start with ./dev run, or set ConnectionStrings__Main.")).Build());
        services.AddScoped<UnitOfWork>();
        services.AddScoped<IVerb, SchemaVerb>();
        services.AddSingleton<ICurrentUser, HttpUser>();
        services.AddScoped<IAuditTrail, AuditTrail>();
        services.AddScoped<AuditChain>();
        services.AddScoped<IAuditChain>(s => s.GetRequiredService<AuditChain>());
        services.AddScoped<IAuditVerification, AuditVerification>();
        services.AddHostedService<AuditSealing>();
        services.AddScoped<IJobs, JobQueue>();
        services.AddSingleton<JobRunner>();
        services.AddHostedService<JobWorker>();

        services.AddSingleton(PermissionTable.Shipped);
        services.AddSingleton<IAccess, Access>();
        services.AddSingleton<IAuthorizationPolicyProvider, ActionPolicies>();
        services.AddSingleton<IAuthorizationHandler, ActionHandler>();
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAssertion(_ => false).Build());

        services.AddDbContext<PlatformDb>();
        services.AddDataProtection().SetApplicationName("SocialAssistance").PersistKeysToDbContext<PlatformDb>();
        services.AddFrontEnd(configuration);
        services.Configure<WebEncoderOptions>(o => o.TextEncoderSettings = new(UnicodeRanges.All));
        return services;
    }
}
