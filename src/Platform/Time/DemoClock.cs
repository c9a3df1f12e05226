namespace SocialAssistance.Platform.Time;

/// <summary>
/// The real clock, which a demonstration sets to a moment of the past for one flow of work, so that a year can be lived
/// through the product's own commands. Everything outside that flow goes on reading the real time.
/// </summary>
public sealed class DemoClock(TimeProvider real) : TimeProvider
{
    private static readonly AsyncLocal<(DateTimeOffset Start, DateTimeOffset SetAt)?> Moment = new();

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => real.LocalTimeZone;

    /// <inheritdoc/>
    public override long TimestampFrequency => real.TimestampFrequency;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => Moment.Value is { } moment ? moment.Start + (real.GetUtcNow() - moment.SetAt) : real.GetUtcNow();

    /// <inheritdoc/>
    public override long GetTimestamp() => real.GetTimestamp();

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => real.CreateTimer(callback, state, dueTime, period);

    /// <summary>Does work as if it were that moment, or now where that is still to come; time passes while it lasts.</summary>
    public async Task<T> AtAsync<T>(DateTimeOffset moment, Func<Task<T>> work)
    {
        var now = real.GetUtcNow();
        Moment.Value = (moment < now ? moment.ToUniversalTime() : now, now);
        return await work();
    }
}
