using Microsoft.Extensions.Configuration;

namespace SocialAssistance.Disbursement.Rosters;

/// <summary>
/// Neighbouring townships whose lines are written in one transaction. Small enough that a crash repeats little, large enough
/// that planning the statement costs nothing beside running it.
/// </summary>
/// <param name="WithBackPay">Back pay is of few households, found at once for the whole county: the stretch with the first township brings it.</param>
internal sealed record RosterStretch(IReadOnlyList<string> Townships, bool WithBackPay)
{
    public string From => Townships[0];

    /// <summary>Just behind the last village: ':' follows '9'.</summary>
    public string Until => Townships[^1] + ":";
}

/// <summary>Cuts a county into stretches, as many for each hand and about the same size; <c>Rosters:LinesAtOnce</c> says how many lines one should have at most.</summary>
internal sealed class RosterStretches(IConfiguration configuration)
{
    private readonly long _linesAtOnce = configuration.GetValue("Rosters:LinesAtOnce", 20_000L);

    /// <summary>Stretches over the townships that are not done yet. One that is done lies in no stretch, so none spans it.</summary>
    public IReadOnlyList<RosterStretch> Cut(IReadOnlyList<(string Township, long Lines, bool Done)> townships)
    {
        List<RosterStretch> stretches = [];
        List<string> open = [];
        var all = townships.Where(t => !t.Done).Sum(t => t.Lines);
        var each = all / (double)(RosterWorkshop.Hands * Math.Max(1, Math.Ceiling(all / (double)(RosterWorkshop.Hands * _linesAtOnce))));
        var lines = 0L;
        foreach (var (township, more, done) in townships)
        {
            if (!done)
            {
                open.Add(township);
                lines += more;
            }

            if (done || lines >= each)
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
                stretches.Add(new(open, open[0] == townships[0].Township));
            }

            (open, lines) = ([], 0);
        }
    }
}
