using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using System.Text.Encodings.Web;
using SocialAssistance.Platform.TagHelpers;

namespace SocialAssistance.Slices.Tests.Platform;

public sealed class FieldTests
{
    private readonly EmptyModelMetadataProvider _metadata = new();
    private readonly ModelStateDictionary _state = new();

    [Fact]
    public void What_was_typed_wins_over_the_stored_value()
    {
        _state.SetModelValue("Phone", "138x", "138x");
        Assert.Contains("value=\"138x\"", Draw(new TextTagHelper { Label = "手机" }, "13800001402"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_field_names_its_hint_and_its_error_to_screen_readers()
    {
        _state.AddModelError("Phone", "手机号应为 11 位数字");
        var html = Draw(new TextTagHelper { Label = "手机", Hint = "没有手机的请填联系人电话" }, null);
        Assert.Contains("aria-describedby=\"Phone-hint Phone-error\"", html, StringComparison.Ordinal);
        Assert.Contains("id=\"Phone-error\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Typed_markup_stays_text()
    {
        _state.SetModelValue("Phone", "\"><script>", "\"><script>");
        Assert.DoesNotContain("<script>", Draw(new TextTagHelper { Label = "<b>手机" }, null), StringComparison.Ordinal);
    }

    [Fact]
    public void Optional_fields_say_so_and_others_carry_no_mark()
    {
        Assert.Contains("手机（选填）", Draw(new TextTagHelper { Label = "手机", Optional = true }, null), StringComparison.Ordinal);
        Assert.DoesNotContain("*", Draw(new TextTagHelper { Label = "手机" }, null), StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_hint_is_no_hint() =>
        Assert.DoesNotContain("Phone-hint", Draw(new TextTagHelper { Label = "手机", Hint = "" }, null), StringComparison.Ordinal);

    [Fact]
    public void A_list_without_further_pages_offers_no_links()
    {
        var output = Output();
        new PagerTagHelper { After = "", Before = "", Total = 0, ViewContext = View() }.Process(Context(), output);
        Assert.DoesNotContain("<a", Written(output), StringComparison.Ordinal);
    }

    [Fact]
    public void A_money_field_shows_two_decimals() =>
        Assert.Contains("value=\"1530.00\"", Draw(new MoneyTagHelper { Label = "金额" }, 1530m), StringComparison.Ordinal);

    private string Draw(FieldTagHelper field, object? value)
    {
        field.For = new ModelExpression("Phone", _metadata.GetModelExplorerForType(value?.GetType() ?? typeof(string), value));
        field.ViewContext = View();
        var output = Output();
        field.Process(Context(), output);
        return Written(output);
    }

    private ViewContext View() => new() { ViewData = new ViewDataDictionary(_metadata, _state), HttpContext = new DefaultHttpContext() };

    private static TagHelperContext Context() => new([], new Dictionary<object, object>(), "1");

    private static TagHelperOutput Output() => new("app-text", [], (_, _) => Task.FromResult<TagHelperContent>(new DefaultTagHelperContent()));

    private static string Written(TagHelperOutput output)
    {
        using var writer = new StringWriter();
        output.WriteTo(writer, HtmlEncoder.Create(System.Text.Unicode.UnicodeRanges.All));
        return writer.ToString();
    }
}
