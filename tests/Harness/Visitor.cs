namespace SocialAssistance.Harness;

/// <summary>One person at one browser without JavaScript: keeps cookies and follows redirects.</summary>
public sealed class Visitor(HttpClient client)
{
    /// <summary>The plain client, for files and unusual requests.</summary>
    public HttpClient Http { get; } = client;

    /// <summary>Opens an address.</summary>
    public async Task<Page> Get(string url) => await Page.ReadAsync(this, await Http.GetAsync(url));

    /// <summary>Downloads a file.</summary>
    public async Task<byte[]> Download(string url)
    {
        using var response = await Http.GetAsync(url);
        Assert.True(response.IsSuccessStatusCode, $"{url} answered {(int)response.StatusCode}");
        return await response.Content.ReadAsByteArrayAsync();
    }

    /// <summary>Posts what no form on a page offers, with the page's token among the fields.</summary>
    public Task<Page> Post(string url, HttpContent content) => Send(HttpMethod.Post, url, content);

    internal async Task<Page> Send(HttpMethod method, string url, HttpContent? content)
    {
        using var request = new HttpRequestMessage(method, url) { Content = content };
        return await Page.ReadAsync(this, await Http.SendAsync(request));
    }
}
