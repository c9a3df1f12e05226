using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SocialAssistance.Platform.Modules;

namespace SocialAssistance.Platform.Data;

/// <summary><c>schema MODULE</c>: prints the tables a module's model expects, for the author of a migration to copy from.</summary>
internal sealed class SchemaVerb(IServiceProvider services) : IVerb
{
    public string Name => "schema";

    public async Task<int> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var known = ModuleRegistration.Modules.ToDictionary(m => m.GetType().Name.Replace("Module", "", StringComparison.Ordinal), m => m.GetType().Assembly, StringComparer.OrdinalIgnoreCase);
        if (arguments is not [var module] || !known.TryGetValue(module, out var assembly))
        {
            await Console.Error.WriteLineAsync($"Name one module: {string.Join(", ", known.Keys)}.");
            return 2;
        }

        foreach (var context in assembly.GetTypes().Where(t => !t.IsAbstract && t.IsSubclassOf(typeof(DbContext))))
        {
            await Console.Out.WriteLineAsync(((DbContext)services.GetRequiredService(context)).Database.GenerateCreateScript());
        }

        return 0;
    }
}
