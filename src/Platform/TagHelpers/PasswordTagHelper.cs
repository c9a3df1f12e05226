using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace SocialAssistance.Platform.TagHelpers;

/// <summary>A password; never sent back to the browser. <c>autocomplete</c> says whether it is the current or a new one.</summary>
[HtmlTargetElement("app-password", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class PasswordTagHelper : TextTagHelper
{
    internal override bool KeepsTyped => false;

    private protected override TagBuilder Input(FieldState field)
    {
        var box = base.Input(field).With("type", "password").With("autocomplete", "current-password");
        box.Attributes.Remove("value");
        return box;
    }
}
