using System.Collections.Concurrent;
using System.Diagnostics;

namespace SocialAssistance.Slices.Tests.Builders;

/// <summary>Counts the statements that reach one database, as the driver reports them.</summary>
internal sealed class Statements : IDisposable
{
    private readonly ConcurrentBag<string> _seen = [];
    private readonly ActivityListener _listener;

    public Statements(string database)
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Npgsql",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                if (activity.TagObjects.Any(t => t.Key is "db.name" or "db.namespace" && $"{t.Value}" == database) && activity.TagObjects.Any(t => t.Key is "db.statement" or "db.query.text"))
                {
                    _seen.Add(activity.DisplayName);
                }
            },
        };
        ActivitySource.AddActivityListener(_listener);
    }

    public int Count => _seen.Count;

    public void Dispose() => _listener.Dispose();
}
