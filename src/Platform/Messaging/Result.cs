namespace SocialAssistance.Platform.Messaging;

/// <summary>The office says no: a well-formed request that may not be carried out now. Code is stable, Message is Chinese and says what to do next.</summary>
public sealed record Refusal(string Code, string Message);

/// <summary>What a command gives back: a value or the reason why not.</summary>
public interface IResult
{
    /// <summary>Why the command was not carried out; null when it was.</summary>
    Refusal? Refusal { get; }
}

/// <inheritdoc cref="IResult"/>
public sealed record Result<T> : IResult
{
    private readonly T? _value;

    private Result(T? value, Refusal? refusal) => (_value, Refusal) = (value, refusal);

    /// <inheritdoc/>
    public Refusal? Refusal { get; }

    /// <summary>The value; asking for it after a refusal is a programming error.</summary>
    public T Value => Refusal is null ? _value! : throw new InvalidOperationException($"No value: refused with {Refusal.Code}.");

    public static implicit operator Result<T>(T value) => new(value, null);

    public static implicit operator Result<T>(Refusal refusal) => new(default, refusal);
}
