using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SocialAssistance.Contracts.Demo;
using SocialAssistance.Contracts.Households;
using SocialAssistance.Households.Data;
using SocialAssistance.Households.Demo;
using SocialAssistance.Households.Registry;
using SocialAssistance.Households.Search;
using SocialAssistance.Platform.Modules;

namespace SocialAssistance.Households;

/// <summary>The registry of persons and households, and the search that finds them.</summary>
public sealed class HouseholdsModule : IModule
{
    /// <inheritdoc/>
    public string Schema => "households";

    /// <inheritdoc/>
    public int Order => 30;

    /// <inheritdoc/>
    public void Register(IServiceCollection services, IConfiguration configuration)
    {
        services.AddDbContext<HouseholdsDb>();
        services.AddScoped<IHouseholds, HouseholdRegistry>();
        services.AddScoped<IHouseholdChanges, RegistryChanges>();
        services.AddScoped<SearchQuery>();
        services.AddScoped<IDemoPart, HouseholdsDemo>();
    }
}
