using MediatR;
using SocialAssistance.Platform.Data;

namespace SocialAssistance.Platform.Messaging;

/// <summary>
/// One command, one transaction: state, audit and queued work commit together or not at all.
/// A refusal rolls back; a repeated form post is found by its key before anything is done.
/// </summary>
internal sealed class TransactionBehavior<TRequest, TResponse>(UnitOfWork unitOfWork, RequestContext context) : IPipelineBehavior<TRequest, TResponse>
{
    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        if (request is not ICommand || unitOfWork.InTransaction)
        {
            return await next();
        }

        context.Command = typeof(TRequest).Name;
        context.Reason = (request as IReasoned)?.Reason;
        await unitOfWork.BeginAsync(cancellationToken);
        try
        {
            if (context.IdempotencyKey is { } key && !await unitOfWork.ClaimAsync(key, context.Command, cancellationToken))
            {
                throw new AlreadyDoneException(key);
            }

            var response = await next();
            if (response is IResult { Refusal: not null })
            {
                await unitOfWork.RollbackAsync();
            }
            else
            {
                await unitOfWork.CommitAsync(cancellationToken);
            }

            return response;
        }
        catch
        {
            await unitOfWork.RollbackAsync();
            throw;
        }
    }
}
