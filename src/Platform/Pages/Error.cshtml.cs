using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SocialAssistance.Platform.Security;

namespace SocialAssistance.Platform.Pages;

/// <summary>What people read when a page cannot be shown: what happened, whether anything is lost, what to do.</summary>
[Allow("public.error"), IgnoreAntiforgeryToken, ResponseCache(NoStore = true)]
public sealed class ErrorModel : PageModel
{
    public string Heading { get; private set; } = "系统暂时不能处理";
    public string Advice { get; private set; } = "已保存的内容不会丢失。请稍后再试。";

    /// <summary>Short number that finds the log line; only when the fault is ours.</summary>
    public string? Number { get; private set; }

    public void OnGet(int? code) => Show(code);

    public void OnPost(int? code) => Show(code);

    private void Show(int? code)
    {
        (Heading, Advice) = code switch
        {
            400 => ("页面已过期", "请返回上一页刷新后重新提交，已填的草稿仍然保留。"),
            401 => ("请先登录", "登录后可以继续办理。"),
            403 => ("没有办理权限", "这一步由其他岗位办理。需要权限的，请联系县局管理员。"),
            404 => ("没有找到这个页面", "地址可能有误，或者内容已经移走。请从菜单重新进入，或在上方查找。"),
            413 => ("文件太大", "请选小一点的文件，或者分几次上传。"),
            429 => ("操作太频繁", "请过几分钟再试。"),
            _ => (Heading, Advice),
        };
        if (code is null or >= 500)
            Number = (Activity.Current?.Id ?? HttpContext.TraceIdentifier).Split('-') is { Length: > 2 } parts ? parts[1][..8].ToUpperInvariant() : HttpContext.TraceIdentifier;
    }
}
