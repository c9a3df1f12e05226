using MediatR;

namespace SocialAssistance.Platform.Messaging;

/// <summary>Marks requests that change something; the pipeline gives each one transaction with audit and idempotency.</summary>
public interface ICommand;

/// <summary>A change; refused with a sentence or answered with <typeparamref name="T"/>.</summary>
public interface ICommand<T> : ICommand, IRequest<Result<T>>;

/// <summary>A question; changes nothing.</summary>
public interface IQuery<out T> : IRequest<T>;

/// <summary>A command whose actor gave a reason; the reason is written beside every change in the audit trail.</summary>
public interface IReasoned
{
    /// <summary>The reason in the actor's words or the text of the chosen article.</summary>
    string? Reason { get; }
}
