using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SocialAssistance.Platform.TagHelpers.Binding;

namespace SocialAssistance.Platform.Navigation;

internal static class FrontEndRegistration
{
    public static IServiceCollection AddFrontEnd(this IServiceCollection services, IConfiguration configuration)
    {
        services.Configure<SiteOptions>(configuration.GetSection("Site"));
        services.Configure<MvcOptions>(o => o.ModelBinderProviders.Insert(0, new TypedTextBinderProvider()));
        services.AddScoped<NavigationMenu>();
        return services;
    }
}
