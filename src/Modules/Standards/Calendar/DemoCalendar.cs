using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SocialAssistance.Standards.Data;

namespace SocialAssistance.Standards.Calendar;

/// <summary>Gives an empty demonstration database a year of holidays; a live county imports the notice itself.</summary>
internal sealed class DemoCalendar(IServiceScopeFactory scopes, IConfiguration configuration) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (!configuration.GetValue("Demo", false))
        {
            return;
        }

        await using var scope = scopes.CreateAsyncScope();
        if (!await scope.ServiceProvider.GetRequiredService<StandardsDb>().CalendarDays.AnyAsync(cancellationToken))
        {
            await scope.ServiceProvider.GetRequiredService<ImportCalendar>().EnterAsync(CalendarFile.Read(Shipped()).Days, cancellationToken);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static string Shipped()
    {
        var assembly = typeof(DemoCalendar).Assembly;
        using var reader = new StreamReader(assembly.GetManifestResourceStream(assembly.GetManifestResourceNames().Single(n => n.EndsWith("demo-2026.csv", StringComparison.Ordinal)))!);
        return reader.ReadToEnd();
    }
}
