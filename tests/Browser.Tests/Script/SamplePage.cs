using Microsoft.Playwright;
using SocialAssistance.Browser.Tests.Harness;

namespace SocialAssistance.Browser.Tests.Script;

/// <summary>A page as the tag helpers draw it, served at /sample with the product's own script and style.</summary>
internal static class SamplePage
{
    private const string Row = """
        <div class="app-row" data-row role="group" aria-label="成员 {1}"><div class="app-row__fields">
        <div class="govuk-form-group"><label class="govuk-label" for="Members_{0}__Name">姓名</label><input class="govuk-input" id="Members_{0}__Name" name="Members[{0}].Name"></div>
        <div class="govuk-form-group"><label class="govuk-label" for="Members_{0}__Id">身份证号</label><input class="govuk-input" id="Members_{0}__Id" name="Members[{0}].Id" data-check="/sample/check" data-check-target="Members_{0}__Id-check"><div id="Members_{0}__Id-check"></div></div>
        </div><button class="app-link-button app-row__remove" data-row-remove name="__rows" type="submit" value="remove:Members:{0}">移除</button></div>
        """;

    private static readonly string Html = $"""
        <!doctype html><html lang="zh-CN"><head><title>试</title>
        <link rel="stylesheet" href="/_content/SocialAssistance.Platform/app.css"><script type="module" src="/_content/SocialAssistance.Platform/app.js"></script></head>
        <body data-session-minutes="30" data-keep-alive="/sample/alive" data-login="/login"><main><h1>试</h1>
        <form id="f" method="post" action="/sample/saved" data-draft="/sample/draft" enctype="multipart/form-data">
        <button type="submit" class="govuk-visually-hidden" tabindex="-1" aria-hidden="true"></button>
        <div class="app-rows" data-rows="Members">{string.Format(null, Row, 0, 1)}<template>{string.Format(null, Row, "__i__", "")}</template>
        <button class="govuk-button" type="submit" data-row-add name="__rows" value="add:Members">+ 添加成员</button></div>
        <label for="photo">照片</label><div class="govuk-form-group"><input type="file" id="photo" name="photo" data-shrink data-max-mb="10"></div>
        <div class="app-actions"><button class="govuk-button" type="submit">保存</button></div>
        <p data-draft-status role="status"></p></form>
        <dialog id="session-dialog"><h2 data-session-title></h2><p data-session-text></p><a href="/login" data-session-login hidden>重新登录</a><button type="button" data-session-stay></button></dialog>
        </main></body></html>
        """;

    public static async Task<IPage> OpenAsync(Window window)
    {
        await window.Page.RouteAsync("**/sample", route => route.FulfillAsync(new() { ContentType = "text/html; charset=utf-8", Body = Html }));
        await window.Page.RouteAsync("**/sample/check", route => route.FulfillAsync(new() { ContentType = "text/html; charset=utf-8", Body = "校验通过" }));
        await window.Page.RouteAsync("**/sample/draft", route => route.FulfillAsync(new() { Status = 204 }));
        await window.Page.RouteAsync("**/sample/alive", route => route.FulfillAsync(new() { Status = 204 }));
        await window.Go("/sample");
        await window.Page.WaitForSelectorAsync("html.js");
        return window.Page;
    }
}
