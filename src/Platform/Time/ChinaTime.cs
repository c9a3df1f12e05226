namespace SocialAssistance.Platform.Time;

/// <summary>Legal time of the county: Asia/Shanghai, +08:00 all year, read only through the injected <see cref="TimeProvider"/>.</summary>
public static class ChinaTime
{
    private static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    /// <summary>The moment now, with the +08:00 offset.</summary>
    public static DateTimeOffset ChinaNow(this TimeProvider time) => time.GetUtcNow().ToOffset(Offset);

    /// <summary>Today's calendar day in China; between 00:00 and 08:00 it differs from the day in UTC.</summary>
    public static DateOnly Today(this TimeProvider time) => DateOnly.FromDateTime(time.ChinaNow().DateTime);

    /// <summary>Shows a stored moment in local time.</summary>
    public static DateTimeOffset InChina(this DateTimeOffset moment) => moment.ToOffset(Offset);
}
