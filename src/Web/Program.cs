using Serilog;
using Serilog.Events;
using Serilog.Formatting.Compact;
using SocialAssistance.Assess;
using SocialAssistance.Platform;
using SocialAssistance.Platform.Data;
using SocialAssistance.Platform.Modules;
using SocialAssistance.Platform.Security;

if (args is ["assess"])
{
    // JSON Lines in and out; no host, no database, so it starts at once.
    return AssessProgram.Run(Console.OpenStandardInput(), Console.OpenStandardOutput());
}

var verb = args is [var first, ..] && !first.StartsWith('-') ? first : null;

var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = verb is null ? args : [], ContentRootPath = AppContext.BaseDirectory });
await using var database = await MainDatabase.OpenOrExplainAsync(builder.Configuration);
if (database is null)
{
    return 1;
}

builder.Configuration["ConnectionStrings:Main"] = database.App;
builder.Host.UseSerilog((context, logger) => logger
    .ReadFrom.Configuration(context.Configuration)
    .Enrich.FromLogContext()
    // A verb's own output has standard output to itself.
    .WriteTo.Console(new RenderedCompactJsonFormatter(), standardErrorFromLevel: verb is null ? null : LogEventLevel.Verbose));
builder.WebHost.UseStaticWebAssets();
builder.Services.AddPlatform(builder.Configuration);
builder.Services.AddModules(builder.Configuration);
builder.Services.AddHealthChecks().AddCheck<DatabaseHealth>("database");
builder.Services.AddResponseCompression();
builder.Services.AddHsts(o => o.MaxAge = TimeSpan.FromDays(180));

var app = builder.Build();
await database.MigrateAsync(ModuleRegistration.Migrations);

if (verb is not null)
{
    await using var scope = app.Services.CreateAsyncScope();
    var command = scope.ServiceProvider.GetServices<IVerb>().SingleOrDefault(v => v.Name == verb);
    if (command is null)
    {
        await Console.Error.WriteLineAsync($"Unknown verb \"{verb}\". Known: {string.Join(", ", scope.ServiceProvider.GetServices<IVerb>().Select(v => v.Name))}.");
        return 2;
    }

    return await command.RunAsync(args[1..], CancellationToken.None);
}

app.UseSerilogRequestLogging(o => o.MessageTemplate = "{RequestMethod} {RequestPath} answered {StatusCode} in {Elapsed:0} ms");
app.UseExceptionHandler("/error");
app.UseStatusCodePagesWithReExecute("/error", "?code={0}");
app.UseHsts();
app.UseResponseCompression();
app.UseSecurityHeaders();
app.UseRouting();
app.UseAuthentication();
app.UseAuthorization();
app.MapStaticAssets().AllowAnonymous();
app.MapHealthChecks("/health").AllowAnonymous();
app.MapRazorPages().WithStaticAssets();
app.Lifetime.ApplicationStarted.Register(() => Console.Error.WriteLine($"SocialAssistance answers at {string.Join(" ", app.Urls)}"));
await app.RunAsync();
return 0;

/// <summary>The host; public so that tests can start it.</summary>
public partial class Program;
