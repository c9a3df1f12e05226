using System.Diagnostics;
using MediatR;
using Microsoft.Extensions.Logging;
using SocialAssistance.Platform.Security;

namespace SocialAssistance.Platform.Messaging;

/// <summary>Logs name, actor, duration and outcome of each request; never its values.</summary>
internal sealed partial class LoggingBehavior<TRequest, TResponse>(ILogger<LoggingBehavior<TRequest, TResponse>> logger, ICurrentUser user) : IPipelineBehavior<TRequest, TResponse>
{
    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        var started = Stopwatch.GetTimestamp();
        var response = await next();
        Done(typeof(TRequest).Name, user.Id, Stopwatch.GetElapsedTime(started).Milliseconds, (response as IResult)?.Refusal?.Code ?? "ok");
        return response;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Request} by {Actor} took {Milliseconds} ms: {Outcome}")]
    private partial void Done(string request, Guid? actor, int milliseconds, string outcome);
}
