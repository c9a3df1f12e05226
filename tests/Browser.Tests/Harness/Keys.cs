using Microsoft.Playwright;

namespace SocialAssistance.Browser.Tests.Harness;

/// <summary>Everything a clerk can do without a mouse. Fields, links and buttons are called by what a screen reader calls them.</summary>
public sealed class Keys(IPage page)
{
    private const int MostStops = 300;

    // The name of the focused control, plain: its label, else aria-label, else its text or value.
    private const string NameOfFocus = """
        () => {
          const e = document.activeElement;
          if (!e || e === document.body) return '';
          const tidy = s => (s || '').replace(/\s+/g, ' ').trim();
          const named = (e.getAttribute('aria-labelledby') || '').split(' ').map(i => document.getElementById(i)).filter(x => x).map(x => x.textContent).join(' ');
          const label = e.labels && e.labels.length ? e.labels[0].textContent : '';
          return tidy(e.getAttribute('aria-label')) || tidy(named) || tidy(label) || tidy(e.textContent) || tidy(e.value);
        }
        """;

    /// <summary>Presses a key or chord, e.g. <c>Enter</c>, <c>Alt+S</c>.</summary>
    public Task Press(string key) => page.Keyboard.PressAsync(key);

    /// <summary>What has the focus now.</summary>
    public Task<string> Focused() => page.EvaluateAsync<string>(NameOfFocus);

    /// <summary>Presses Tab until the control of this name has the focus.</summary>
    public async Task TabTo(string name)
    {
        var seen = new List<string>();
        for (var stop = 0; stop < MostStops; stop++)
        {
            var focused = await Focused();
            if (Same(focused, name))
            {
                return;
            }

            seen.Add(focused);
            await Press("Tab");
        }

        Assert.Fail($"The Tab key never reaches \"{name}\" on {page.Url}; it stops at: {string.Join(" | ", seen.Distinct())}");
    }

    /// <summary>Goes to a field and types, replacing what it holds.</summary>
    public async Task Type(string field, string text)
    {
        await TabTo(field);
        await Press("Control+A");
        await page.Keyboard.InsertTextAsync(text);
    }

    /// <summary>Ticks a checkbox.</summary>
    public async Task Tick(string box)
    {
        await TabTo(box);
        await Press("Space");
    }

    /// <summary>Chooses a radio button: Tab reaches its group, the arrows the button.</summary>
    public async Task Choose(string group, string choice)
    {
        for (var stop = 0; stop < MostStops && !await page.EvaluateAsync<bool>(
            "g => { const f = document.activeElement?.closest('fieldset')?.querySelector('legend'); return document.activeElement?.type === 'radio' && !!f && f.textContent.trim() === g; }", group); stop++)
        {
            await Press("Tab");
        }

        for (var step = 0; step < 30; step++)
        {
            if (Same(await Focused(), choice))
            {
                await Press("Space");
                return;
            }

            await Press("ArrowDown");
        }

        Assert.Fail($"The arrow keys never reach \"{choice}\" of \"{group}\" on {page.Url}.");
    }

    /// <summary>Chooses an option of a list by typing its text, as the keyboard allows.</summary>
    public async Task Select(string field, string option)
    {
        await TabTo(field);
        await Press("Home");
        for (var step = 0; step < 300; step++)
        {
            if (await page.EvaluateAsync<string>("() => document.activeElement.selectedOptions?.[0]?.textContent.trim() ?? ''") == option)
            {
                return;
            }

            await Press("ArrowDown");
        }

        Assert.Fail($"The list \"{field}\" on {page.Url} has no \"{option}\".");
    }

    /// <summary>Follows a link or presses a button and waits for the page that comes.</summary>
    public async Task Activate(string name)
    {
        await TabTo(name);
        await page.LeaveAsync(() => Press("Enter"));
    }

    private static bool Same(string focused, string name) => focused == name || focused.Replace("（选填）", "", StringComparison.Ordinal) == name;
}
