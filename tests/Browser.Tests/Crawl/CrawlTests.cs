using SocialAssistance.Browser.Tests.Harness;
using SocialAssistance.Contracts.Accounts;
using SocialAssistance.Platform.Security;
using Xunit.Abstractions;

namespace SocialAssistance.Browser.Tests.Crawl;

/// <summary>
/// Every page each role can open: no barrier for axe, no English, nothing the content policy refuses, no script error, no
/// sideways scroll at either width, and on the screens for a phone nothing too small for a finger. A page that is new is
/// found by its link; one that no link leads to fails.
/// </summary>
public sealed class CrawlTests(CrawlCounty county, ITestOutputHelper output) : IClassFixture<CrawlCounty>
{
    /// <summary>Three of the nine in every run, which see most kinds of pages; <c>./dev crawl</c> walks for all of them.</summary>
    public static TheoryData<string?> Accounts =>
        Environment.GetEnvironmentVariable("CRAWL") == "all"
            ? new("clerk", "village", "leader", "reviewer", "fund1", "checker", "admin1", "audit", null)
            : new("village", "checker", null);

    [Theory]
    [MemberData(nameof(Accounts))]
    public async Task Every_page_of_a_role_keeps_what_the_screens_promise(string? account)
    {
        var role = account is null ? Roles.Public : DemoAccounts.Of(account).Role;
        var book = new RouteBook(county.Services);
        await using var window = await Window.OpenAsync(county.Address, new());
        if (account is not null)
        {
            await window.SignInAsync(account, App.Password);
        }

        var crawler = new Crawler(county, book, window);
        var started = System.Diagnostics.Stopwatch.StartNew();
        await crawler.WalkAsync(role, Crawler.Starts(county, book, role));
        var report = Report(account ?? "signed out", crawler, started.Elapsed);
        output.WriteLine(report);
        var file = Repository.PathOf("artifacts", "crawl", $"{account ?? "public"}.txt");
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        await File.WriteAllTextAsync(file, report);
        Assert.True(crawler.Breaches.Count == 0, report);
    }

    [Fact]
    public void Every_excuse_names_a_page_that_exists()
    {
        var pages = new RouteBook(county.Services).All.ToHashSet();
        Assert.DoesNotContain(Excused.Pages.Keys.Concat(Excused.PhoneScreens).Concat(Excused.SentEmpty).Concat(Excused.Held), p => !pages.Contains(p));
    }

    private static string Report(string who, Crawler crawler, TimeSpan took) =>
        $"{who}: {crawler.Pages.Count} pages in {took.TotalSeconds:0} s, {crawler.Breaches.Count} breaches\n{string.Join('\n', crawler.Breaches.Order(StringComparer.Ordinal))}\n\n{string.Join('\n', crawler.Pages)}\n";
}
