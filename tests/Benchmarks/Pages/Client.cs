using System.Net;
using System.Text.RegularExpressions;
using SocialAssistance.Contracts.Accounts;

namespace SocialAssistance.Benchmarks.Pages;

/// <summary>Somebody signed in to the product over HTTP.</summary>
internal sealed partial class Client : IDisposable
{
    private readonly HttpClient _http;

    private Client(HttpClient http) => _http = http;

    public static async Task<Client> SignInAsync(Uri address, string account)
    {
        var client = new Client(new(new HttpClientHandler { CookieContainer = new CookieContainer(), AllowAutoRedirect = true }) { BaseAddress = address });
        await client.PostAsync("/login", ("Input.Account", account), ("Input.Password", DemoAccounts.Password));
        return client;
    }

    public async Task<string> GetAsync(string path)
    {
        using var answer = await _http.GetAsync(new Uri(path, UriKind.Relative));
        return await ReadAsync(answer, path);
    }

    /// <summary>Opens the page and sends its form.</summary>
    public async Task<string> PostAsync(string path, params (string Name, string Value)[] fields)
    {
        var page = await GetAsync(path);
        var form = new FormUrlEncodedContent([new("__RequestVerificationToken", Token(page)), new("__idem", Guid.NewGuid().ToString()), .. fields.Select(f => KeyValuePair.Create(f.Name, f.Value))]);
        using var answer = await _http.PostAsync(new Uri(path, UriKind.Relative), form);
        return await ReadAsync(answer, path);
    }

    public void Dispose() => _http.Dispose();

    private static async Task<string> ReadAsync(HttpResponseMessage answer, string path) =>
        answer.StatusCode == HttpStatusCode.OK ? await answer.Content.ReadAsStringAsync() : throw new InvalidOperationException($"{path} answered {(int)answer.StatusCode}.");

    private static string Token(string page) => TokenField().Match(page) is { Success: true } match ? match.Groups[1].Value : throw new InvalidOperationException("The page has no antiforgery token.");

    [GeneratedRegex("""name="__RequestVerificationToken"[^>]*value="([^"]+)""")]
    private static partial Regex TokenField();
}
