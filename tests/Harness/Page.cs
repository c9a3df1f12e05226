using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace SocialAssistance.Harness;

/// <summary>A page as it came over the wire.</summary>
public sealed class Page
{
    private readonly Visitor _visitor;

    private Page(Visitor visitor, int status, Uri url, IHtmlDocument html) => (_visitor, Status, Url, Html) = (visitor, status, url, html);

    /// <summary>The HTTP status.</summary>
    public int Status { get; }

    /// <summary>The address after all redirects.</summary>
    public Uri Url { get; }

    /// <summary>The document, for questions the helpers do not answer.</summary>
    public IHtmlDocument Html { get; }

    /// <summary>Visible text of the page's main part, white space collapsed.</summary>
    public string Text => Tidy((Html.QuerySelector("main") ?? Html.Body)?.TextContent);

    /// <summary>The main heading.</summary>
    public string Heading => Tidy(Html.QuerySelector("h1")?.TextContent);

    /// <summary>The lines of the error summary.</summary>
    public IReadOnlyList<string> Errors => [.. Html.QuerySelectorAll(".govuk-error-summary__list li").Select(e => Tidy(e.TextContent))];

    /// <summary>The message beside a field, found by its label or name; null when there is none.</summary>
    public string? ErrorBeside(string field)
    {
        var control = Html.Forms.Select(f => FormOnPage.Find(f, field)).FirstOrDefault(c => c is not null)
            ?? throw new InvalidOperationException($"{Url.PathAndQuery} has no field \"{field}\".");
        var message = control.Closest(".govuk-form-group")?.QuerySelector(".govuk-error-message");
        return message is null ? null : Tidy(message.TextContent).Replace("需要修改：", "", StringComparison.Ordinal);
    }

    /// <summary>A form by its id, a part of its action or the text of its button; the only posting form when not named.</summary>
    public FormOnPage Form(string? which = null)
    {
        var forms = Html.QuerySelectorAll<IHtmlFormElement>(which is null ? "main form, form" : "form").Distinct().ToArray();
        var found = which is null
            ? forms.Where(f => f.Closest("main") is not null && f.Method == "post").ToArray()
            : forms.Where(f => f.Id == which || f.QuerySelectorAll("button").Any(b => Tidy(b.TextContent) == which)
                || (f.GetAttribute("action") ?? "").Contains(which, StringComparison.Ordinal)).ToArray();
        return found.Length == 1
            ? new(_visitor, this, found[0])
            : throw new InvalidOperationException($"{Url.PathAndQuery} ({Status}) has {found.Length} forms \"{which ?? "in main"}\". Page: {Text}");
    }

    /// <summary>Follows the link with this text.</summary>
    public Task<Page> Follow(string text)
    {
        var link = Html.QuerySelectorAll("a[href]").FirstOrDefault(a => Tidy(a.TextContent) == text)
            ?? throw new InvalidOperationException($"{Url.PathAndQuery} has no link \"{text}\". Page: {Text}");
        return _visitor.Get(link.GetAttribute("href")!);
    }

    /// <summary>The cells of a table's body, row by row; the table is found by a part of its caption, else it is the first.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Table(string? caption = null)
    {
        var table = Html.QuerySelectorAll<IHtmlTableElement>("table")
            .FirstOrDefault(t => caption is null || Tidy(t.Caption?.TextContent).Contains(caption, StringComparison.Ordinal))
            ?? throw new InvalidOperationException($"{Url.PathAndQuery} has no table \"{caption}\".");
        return [.. table.Bodies.SelectMany(b => b.Rows).Select(r => (IReadOnlyList<string>)[.. r.Cells.Select(c => Tidy(c.TextContent))])];
    }

    internal static async Task<Page> ReadAsync(Visitor visitor, HttpResponseMessage response)
    {
        using (response)
        {
            var html = await new HtmlParser().ParseDocumentAsync(await response.Content.ReadAsStringAsync());
            return new(visitor, (int)response.StatusCode, response.RequestMessage!.RequestUri!, html);
        }
    }

    internal static string Tidy(string? text) => string.Join(' ', (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
