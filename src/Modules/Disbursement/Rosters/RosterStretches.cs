using Microsoft.Extensions.Configuration;

namespace SocialAssistance.Disbursement.Rosters;

/// <summary>
/// Neighbouring townships whose lines are written in one transaction. Small enough that a crash repeats little, large enough
/// that planning the statement costs nothing beside running it.
/// </summary>
internal sealed record RosterStretch(IReadOnlyList<string> Townships)
{
    public string From => Townships[0];

    /// <summary>Just behind the last village: ':' follows '9'.</summary>
    public string Until => Townships[^1] + ":";
}

/// <summary>Cuts a county into stretches; <c>Rosters:LinesAtOnce</c> says how many lines one should have at least.</summary>
internal sealed class RosterStretches(IConfiguration configuration)
{
    private readonly long _linesAtOnce = configuration.GetValue("Rosters:LinesAtOnce", 8000L);

    /// <summary>Stretches over the townships that are not done yet. One that is done lies in no stretch, so none spans it.</summary>
    public IReadOnlyList<RosterStretch> Cut(IEnumerable<(string Township, long Lines, bool Done)> townships)
    {
        List<RosterStretch> stretches = [];
        List<string> open = [];
        var lines = 0L;
        foreach (var (township, more, done) in townships)
        {
            if (!done)
            {
                open.Add(township);
                lines += more;
            }

            if (done || lines >= _linesAtOnce)
            {
                Close();
            }
        }

        Close();
        return stretches;

        void Close()
        {
            if (open.Count > 0)
            {
                stretches.Add(new(open));
            }

            (open, lines) = ([], 0);
        }
    }
}
