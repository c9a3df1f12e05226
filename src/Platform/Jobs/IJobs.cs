namespace SocialAssistance.Platform.Jobs;

/// <summary>Queues work that is done after the current transaction commits, at least once, by any process.</summary>
public interface IJobs
{
    /// <summary>Adds a row of work in the current transaction.</summary>
    Task EnqueueAsync(string kind, object payload, CancellationToken cancellationToken = default);

    /// <summary>Does what is queued, committed and due, here and now; work that another process has in hand is left to it.</summary>
    Task RunDueAsync(CancellationToken cancellationToken = default);

    /// <summary>Adds a row of work that is not begun before a moment.</summary>
    Task EnqueueAsync(string kind, object payload, DateTimeOffset notBefore, CancellationToken cancellationToken = default);
}

/// <summary>Does one kind of queued work. Must be safe to run again after a crash: it starts over from what is committed.</summary>
public interface IJobHandler
{
    /// <summary>The kind of work, as given to <see cref="IJobs.EnqueueAsync"/>.</summary>
    string Kind { get; }

    /// <summary>Does the work; begins its own transactions through the scope's unit of work.</summary>
    Task RunAsync(System.Text.Json.JsonElement payload, CancellationToken cancellationToken);
}
