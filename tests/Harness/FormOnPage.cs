using System.Net.Http.Headers;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace SocialAssistance.Harness;

/// <summary>A form to be filled in as a person would: fields by their label, choices by what they say.</summary>
public sealed class FormOnPage(Visitor visitor, Page page, IHtmlFormElement form)
{
    private readonly List<(string Name, string FileName, byte[] Content, string Type)> _files = [];

    /// <summary>What a field holds now; found by label or name.</summary>
    public string? this[string field] => Required(field) switch
    {
        IHtmlInputElement input => input.Value,
        IHtmlSelectElement select => select.Value,
        IHtmlTextAreaElement area => area.Value,
        _ => null,
    };

    /// <summary>Types a text, or chooses an option, radio button or checkbox by its value or label.</summary>
    public FormOnPage Fill(string field, string value)
    {
        switch (Required(field))
        {
            case IHtmlInputElement { Type: "radio" or "checkbox" } choice:
                var choices = form.Elements.OfType<IHtmlInputElement>().Where(i => i.Name == choice.Name && i.Type == choice.Type).ToArray();
                var chosen = choices.FirstOrDefault(i => i.Value == value || LabelsOf(i).Contains(value)) ?? throw Missing($"{field} = {value}");
                foreach (var other in choices.Where(i => choice.Type == "radio"))
                {
                    other.IsChecked = false;
                }

                chosen.IsChecked = true;
                break;
            case IHtmlSelectElement select:
                select.Value = select.Options.FirstOrDefault(o => o.Value == value || Page.Tidy(o.Text) == value)?.Value ?? throw Missing($"{field} = {value}");
                break;
            case IHtmlTextAreaElement area:
                area.Value = value;
                break;
            case IHtmlInputElement input:
                input.Value = value;
                break;
        }

        return this;
    }

    /// <summary>Takes the tick from a checkbox.</summary>
    public FormOnPage Clear(string field, string value)
    {
        foreach (var box in form.Elements.OfType<IHtmlInputElement>().Where(i => i.Type == "checkbox" && i.Name == Required(field).GetAttribute("name") && i.Value == value))
        {
            box.IsChecked = false;
        }

        return this;
    }

    /// <summary>Chooses a file.</summary>
    public FormOnPage Attach(string field, string fileName, byte[] content, string type = "application/octet-stream")
    {
        _files.Add((Required(field).GetAttribute("name")!, fileName, content, type));
        return this;
    }

    /// <summary>Presses a button, the first one unless its text or name is given.</summary>
    public Task<Page> Submit(string? button = null)
    {
        var buttons = form.Elements.Where(e => e is IHtmlButtonElement { Type: "submit" } or IHtmlInputElement { Type: "submit" }).ToArray();
        var pressed = button is null
            ? buttons.FirstOrDefault()
            : buttons.FirstOrDefault(b => Page.Tidy(b.TextContent) == button || b.GetAttribute("name") == button) ?? throw Missing(button);
        var fields = Fields(pressed).ToArray();
        var action = pressed?.GetAttribute("formaction") ?? form.GetAttribute("action") ?? page.Url.PathAndQuery;
        if (action.Length == 0)
        {
            action = page.Url.PathAndQuery;
        }

        if (form.Method == "get")
        {
            var query = string.Join('&', fields.Select(f => $"{Uri.EscapeDataString(f.Key)}={Uri.EscapeDataString(f.Value)}"));
            return visitor.Get($"{action.Split('?')[0]}?{query}");
        }

        return visitor.Send(HttpMethod.Post, new Uri(page.Url, action).PathAndQuery, Content(fields));
    }

    /// <summary>The control that has this label, name or id.</summary>
    internal static IElement? Find(IHtmlFormElement form, string field)
    {
        var controls = form.Elements.Where(e => e is IHtmlInputElement { Type: not "hidden" } or IHtmlSelectElement or IHtmlTextAreaElement).ToArray();
        return controls.FirstOrDefault(c => c.GetAttribute("name") == field || c.Id == field)
            ?? controls.FirstOrDefault(c => LabelsOf(c).Contains(field))
            ?? controls.FirstOrDefault(c => Page.Tidy(c.Closest("fieldset")?.QuerySelector("legend")?.TextContent) is { Length: > 0 } legend && Same(legend, field))
            ?? form.Elements.FirstOrDefault(c => c.GetAttribute("name") == field);
    }

    private static IEnumerable<string> LabelsOf(IElement control) =>
        control.Owner!.QuerySelectorAll("label")
            .Where(l => (control.Id is { Length: > 0 } id && l.GetAttribute("for") == id) || l.Contains(control))
            .Select(l => Page.Tidy(l.TextContent)).SelectMany(l => (string[])[l, l.Replace("（选填）", "", StringComparison.Ordinal)]);

    private static bool Same(string label, string field) => label == field || label.Replace("（选填）", "", StringComparison.Ordinal) == field;

    private IElement Required(string field) => Find(form, field) ?? throw Missing(field);

    private InvalidOperationException Missing(string what) =>
        new($"The form on {page.Url.PathAndQuery} has no \"{what}\". It has: {string.Join(", ", form.Elements.Select(e => e.GetAttribute("name")).Where(n => n is not null).Distinct())}");

    private IEnumerable<KeyValuePair<string, string>> Fields(IElement? pressed)
    {
        foreach (var element in form.Elements.Where(e => e.GetAttribute("name") is { Length: > 0 } && !e.HasAttribute("disabled")))
        {
            var name = element.GetAttribute("name")!;
            switch (element)
            {
                case IHtmlInputElement { Type: "radio" or "checkbox" } choice when choice.IsChecked:
                    yield return new(name, choice.Value);
                    break;
                case IHtmlInputElement { Type: not ("radio" or "checkbox" or "file" or "submit" or "button") } input:
                    yield return new(name, input.Value);
                    break;
                case IHtmlSelectElement select:
                    foreach (var option in select.Options.Where(o => o.IsSelected))
                    {
                        yield return new(name, option.Value);
                    }

                    break;
                case IHtmlTextAreaElement area:
                    yield return new(name, area.Value);
                    break;
                case IHtmlButtonElement or IHtmlInputElement { Type: "submit" } when element == pressed:
                    yield return new(name, element.GetAttribute("value") ?? "");
                    break;
            }
        }
    }

    private HttpContent Content(IReadOnlyCollection<KeyValuePair<string, string>> fields)
    {
        if (form.Enctype != "multipart/form-data")
        {
            return new FormUrlEncodedContent(fields);
        }

        var parts = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
        {
            parts.Add(new StringContent(value), name);
        }

        foreach (var (name, fileName, content, type) in _files)
        {
            parts.Add(new ByteArrayContent(content) { Headers = { ContentType = new MediaTypeHeaderValue(type) } }, name, fileName);
        }

        return parts;
    }
}
