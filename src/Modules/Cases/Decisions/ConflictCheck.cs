using SocialAssistance.Contracts.Cases;
using SocialAssistance.Contracts.Disbursement;
using SocialAssistance.Contracts.Programs;
using SocialAssistance.Contracts.Standards;
using SocialAssistance.Rules.Determinations;
using SocialAssistance.Rules.Persons;
using SocialAssistance.Rules.Standards;

namespace SocialAssistance.Cases.Decisions;

/// <summary>Looks for benefits in force that the person may not draw beside a new one; two questions for any number of persons.</summary>
internal sealed class ConflictCheck(IEnumerable<IEntitlements> entitlements, ICountySettings county)
{
    /// <summary>What stands against confirming these amounts, in sentences that say what to do.</summary>
    public async Task<IReadOnlyList<string>> FindAsync(CaseFacts facts, Assessment assessment, DateOnly day, CancellationToken cancellationToken)
    {
        var numbers = facts.Members.ToDictionary(m => m.PersonId, m => m.IdNumber);
        var wanted = assessment.Amounts.Where(a => a.PersonId is { } id && numbers.GetValueOrDefault(id) is not null).ToLookup(a => numbers[a.PersonId!.Value]!);
        var found = new List<string>();
        foreach (var (active, name, benefit) in from active in await ActiveAsync([.. wanted.Select(w => w.Key)], cancellationToken)
                                                from amount in wanted[active.IdNumber]
                                                select (active, amount.PersonName, amount.Benefit))
        {
            if (Excludes(benefit, active.Benefit, day) is { } rule)
            {
                found.Add($"{name}正在享受{active.BenefitName}（{active.FromMonth} 起，每月 {Platform.TagHelpers.Show.Money(active.Amount)} 元）：{rule}。请先在原案卷停发或变更，再确认本案");
            }
        }

        return [.. found.Distinct()];
    }

    /// <summary>The rule by which a benefit in force stands against one of the programme's; null where none does.</summary>
    public string? Against(ProgramProfile program, ActiveBenefit active, DateOnly day) =>
        program.Benefits.Contains(active.Benefit) ? null : program.Benefits.Select(b => Excludes(b, active.Benefit, day)).FirstOrDefault(r => r is not null);

    private string? Excludes(string one, string other, DateOnly day) =>
        Vocabulary<Benefit>.TryParse(one, out var a) && Vocabulary<Benefit>.TryParse(other, out var b) ? Exclusions.Rule(a, b, NursingAllowed(day)) : null;

    private bool NursingAllowed(DateOnly day) =>
        new Resolver(county.Book(county.PolicyCode)).Find(ParameterCatalogue.Exclusion.ExtremePovertyNursingSubsidy, day) is { Value: NursingExclusion.Warn };

    private async Task<IReadOnlyList<ActiveBenefit>> ActiveAsync(string[] idNumbers, CancellationToken cancellationToken)
    {
        var active = new List<ActiveBenefit>();
        foreach (var source in entitlements)
        {
            active.AddRange(await source.ActiveAsync(idNumbers, cancellationToken));
        }

        return active;
    }
}
