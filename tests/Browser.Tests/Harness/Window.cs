using System.Collections.Concurrent;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace SocialAssistance.Browser.Tests.Harness;

/// <summary>A browser window of its own, Chinese, in China's time zone, that watches for broken promises.</summary>
public sealed class Window : IAsyncDisposable
{
    private const string Watch = "document.addEventListener('securitypolicyviolation', e => reportViolation(`${e.violatedDirective} ${e.blockedURI} on ${location.pathname}`));";

    private readonly IBrowserContext _context;
    private readonly ConcurrentQueue<string> _violations = new();
    private readonly ConcurrentQueue<string> _scriptErrors = new();

    private Window(IBrowserContext context, IPage page) => (_context, Page, Keys) = (context, page, new(page));

    /// <summary>Playwright's page.</summary>
    public IPage Page { get; }

    /// <summary>The keyboard, for journeys without a mouse.</summary>
    public Keys Keys { get; }

    /// <summary>What broke the content security policy so far.</summary>
    public IReadOnlyCollection<string> Violations => _violations;

    /// <summary>Errors that scripts let escape.</summary>
    public IReadOnlyCollection<string> ScriptErrors => _scriptErrors;

    /// <summary>Opens an address of the application and returns the status.</summary>
    public async Task<int> Go(string path) => (await Page.GotoAsync(path))!.Status;

    /// <summary>Asks axe for every rule it knows; the page may break none.</summary>
    public async Task AssertAccessible()
    {
        var result = await Page.RunAxe();
        Assert.True(result.Violations.Length == 0, $"{Page.Url} breaks: " + string.Join("; ", result.Violations.Select(v =>
            $"{v.Id} ({v.Help}): {string.Join(", ", v.Nodes.Select(n => n.Html).Take(3))}")));
    }

    /// <summary>Asks that nothing sticks out at the right: a clerk should never have to scroll sideways.</summary>
    public async Task AssertFitsWidth()
    {
        var over = await Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.True(over <= 0, $"{Page.Url} is {over} px wider than the window.");
    }

    /// <summary>Keeps a picture of the whole page in artifacts/screenshots.</summary>
    public async Task<string> Screenshot(string name)
    {
        var file = Repository.PathOf("artifacts", "screenshots", name + ".png");
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        await Page.ScreenshotAsync(new() { Path = file, FullPage = true });
        return file;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => new(_context.CloseAsync());

    internal static async Task<Window> OpenAsync(Uri address, WindowOptions options)
    {
        var browser = await SharedChromium.GetAsync();
        var context = await browser.NewContextAsync(new()
        {
            BaseURL = address.ToString(),
            Locale = "zh-CN",
            TimezoneId = "Asia/Shanghai",
            ViewportSize = new() { Width = options.Width, Height = options.Height },
            JavaScriptEnabled = options.JavaScript,
        });
        context.SetDefaultTimeout(15_000);
        var window = new Window(context, await context.NewPageAsync());
        window.Page.PageError += (_, error) => window._scriptErrors.Enqueue($"{error} on {window.Page.Url}");
        if (options.JavaScript)
        {
            await context.ExposeFunctionAsync<string, int>("reportViolation", text => { window._violations.Enqueue(text); return 0; });
            await context.AddInitScriptAsync(Watch);
        }

        return window;
    }

    internal async Task SignInAsync(string account, string password)
    {
        await Go("/login");
        await Page.GetByLabel("账号", new() { Exact = true }).FillAsync(account);
        await Page.GetByLabel("密码", new() { Exact = true }).FillAsync(password);
        await Page.Locator("main button[type=submit]:not([aria-hidden])").First.ClickAsync();
        await Page.ArriveAsync(at => !at.AbsolutePath.StartsWith("/login", StringComparison.Ordinal), "the page after signing in");
    }
}
