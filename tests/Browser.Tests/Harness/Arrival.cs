using Microsoft.Playwright;

namespace SocialAssistance.Browser.Tests.Harness;

/// <summary>
/// Waits for a page by asking it, again and again. A load event that fires between two messages of the driver is lost for
/// good, and a test that waits for the event then fails on a busy machine although the page stands there.
/// </summary>
internal static class Arrival
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Waits until the address is the wanted one and the page is complete.</summary>
    public static async Task ArriveAsync(this IPage page, Func<Uri, bool> wanted, string expected)
    {
        var started = System.Diagnostics.Stopwatch.StartNew();
        while (!await StandsAsync(page, wanted))
        {
            Assert.True(started.Elapsed < Patience, $"Waited for {expected}, but the page is {page.Url}.");
            await Task.Delay(20);
        }
    }

    /// <summary>Does what leaves the page and waits until the next one, even at the same address, is complete.</summary>
    public static async Task LeaveAsync(this IPage page, Func<Task> leave)
    {
        await page.EvaluateAsync("() => { window.leaving = true; }");
        await leave();
        await page.ArriveAsync(_ => true, "the next page");
    }

    private static async Task<bool> StandsAsync(IPage page, Func<Uri, bool> wanted)
    {
        try
        {
            return await page.EvaluateAsync<string>("() => !window.leaving && document.readyState === 'complete' ? location.href : ''") is { Length: > 0 } address && wanted(new(address));
        }
        catch (PlaywrightException)
        {
            // The old page is going and the new one has not come yet.
            return false;
        }
    }
}
