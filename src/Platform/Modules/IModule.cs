using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace SocialAssistance.Platform.Modules;

/// <summary>A module's front door; found beside the host, so the host names none.</summary>
public interface IModule
{
    /// <summary>The database schema the module owns; its scripts create only there.</summary>
    string Schema { get; }

    /// <summary>Order of migration and demo filling; smaller first.</summary>
    int Order { get; }

    /// <summary>Registers contexts, contracts and jobs. Handlers and validators are found by scanning.</summary>
    void Register(IServiceCollection services, IConfiguration configuration);
}
