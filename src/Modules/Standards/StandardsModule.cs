using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SocialAssistance.Contracts.Demo;
using SocialAssistance.Contracts.Standards;
using SocialAssistance.Platform.Jobs;
using SocialAssistance.Platform.Modules;
using SocialAssistance.Platform.Navigation;
using SocialAssistance.Policies;
using SocialAssistance.Standards.Calendar;
using SocialAssistance.Standards.Checks;
using SocialAssistance.Standards.Data;
using SocialAssistance.Standards.Delegations;
using SocialAssistance.Standards.Demo;
using SocialAssistance.Standards.Documents;
using SocialAssistance.Standards.Figures;
using SocialAssistance.Standards.Impact;
using SocialAssistance.Standards.Versions;

namespace SocialAssistance.Standards;

/// <summary>The county's figures, settings and working days.</summary>
public sealed class StandardsModule : IModule
{
    /// <inheritdoc/>
    public string Schema => "standards";

    /// <inheritdoc/>
    public int Order => 10;

    /// <inheritdoc/>
    public void Register(IServiceCollection services, IConfiguration configuration)
    {
        services.AddDbContext<StandardsDb>();
        services.AddSingleton(_ => PolicyLibrary.Load());
        services.AddSingleton<PublishedFigures>();
        services.AddSingleton<ICountySettings, CountySettings>();
        services.AddScoped<IStandardVersions, StandardVersions>();
        services.AddScoped<FigureStore>();
        services.AddScoped<VersionDesk>();
        services.AddScoped<VersionChecks>();
        services.AddSingleton<INavigation, StandardsNavigation>();
        services.AddHostedService<RegisterShippedPapers>();
        services.AddSingleton<WorkingCalendar>();
        services.AddScoped<ImpactCalculation>();
        services.AddScoped<ImpactQuery>();
        services.AddScoped<IJobHandler, ImpactJob>();
        services.AddScoped<CalendarBook>();
        services.AddScoped<ImportCalendar>();
        services.AddScoped<IDelegations, DelegationBook>();
        services.AddScoped<IStandardsSeed, StandardsSeed>();
        services.AddScoped<IVerb>(s => s.GetRequiredService<ImportCalendar>());
        services.AddHostedService<DemoCalendar>();
        services.AddSingleton<IWorkingCalendar>(s => s.GetRequiredService<WorkingCalendar>());
        services.AddHostedService<DemoDelegations>();
        services.AddScoped<IDemoStory, DemoFigures>();
    }
}
