using FluentValidation;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Npgsql;
using SocialAssistance.Platform.Data;

namespace SocialAssistance.Platform.Messaging;

/// <summary>
/// What every form post has in common: the idempotency key, validation messages beside the fields (typed values kept),
/// and the answer to a post that was carried out before.
/// </summary>
internal sealed partial class PostFilter(RequestContext context, UnitOfWork unitOfWork, ILogger<PostFilter> logger) : IAsyncPageFilter
{
    private const string KeyField = "__idem";
    private const string DraftHeader = "X-Draft";

    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext selected) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext executing, PageHandlerExecutionDelegate next)
    {
        var request = executing.HttpContext.Request;
        // A draft saves itself many times from one form; only the form's own post is carried out once.
        if (HttpMethods.IsPost(request.Method) && !request.Headers.ContainsKey(DraftHeader) && request.HasFormContentType && request.Form[KeyField].ToString() is { Length: > 0 and <= 64 } key)
        {
            context.IdempotencyKey = key;
        }

        var executed = await next();
        switch (executed.Exception)
        {
            case ValidationException invalid when executing.HandlerInstance is PageModel page:
                executed.ExceptionHandled = true;
                foreach (var failure in invalid.Errors)
                {
                    page.ModelState.AddModelError(FieldName(page, failure.PropertyName), failure.ErrorMessage);
                }

                executed.Result = await InvalidAsync(page, executing.HttpContext.RequestAborted);
                break;
            case AlreadyDoneException done:
                executed.ExceptionHandled = true;
                executed.Result = new LocalRedirectResult(await FirstAnswerAsync(done.Key, request, executing.HttpContext.RequestAborted));
                break;
            case { } failure when IsOvertaken(failure) && executing.HandlerInstance is PageModel page:
                executed.ExceptionHandled = true;
                // Usually two people; where it comes again and again it is a fault of ours, and the log shows which table.
                Overtaken(failure);
                executed.Result = await OvertakenAsync(page, executing.HttpContext.RequestAborted);
                break;
            case null when context is { IdempotencyKey: { } posted, Command: not null } && executed.Result is IActionResult result && Target(result, executing) is { } target:
                await unitOfWork.ExecuteAsync("update platform.form_posts set location = $2 where key = $1 and location is null", [posted, target], executing.HttpContext.RequestAborted);
                break;
        }
    }

    // Two people saved at the same moment, so close that both passed the check of what they had seen; the database let one through.
    private static bool IsOvertaken(Exception failure) =>
        failure is DbUpdateConcurrencyException
        || (failure as PostgresException ?? failure.InnerException as PostgresException)?.SqlState is PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected;

    [LoggerMessage(Level = LogLevel.Warning, Message = "A save was overtaken by another one")]
    private partial void Overtaken(Exception failure);

    private static async Task<IActionResult> OvertakenAsync(PageModel page, CancellationToken cancellationToken)
    {
        const string sentence = "刚才有其他人同时保存，这一次没有存上。请核对最新内容后再提交";
        if (page.Request.Headers.ContainsKey(DraftHeader))
        {
            return new StatusCodeResult(StatusCodes.Status409Conflict);
        }

        if (page is not IReloads reloads)
        {
            return page.Done(page.Request.Path + page.Request.QueryString.Value, sentence);
        }

        await reloads.ReloadAsync(cancellationToken);
        return page.Refuse(new("overtaken", sentence));
    }

    private static async Task<IActionResult> InvalidAsync(PageModel page, CancellationToken cancellationToken)
    {
        if (page is IReloads reloads)
        {
            await reloads.ReloadAsync(cancellationToken);
        }

        var again = page.Page();
        again.StatusCode = StatusCodes.Status400BadRequest;
        return again;
    }

    // Validators see the command; the form's fields carry the name of the property it is bound to.
    private static string FieldName(PageModel page, string property) =>
        page.ModelState.ContainsKey(property) || page.GetType().GetProperty("Input") is null ? property : $"Input.{property}";

    private async Task<string> FirstAnswerAsync(string key, HttpRequest request, CancellationToken cancellationToken)
    {
        // The first post may still be on its way to its answer: it stores the address right after its commit.
        for (var attempt = 0; attempt < 40; attempt++)
        {
            await using var command = await unitOfWork.CommandAsync("select location from platform.form_posts where key = $1 and location is not null", [key], cancellationToken);
            if (await command.ExecuteScalarAsync(cancellationToken) is string location)
            {
                return location;
            }

            await Task.Delay(50, cancellationToken);
        }

        return request.Path;
    }

    private static string? Target(IActionResult result, PageHandlerExecutingContext executing) => result switch
    {
        LocalRedirectResult local => local.Url,
        RedirectResult { Url: var url } when url.StartsWith('/') => url,
        RedirectToPageResult page when executing.HandlerInstance is PageModel model => model.Url.Page(page.PageName, page.PageHandler, page.RouteValues, null, null, page.Fragment),
        _ => null,
    };
}

/// <summary>A page whose lists and labels must be read again before it is shown with errors.</summary>
public interface IReloads
{
    /// <summary>Reads what the page shows besides the form's own fields.</summary>
    Task ReloadAsync(CancellationToken cancellationToken);
}
