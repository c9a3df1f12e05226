using Microsoft.Playwright;

namespace SocialAssistance.Browser.Tests.Harness;

/// <summary>One Chromium for the whole test run; every test gets its own context, as if it were its own user's browser.</summary>
internal static class SharedChromium
{
    private static readonly string[] Usual =
        ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/usr/bin/google-chrome-stable"];

    private static readonly Lazy<Task<IBrowser>> Started = new(StartAsync);

    public static Task<IBrowser> GetAsync() => Started.Value;

    private static async Task<IBrowser> StartAsync()
    {
        var playwright = await Playwright.CreateAsync();
        return await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Program(),
            Headless = true,
            // The sandbox refuses root, which is what a build server usually is.
            ChromiumSandbox = false,
            Args = ["--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage"],
        });
    }

    private static string Program() =>
        Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } given ? given
        : Usual.FirstOrDefault(File.Exists)
            ?? throw new InvalidOperationException("Chromium is missing; install it (Debian: apt-get install chromium) or name its program in CHROMIUM.");
}
