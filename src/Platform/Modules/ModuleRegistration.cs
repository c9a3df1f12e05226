using System.Reflection;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SocialAssistance.Platform.Data;
using SocialAssistance.Platform.Messaging;

namespace SocialAssistance.Platform.Modules;

/// <summary>Finds every module next to the host and registers it.</summary>
public static class ModuleRegistration
{
    private static readonly Type[] Scanned = [typeof(IRequestHandler<,>), typeof(INotificationHandler<>), typeof(IValidator<>)];

    /// <summary>The modules of this build, in migration order.</summary>
    public static IReadOnlyList<IModule> Modules { get; } =
        Directory.EnumerateFiles(AppContext.BaseDirectory, "SocialAssistance.*.dll")
            .Where(f => !Path.GetFileName(f).Contains("Test", StringComparison.Ordinal))
            .Select(f => Assembly.Load(new AssemblyName(Path.GetFileNameWithoutExtension(f))))
            .SelectMany(a => a.GetTypes())
            .Where(t => t is { IsClass: true, IsAbstract: false } && typeof(IModule).IsAssignableFrom(t))
            .Select(t => (IModule)Activator.CreateInstance(t)!)
            .OrderBy(m => m.Order)
            .ThenBy(m => m.Schema, StringComparer.Ordinal)
            .ToArray();

    /// <summary>Schemas and assemblies that hold migration scripts; the platform first.</summary>
    public static IEnumerable<(string Schema, Assembly Assembly)> Migrations =>
        Modules.Select(m => (m.Schema, m.GetType().Assembly)).Prepend(("platform", typeof(ModuleRegistration).Assembly));

    /// <summary>Registers the mediator with its behaviors, the modules, their handlers, validators and pages.</summary>
    public static IMvcBuilder AddModules(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddScoped<ServiceFactory>(s => s.GetService!);
        services.AddScoped<IMediator, Mediator>();
        services.AddScoped<RequestContext>();
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(LoggingBehavior<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(ValidationBehavior<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(TransactionBehavior<,>));
        services.AddScoped<ModuleDbServices>();

        var mvc = services.AddRazorPages(o => o.Conventions.Add(new PageRouteTransformerConvention(new KebabCase())))
            .AddMvcOptions(o =>
            {
                o.Filters.Add<PostFilter>();
                o.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true;
                ChineseBindingMessages.Set(o.ModelBindingMessageProvider);
            });
        foreach (var module in Modules)
        {
            var assembly = module.GetType().Assembly;
            mvc.AddApplicationPart(assembly);
            module.Register(services, configuration);
            foreach (var type in assembly.GetTypes().Where(t => t is { IsClass: true, IsAbstract: false, IsGenericTypeDefinition: false }))
            {
                foreach (var service in type.GetInterfaces().Where(i => i.IsGenericType && Scanned.Contains(i.GetGenericTypeDefinition())))
                {
                    services.AddScoped(service, type);
                }
            }
        }

        return mvc;
    }
}
