using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using SocialAssistance.Browser.Tests.Harness;
using SocialAssistance.Contracts.Accounts;
using SocialAssistance.Platform.Security;

namespace SocialAssistance.Browser.Tests.Crawl;

/// <summary>Walks the links of one role from its desk, each kind of page once, and writes down everything that is not as promised.</summary>
internal sealed class Crawler(CrawlCounty county, RouteBook book, Window window)
{
    private const string Save = "main form[method=post] .app-actions button";

    // Pages that look different for each state of what they are about.
    private static readonly HashSet<string> Looks =
    [
        "/cases/{caseId:guid}", "/cases/{caseId:guid}/benefit", "/cases/{caseId:guid}/changes/{changeId:guid}", "/cases/{caseId:guid}/changes/{changeId:guid}/letter", "/publicity/{noticeId:guid}",
        "/disbursement/rosters/{rosterId:guid}", "/standards/versions/{id:guid}", "/standards/versions/{id:guid}/checks",
        "/standards/versions/{id:guid}/impact", "/standards/versions/{id:guid}/publish",
    ];

    private readonly HashSet<string> _keys = [];
    private readonly HashSet<string> _reached = [];
    private readonly HashSet<string> _breaches = [];
    private readonly List<string> _opened = [];
    private readonly Queue<(string Address, string From)> _waiting = new();

    public IReadOnlyCollection<string> Breaches => _breaches;

    public IReadOnlyList<string> Pages => _opened;

    public async Task WalkAsync(string role, IEnumerable<string> starts)
    {
        foreach (var start in starts)
        {
            _waiting.Enqueue((start, "the start"));
        }

        while (_waiting.TryDequeue(out var next))
        {
            if (IsFile(next.Address) && _keys.Add($"a file of {next.From}"))
            {
                var answer = await window.Page.APIRequest.GetAsync(next.Address, new() { Timeout = 60_000 });
                Note(next.From, answer.Status == 200 ? [] : [$"links to a file that answers {answer.Status} ({next.Address})"]);
            }
            else if (await KeyAsync(next.Address) is { } key && _keys.Add(key))
            {
                await VisitAsync(next.Address, next.From);
            }
        }

        if (role == Roles.Public)
        {
            await LargeAsync();
        }

        _breaches.UnionWith(book.PagesOf(role).Except(_reached).Except(Excused.Pages.Keys).Where(p => !p.Contains('{', StringComparison.Ordinal) || Excused.Held.Contains(p)).Select(p => $"{p}: no link of this role leads there"));
        _breaches.UnionWith(window.Violations.Select(v => $"content policy: {v}"));
        _breaches.UnionWith(window.ScriptErrors.Select(e => $"script error: {e}"));
    }

    private bool IsFile(string address) => book.PatternOf(address.Split('?')[0]) is { } pattern && Excused.Pages.GetValueOrDefault(pattern) == Excused.File;

    // One visit for each kind of page, for each stage of a case, state of a roster and tab of a list.
    private async Task<string?> KeyAsync(string address)
    {
        var (path, query) = (address.Split('?')[0], address.Contains('?', StringComparison.Ordinal) ? address.Split('?')[1] : "");
        if (book.PatternOf(path) is not { } pattern || Excused.Pages.ContainsKey(pattern))
        {
            return null;
        }

        var state = Looks.Contains(pattern) && path.Split('/').Select(s => Guid.TryParse(s, out var id) ? id : (Guid?)null).LastOrDefault(id => id is not null) is { } subject ? await county.State(subject) : "";
        var level = pattern.StartsWith("/public/notices/", StringComparison.Ordinal) ? path.TrimEnd('0').Length.ToString(null as IFormatProvider) : "";
        var shown = string.Join('&', query.Split('&').Where(p => p.StartsWith("tab=", StringComparison.Ordinal) || p.StartsWith("handler=", StringComparison.Ordinal)));
        return $"{pattern} {state}{level} {shown}";
    }

    private async Task VisitAsync(string address, string from)
    {
        var asked = book.PatternOf(address.Split('?')[0])!;
        int status;
        try
        {
            status = await window.Go(address);
        }
        catch (PlaywrightException e) when (e.Message.Contains("Download is starting", StringComparison.Ordinal))
        {
            return;
        }

        var pattern = book.PatternOf(new Uri(window.Page.Url).AbsolutePath) ?? asked;
        _reached.UnionWith([asked, pattern]);
        if (status != 200)
        {
            Note(pattern, [$"answers {status} to the link on {from} ({address})"]);
            return;
        }

        _opened.Add(address);
        await LookAsync(pattern);
    }

    private async Task LookAsync(string pattern)
    {
        var page = window.Page;
        var facts = await PageFacts.OfAsync(page);
        Note(pattern, facts.Texts.Where(t => English.In(t).Any()).Select(t => $"says in English \"{t}\""));
        Note(pattern, (await page.EvaluateAsync<string[]>(PageFacts.Wide)).Select(w => $"at 1366 px {w}"));
        foreach (var link in facts.Links)
        {
            _waiting.Enqueue((link, pattern));
        }

        await AxeAsync(pattern, facts.Shape);
        await page.SetViewportSizeAsync(360, 740);
        Note(pattern, (await page.EvaluateAsync<string[]>(PageFacts.Wide)).Select(w => $"at 360 px {w}"));
        if (Excused.PhoneScreens.Contains(pattern))
        {
            Note(pattern, (await page.EvaluateAsync<string[]>(PageFacts.Small)).Select(s => $"on a phone {s}"));
            await AxeAsync(pattern, "phone " + facts.Shape);
        }

        await page.SetViewportSizeAsync(1366, 768);
        if (Excused.SentEmpty.Contains(pattern) && await page.Locator(Save).CountAsync() > 0 && county.Asked.Add($"empty {pattern}"))
        {
            await SendEmptyAsync(pattern);
        }
    }

    // The page that comes back says what to mend; it must keep the promises too.
    private async Task SendEmptyAsync(string pattern)
    {
        var page = window.Page;
        await page.EvaluateAsync("""
            form => {
              for (const e of document.querySelectorAll(form + 'input:not([type=hidden]), ' + form + 'textarea, ' + form + 'select')) {
                if (e.type === 'checkbox' || e.type === 'radio') e.checked = false; else if (e.tagName === 'SELECT') e.selectedIndex = 0; else e.value = '';
              }
            }
            """, "main form:has(.app-actions) ");
        await page.LeaveAsync(() => page.Locator(Save).First.ClickAsync());
        if (await page.Locator(".govuk-error-summary").CountAsync() == 0)
        {
            Note(pattern, ["has no summary of what to mend after the empty form was sent"]);
            return;
        }

        var facts = await PageFacts.OfAsync(page);
        Note(pattern, facts.Texts.Where(t => English.In(t).Any()).Select(t => $"with errors says in English \"{t}\""));
        await AxeAsync(pattern, "with errors " + facts.Shape);
        await page.SetViewportSizeAsync(360, 740);
        Note(pattern, (await page.EvaluateAsync<string[]>(PageFacts.Wide)).Select(w => $"with errors at 360 px {w}"));
        await page.SetViewportSizeAsync(1366, 768);
    }

    // 大字版 and 高对比 of everything the public reads.
    private async Task LargeAsync()
    {
        foreach (var view in new[] { "large=1", "large=0&contrast=1" })
        {
            foreach (var address in _opened)
            {
                await window.Go($"/display?{view}&back={Uri.EscapeDataString(address)}");
                var pattern = $"{book.PatternOf(new Uri(window.Page.Url).AbsolutePath)} ({view})";
                await AxeAsync(pattern, address);
                foreach (var width in new[] { 360, 1366 })
                {
                    await window.Page.SetViewportSizeAsync(width, 768);
                    Note(pattern, (await window.Page.EvaluateAsync<string[]>(PageFacts.Wide)).Select(w => $"at {width} px {w}"));
                }
            }
        }
    }

    // A page made of the same kinds of elements as one already asked about has the same answers, whatever the role.
    private async Task AxeAsync(string pattern, string shape)
    {
        if (county.Asked.Add($"{pattern}\n{shape}"))
        {
            var result = await window.Page.RunAxe();
            Note(pattern, result.Violations.Select(v => $"breaks {v.Id} ({v.Help}): {string.Join(", ", v.Nodes.Select(n => n.Html).Take(2))}"));
        }
    }

    private void Note(string pattern, IEnumerable<string> breaches) => _breaches.UnionWith(breaches.Select(b => $"{pattern} {b}"));

    /// <summary>Where a role starts: its desk, and the prepared cases where it may read any.</summary>
    public static IEnumerable<string> Starts(CrawlCounty county, RouteBook book, string role)
    {
        var pages = book.PagesOf(role).ToHashSet();
        // Answers to forms: of the search in the frame, and of lists whose rows are picked. No link leads there.
        var answers = new Dictionary<string, string>
        {
            ["/search"] = "/search",
            ["/cases/decisions/batch"] = $"/cases/decisions/batch?Ids={county.Cases[^1]}",
            ["/changes/letters"] = $"/changes/letters?ids={county.Confirmed}",
        };
        return
        [
            "/",
            // The frame of those signed in has the link to it.
            .. role == Roles.Public ? ["/help"] : Array.Empty<string>(),
            // One's own account cannot be disabled, so somebody else's is looked at first.
            .. role == Roles.Administrator ? [$"/accounts/{DemoAccounts.Of("clerk").Id}"] : Array.Empty<string>(),
            .. answers.Where(a => pages.Contains(a.Key)).Select(a => a.Value),
            .. pages.Contains("/cases/{caseId:guid}") ? county.Cases.Select(id => $"/cases/{id}") : [],
        ];
    }
}
