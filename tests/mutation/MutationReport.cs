using System.Globalization;
using System.Text;

namespace SocialAssistance.Mutation;

/// <summary>What became of every fault.</summary>
internal sealed record MutationReport(IReadOnlyList<Mutant> Mutants, IReadOnlyList<Verdict> Verdicts, string Sound)
{
    private const int Wanted = 90;

    private int Killed => Verdicts.Count(v => v.IsKilled);

    private string Share => Mutants.Count == 0 ? "nothing" : string.Create(CultureInfo.InvariantCulture, $"{100m * Killed / Mutants.Count:0.0} %");

    private IEnumerable<Mutant> Survivors => Mutants.Where((_, i) => !Verdicts[i].IsKilled);

    /// <summary>Enough are killed, and each survivor says why it may live.</summary>
    public bool IsGood => Mutants.Count > 0 && Killed * 100 >= Wanted * Mutants.Count && Survivors.All(m => m.Stays is not null);

    public string ToText()
    {
        var text = new StringBuilder();
        foreach (var mutant in Survivors)
        {
            text.Append(CultureInfo.InvariantCulture, $"survived: {mutant.File}: {mutant.Fault}: {mutant.Stays ?? "no reason is given"}\n");
        }

        return text.Append(CultureInfo.InvariantCulture, $"{Killed} of {Mutants.Count} faults killed ({Share}, wanted {Wanted} %); without a fault {Sound}\n").ToString();
    }

    /// <summary><c>docs/mutation.md</c>.</summary>
    public string ToPage()
    {
        var page = new StringBuilder();
        page.Append(CultureInfo.InvariantCulture, $"""
            # Planted faults

            Written by `./dev mutate --write`. Single faults from `tests/mutation/mutants.txt` are planted in `src/Rules` one at a time, and the facts and theories of `tests/Rules.Tests` (the case tables and the tests per rule, not the laws over random households) run against each. Without a fault {Sound}.

            **{Killed} of {Mutants.Count} faults are killed: {Share}** (at least {Wanted} % is wanted).

            ## Survivors


            """);
        var survivors = Survivors.ToArray();
        page.Append(survivors.Length == 0 ? "None.\n" : "| File | Fault | Why it may stay |\n|---|---|---|\n");
        foreach (var mutant in survivors)
        {
            page.Append(CultureInfo.InvariantCulture, $"| {mutant.File} | {mutant.Fault} | {mutant.Stays ?? "**no reason given**"} |\n");
        }

        page.Append("\n## Faults\n\n| File | Fault | First killed by |\n|---|---|---|\n");
        for (var i = 0; i < Mutants.Count; i++)
        {
            page.Append(CultureInfo.InvariantCulture, $"| {Mutants[i].File} | {Mutants[i].Fault} | {(Verdicts[i].IsKilled ? Verdicts[i].Words.Replace("|", "\\|", StringComparison.Ordinal) : "survives")} |\n");
        }

        return page.ToString();
    }
}
