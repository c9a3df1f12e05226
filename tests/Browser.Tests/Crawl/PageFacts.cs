using System.Text.Json;
using Microsoft.Playwright;

namespace SocialAssistance.Browser.Tests.Crawl;

/// <summary>What a page says about itself at office width.</summary>
internal sealed record PageFacts(string[] Texts, string[] Links, string Shape)
{
    // Every text a person reads or hears, every link, and the kinds of elements.
    private const string Question = """
        () => {
          const unread = new Set(['SCRIPT', 'STYLE', 'TEMPLATE', 'NOSCRIPT']), texts = new Set(), latin = /[A-Za-z]{2}/;
          const walker = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT);
          while (walker.nextNode()) {
            const text = walker.currentNode.textContent.replace(/\s+/g, ' ').trim();
            if (!latin.test(text)) continue;
            let e = walker.currentNode.parentElement;
            while (e && !unread.has(e.tagName)) e = e.parentElement;
            if (!e) texts.add(text);
          }
          for (const e of document.querySelectorAll('*')) {
            for (const a of ['placeholder', 'aria-label', 'aria-description', 'aria-roledescription', 'title', 'alt', 'label', 'data-label'])
              if (latin.test(e.getAttribute(a) || '')) texts.add(e.getAttribute(a));
            if (e.tagName === 'INPUT' && /^(submit|button|reset)$/.test(e.type) && latin.test(e.value)) texts.add(e.value);
          }
          const links = [...new Set([...document.querySelectorAll('a[href]:not([download])')].filter(a => a.origin === location.origin).map(a => a.pathname + a.search))];
          const shape = [...new Set([...document.querySelectorAll('body *')].map(e => `${e.tagName}.${e.getAttribute('class') || ''}.${e.getAttribute('type') || ''}.${e.getAttribute('role') || ''}`))].sort().join('\n');
          return JSON.stringify({ texts: [...texts], links, shape });
        }
        """;

    /// <summary>Runs in the page: the elements that make it wider than the window.</summary>
    public const string Wide = """
        () => {
          const width = document.documentElement.clientWidth, over = document.documentElement.scrollWidth - width;
          if (over <= 0) return [];
          const contained = e => { for (let p = e.parentElement; p && p !== document.body; p = p.parentElement) if (getComputedStyle(p).overflowX !== 'visible') return true; return false; };
          const out = [...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > width + 0.5 && !contained(e)).slice(-3);
          return [`${over} px too wide: ` + out.map(e => `${e.tagName.toLowerCase()}.${e.getAttribute('class') || ''} "${e.textContent.replace(/\s+/g, ' ').trim().slice(0, 20)}"`).join(', ')];
        }
        """;

    /// <summary>Runs in the page: controls too small for a finger and fields whose text would make a phone zoom.</summary>
    public const string Small = """
        () => {
          const name = e => `${e.tagName.toLowerCase()}.${e.getAttribute('class') || ''} "${(e.getAttribute('aria-label') || e.labels?.[0]?.textContent || e.textContent || e.value || '').replace(/\s+/g, ' ').trim().slice(0, 16)}"`;
          const prose = e => e.tagName === 'A' && getComputedStyle(e).display === 'inline' && [...e.parentElement.childNodes].some(n => n.nodeType === 3 && n.textContent.trim());
          const small = [];
          for (const e of document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary')) {
            if (!e.checkVisibility({ visibilityProperty: true }) || prose(e)) continue;
            let { left, top, right, bottom } = e.getBoundingClientRect();
            if (right - left <= 1 || bottom - top <= 1 || right < 0 || bottom < 0) continue;
            if (e.type === 'checkbox' || e.type === 'radio') for (const l of e.labels || []) {
              const r = l.getBoundingClientRect();
              [left, top, right, bottom] = [Math.min(left, r.left), Math.min(top, r.top), Math.max(right, r.right), Math.max(bottom, r.bottom)];
            }
            if (bottom - top < 43.5 || right - left < 43.5) small.push(`${name(e)} is ${Math.round(right - left)}×${Math.round(bottom - top)}`);
            if (/^(INPUT|SELECT|TEXTAREA)$/.test(e.tagName) && parseFloat(getComputedStyle(e).fontSize) < 16) small.push(`${name(e)} has text of ${getComputedStyle(e).fontSize}`);
          }
          return [...new Set(small)];
        }
        """;

    /// <summary>Asks the page.</summary>
    public static async Task<PageFacts> OfAsync(IPage page) =>
        JsonSerializer.Deserialize<PageFacts>(await page.EvaluateAsync<string>(Question), JsonSerializerOptions.Web)!;
}
