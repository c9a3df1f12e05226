using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SocialAssistance.Cases.Data;
using SocialAssistance.Contracts.Cases;
using SocialAssistance.Platform.Security;

namespace SocialAssistance.Cases.CaseFiles;

/// <summary>收支财产 of a case: what was declared beside what counts now.</summary>
[Allow("cases.read")]
internal sealed class EconomyModel(CaseViewing viewing, CasesDb db) : PageModel
{
    public sealed record IncomeRow(string Name, string Type, string? Note, string Period, decimal? Declared, decimal? Current);

    public CaseHeader Header { get; private set; } = null!;

    public CaseFacts Facts { get; private set; } = null!;

    public int Version { get; private set; }

    public string Cause { get; private set; } = "";

    public IReadOnlyList<IncomeRow> Incomes { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid caseId, CancellationToken cancellationToken)
    {
        if (await viewing.OpenAsync(caseId, "收支财产", cancellationToken) is not { } header)
        {
            return NotFound();
        }

        Header = header;
        var versions = await db.FactVersions.AsNoTracking()
            .Where(v => v.CaseId == caseId && (v.Number == 1 || v.Number == db.FactVersions.Where(o => o.CaseId == caseId).Max(o => o.Number)))
            .OrderBy(v => v.Number).ToListAsync(cancellationToken);
        var (first, last) = (versions[0], versions[^1]);
        (Facts, Version, Cause) = (last.Facts, last.Number, Changes.ChangeKinds.Find(last.Cause)?.Name ?? FactCauses.Names.GetValueOrDefault(last.Cause, last.Cause));
        Incomes = Rows(first.Facts, last.Facts);
        return Page();
    }

    private static IReadOnlyList<IncomeRow> Rows(CaseFacts declared, CaseFacts current)
    {
        var names = current.Members.Concat(declared.Members).DistinctBy(m => m.PersonId).ToDictionary(m => m.PersonId, m => m.Name);
        var before = Sums(declared);
        var now = Sums(current);
        return [.. now.Keys.Union(before.Keys).OrderBy(k => k.Person).ThenBy(k => k.Type, StringComparer.Ordinal).Select(k => new IncomeRow(
            names[k.Person], k.Type, (now.GetValueOrDefault(k) ?? before[k]).Note, k.Period, before.GetValueOrDefault(k)?.Amount, now.GetValueOrDefault(k)?.Amount))];
    }

    private static Dictionary<(Guid Person, string Type, string Period), IncomeFacts> Sums(CaseFacts facts) =>
        facts.Members.SelectMany(m => m.Income.Select(i => (Key: (m.PersonId, i.Type, i.Period), Income: i)))
            .GroupBy(x => x.Key)
            .ToDictionary(g => g.Key, g => g.First().Income with { Amount = g.Any(x => x.Income.Amount is null) ? null : g.Sum(x => x.Income.Amount) });
}

/// <summary>Why a version of the facts was made, in Chinese.</summary>
internal static class FactCauses
{
    public static IReadOnlyDictionary<string, string> Names { get; } = new Dictionary<string, string>
    {
        ["declared"] = "申报", ["supplement"] = "补正", ["verified"] = "核对", ["visit"] = "入户调查", ["correction"] = "更正", ["self-care"] = "自理能力评估",
    };
}
