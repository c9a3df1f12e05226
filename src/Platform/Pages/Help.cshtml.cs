using Microsoft.AspNetCore.Mvc.RazorPages;
using SocialAssistance.Platform.Security;

namespace SocialAssistance.Platform.Pages;

/// <summary>The keyboard map; the same keys mean the same everywhere.</summary>
[Allow("public.help")]
public sealed class HelpModel : PageModel
{
    public static IReadOnlyList<(string Key, string Use)> Keys { get; } =
    [
        ("1 – 9", "打开左侧菜单的第 1 至第 9 项"), ("Q", "查找家庭"), ("N", "受理登记，或办理下一户"), ("S", "保存、继续、提交"),
        ("P", "打印"), ("Y", "确认"), ("T", "退回"), ("R", "不予确认"), ("B", "批量办理"), ("H", "打开本页"),
    ];
}
