using System.Runtime.CompilerServices;

namespace SocialAssistance.Browser.Tests.Harness;

/// <summary>How a test's browser window is set up.</summary>
public sealed record WindowOptions
{
    /// <summary>Signs in with this account first; null stays signed out.</summary>
    public string? Account { get; init; }

    /// <summary>False shows what remains without scripts.</summary>
    public bool JavaScript { get; init; } = true;

    /// <summary>Width in CSS pixels; the usual office screen unless said otherwise.</summary>
    public int Width { get; init; } = 1366;

    /// <summary>Height in CSS pixels.</summary>
    public int Height { get; init; } = 768;
}

/// <summary>The application on a real port for real browsers. Use as <c>IClassFixture&lt;BrowserApp&gt;</c>.</summary>
public class BrowserApp : App
{
    /// <inheritdoc/>
    public override Uri Address => Host.ClientOptions.BaseAddress;

    /// <summary>
    /// Opens a window, does the visit, and asks that nothing broke the content security policy or threw a script error.
    /// A failing visit leaves a picture named after the test in artifacts/screenshots.
    /// </summary>
    public async Task Visit(WindowOptions options, Func<Window, Task> visit, [CallerMemberName] string test = "")
    {
        await using var window = await Window.OpenAsync(Address, options);
        try
        {
            if (options.Account is { } account)
            {
                await window.SignInAsync(account, Password);
            }

            await visit(window);
        }
        catch
        {
            await window.Screenshot($"failed-{test}");
            throw;
        }

        Assert.Empty(window.Violations);
        Assert.Empty(window.ScriptErrors);
    }

    /// <summary>Opens a window of the usual size without an account.</summary>
    public Task Visit(Func<Window, Task> visit, [CallerMemberName] string test = "") => Visit(new WindowOptions(), visit, test);

    /// <summary>Opens a window of the usual size, signed in.</summary>
    public Task VisitAs(string account, Func<Window, Task> visit, [CallerMemberName] string test = "") => Visit(new WindowOptions { Account = account }, visit, test);

    /// <inheritdoc/>
    protected override void Prepare(AppHost host)
    {
        host.UseKestrel(0);
        host.StartServer();
    }
}
