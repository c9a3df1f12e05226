using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SocialAssistance.Contracts.Programs;
using SocialAssistance.Platform.Modules;

namespace SocialAssistance.Programs;

/// <summary>The programmes of monthly benefits (救助类型): each brings a case's facts to the core and its answer back.</summary>
public sealed class ProgramsModule : IModule
{
    /// <inheritdoc/>
    public string Schema => "programs";

    /// <inheritdoc/>
    public int Order => 20;

    /// <inheritdoc/>
    public void Register(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<FigureShelf>();
        foreach (var definition in ProgramCatalogue.All)
        {
            services.AddSingleton<IAssistanceProgram>(provider => new CoreProgram(definition, provider.GetRequiredService<FigureShelf>()));
        }
    }
}
