namespace SocialAssistance.Contracts.Demo;

/// <summary>A module's share in the year of the demonstration county: what its people do month by month, through its own commands.</summary>
public interface IDemoStory
{
    /// <summary>Smaller first within a month.</summary>
    int Order { get; }

    /// <summary>Before there is any family.</summary>
    Task PrepareAsync(DemoYear year, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Lives a month, counted from 0.</summary>
    Task LiveAsync(DemoYear year, int month, IReadOnlyDictionary<string, DemoFamily> cast, CancellationToken cancellationToken) => Task.CompletedTask;
}

/// <summary>Lets an account of the demonstration act at a moment of the past, as if it had signed in then.</summary>
public interface IDemoActor
{
    /// <summary>Does work with services of its own scope; null acts as the system.</summary>
    Task<T> AsAsync<T>(string? account, DateOnly day, Func<IServiceProvider, Task<T>> work);
}
