using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace SocialAssistance.Benchmarks.Pages;

/// <summary>
/// <c>pages [--households N] [--users N] [--seconds N] [--think N]</c>: starts the product on an empty private database,
/// fills the demonstration county, signs many users in and asks for the pages of a working day, first with users who look
/// at each page for about N seconds (3 unless said otherwise), then with users who never pause. Prints p50, p95 and p99 of
/// each page as seen by the client on the same machine, so the numbers include the load that makes them.
/// </summary>
internal static partial class PageBenchmark
{
    public static async Task<int> RunAsync(string[] args)
    {
        var households = Option(args, "--households", 30_000);
        var users = Option(args, "--users", 50);
        var seconds = Option(args, "--seconds", 20);
        var folder = Directory.CreateTempSubdirectory("sa-bench").FullName;
        await using var server = new ProductProcess(new() { ["PrivatePostgres__Folder"] = folder, ["Demo"] = "true", ["DemoHouseholds"] = $"{households}" });
        var started = Stopwatch.GetTimestamp();
        await server.StartAsync();
        Console.WriteLine($"{households} households ready after {Stopwatch.GetElapsedTime(started).TotalSeconds:0.0} s, demonstration data included");

        var clients = await Task.WhenAll(Enumerable.Range(0, users).Select(i => SignInAsync(server.Address, Accounts[i % Accounts.Length])));
        var cases = await CasesAsync(clients[0]);
        foreach (var warm in Enumerable.Range(0, 20))
        {
            await VisitAsync(clients[warm % clients.Length], cases, new Random(warm), new Samples(), TimeSpan.Zero);
        }

        foreach (var think in new[] { TimeSpan.FromSeconds(Option(args, "--think", 3)), TimeSpan.Zero })
        {
            Console.WriteLine(think == TimeSpan.Zero ? "without a pause between pages:" : $"with about {think.TotalSeconds:0} s at each page:");
            await MeasureAsync(clients, cases, users, seconds, think);
        }

        Directory.Delete(folder, recursive: true);
        return 0;
    }

    private static async Task MeasureAsync(HttpClient[] clients, IReadOnlyList<string> cases, int users, int seconds, TimeSpan think)
    {
        var samples = new Samples();
        var until = Stopwatch.GetTimestamp() + (seconds * Stopwatch.Frequency);
        await Task.WhenAll(clients.Select((client, i) => Task.Run(async () =>
        {
            var random = new Random(i);
            while (Stopwatch.GetTimestamp() < until)
            {
                await VisitAsync(client, cases, random, samples, think);
            }
        })));
        samples.Print(users, seconds);
    }

    private static readonly string[] Accounts = ["clerk", "clerk2", "leader", "reviewer", "audit"];

    private static async Task VisitAsync(HttpClient client, IReadOnlyList<string> cases, Random random, Samples samples, TimeSpan think)
    {
        await Task.Delay(random.NextDouble() * 2 * think);
        await samples.TimeAsync("worklist", () => GetAsync(client, "/cases/worklist?tab=open"));
        await Task.Delay(random.NextDouble() * 2 * think);
        await samples.TimeAsync("case", () => GetAsync(client, cases[random.Next(cases.Count)]));
        await Task.Delay(random.NextDouble() * 2 * think);
        await samples.TimeAsync("search", () => SearchAsync(client, Names[random.Next(Names.Length)]));
    }

    private static readonly string[] Names = ["王伟", "lxl", "刘", "陈秀英", "zjg", "0012", "李强"];

    private static async Task<HttpClient> SignInAsync(Uri address, string account)
    {
        var client = new HttpClient(new HttpClientHandler { CookieContainer = new CookieContainer(), AllowAutoRedirect = true }) { BaseAddress = address };
        var page = await GetAsync(client, "/login");
        var form = new FormUrlEncodedContent([new("__RequestVerificationToken", Token(page)), new("Input.Account", account), new("Input.Password", SocialAssistance.Contracts.Accounts.DemoAccounts.Password), new("__idem", Guid.NewGuid().ToString())]);
        using var answer = await client.PostAsync("/login", form);
        var text = await answer.Content.ReadAsStringAsync();
        client.DefaultRequestHeaders.Add("X-Token", Token(text));
        return client;
    }

    private static async Task<IReadOnlyList<string>> CasesAsync(HttpClient client)
    {
        var links = CaseLink().Matches(await GetAsync(client, "/cases/worklist?tab=all")).Select(m => m.Groups[1].Value).Distinct().ToArray();
        return links.Length > 0 ? links : throw new InvalidOperationException("The worklist shows no case; the demonstration data is missing.");
    }

    private static async Task<string> GetAsync(HttpClient client, string path)
    {
        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));
        var text = await answer.Content.ReadAsStringAsync();
        return answer.StatusCode == HttpStatusCode.OK ? text : throw new InvalidOperationException($"{path} answered {(int)answer.StatusCode}.");
    }

    private static async Task<string> SearchAsync(HttpClient client, string words)
    {
        var form = new FormUrlEncodedContent([new("__RequestVerificationToken", client.DefaultRequestHeaders.GetValues("X-Token").First()), new("q", words)]);
        using var answer = await client.PostAsync(new Uri("/search", UriKind.Relative), form);
        return answer.StatusCode == HttpStatusCode.OK ? await answer.Content.ReadAsStringAsync() : throw new InvalidOperationException($"/search answered {(int)answer.StatusCode}.");
    }

    private static string Token(string page) => TokenField().Match(page) is { Success: true } match ? match.Groups[1].Value : throw new InvalidOperationException("The page has no antiforgery token.");

    private static int Option(string[] args, string name, int otherwise)
    {
        var at = Array.IndexOf(args, name);
        return at >= 0 && at + 1 < args.Length ? int.Parse(args[at + 1], CultureInfo.InvariantCulture) : otherwise;
    }

    [GeneratedRegex("""name="__RequestVerificationToken"[^>]*value="([^"]+)""")]
    private static partial Regex TokenField();

    [GeneratedRegex("""href="(/cases/[0-9a-f-]{36})""")]
    private static partial Regex CaseLink();
}
