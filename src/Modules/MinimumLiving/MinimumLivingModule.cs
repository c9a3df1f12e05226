using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SocialAssistance.Contracts.Programs;
using SocialAssistance.Platform.Modules;

namespace SocialAssistance.MinimumLiving;

/// <summary>Minimum living allowance (最低生活保障，低保): brings a case's facts to the core and its answer back.</summary>
public sealed class MinimumLivingModule : IModule
{
    /// <inheritdoc/>
    public string Schema => "minimum_living";

    /// <inheritdoc/>
    public int Order => 20;

    /// <inheritdoc/>
    public void Register(IServiceCollection services, IConfiguration configuration) =>
        services.AddSingleton<IAssistanceProgram, MinimumLivingProgram>();
}
