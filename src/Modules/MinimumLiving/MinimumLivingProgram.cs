using System.Collections.Concurrent;
using SocialAssistance.Contracts.Cases;
using SocialAssistance.Contracts.Programs;
using SocialAssistance.Contracts.Standards;
using SocialAssistance.Rules.Determinations;
using SocialAssistance.Rules.Households;
using SocialAssistance.Rules.Standards;
using SocialAssistance.Rules.Values;

namespace SocialAssistance.MinimumLiving;

/// <summary>低保 as a programme: facts in, the core's determination out. Nothing is reckoned here.</summary>
internal sealed class MinimumLivingProgram(ICountySettings county) : IAssistanceProgram
{
    private static readonly Benefit[] Own = [Benefit.MinimumLivingAllowance, Benefit.CategorySupplement, Benefit.EmergencyUplift];
    private const int MostMonths = 500;
    private readonly ConcurrentDictionary<(PolicyBook, BenefitMonth, DateOnly?), MonthFigures> _figures = new();

    public string Code => "minimum-living";

    public string Name => "低保";

    public Assessment Assess(CaseFacts facts, AssessmentContext context)
    {
        var household = FactsMapping.Household(facts);
        var request = new HouseholdMonthRequest(context.Month, household);
        var figures = Figures(context);
        var result = HouseholdMonth.Determine(in request, figures);
        var names = facts.Members.ToDictionary(m => FactsMapping.Key(m.PersonId), m => m.Name);
        var amounts = result.Entitlements.Where(e => Own.Contains(e.Benefit)).ToArray();
        return new()
        {
            PolicyCode = context.PolicyCode,
            Month = context.Month.ToString(),
            Outcome = amounts.Length > 0 ? "eligible" : result.Class == HouseholdClass.Undetermined || result.Standard is null ? "undetermined" : "ineligible",
            Class = Vocabulary.Word(result.Class),
            CountedMembers = result.CountedMembers.Length,
            HouseholdIncome = result.HouseholdIncome.Yuan,
            Deductions = result.Deductions.Sum(d => d.Monthly.Yuan),
            PerCapitaIncome = result.PerCapitaIncome?.Yuan,
            Standard = result.Standard?.Yuan,
            MonthlyAmount = amounts.Sum(e => e.Amount.Yuan),
            Amounts = [.. amounts.Select(e => new AssessedAmount(Person(e.Member), e.Member is { } m ? names[m] : facts.Members[0].Name, Vocabulary.Word(e.Benefit), Wording.Of(e.Benefit), e.Amount.Yuan, Vocabulary.Word(e.Basis), Wording.Of(e.Basis)))],
            Refusals = [.. result.Refusals.Where(r => Own.Contains(r.Benefit)).Select(r => new AssessedRefusal(Guid.Parse(r.Member), names[r.Member], Vocabulary.Word(r.Benefit), Vocabulary.Word(r.Reason), Wording.Of(r.Reason)))],
            Warnings = [.. Unfinished(facts), .. result.Warnings.Select(w => ChineseWords.Of(w, w.Member is { } m ? names[m] : null)).Distinct()],
            Counterfactuals = [.. Changes(Counterfactual.Find(in request, figures), names)],
            Steps = [.. result.Steps.Where(s => s.Benefit is null || Own.Any(b => Vocabulary.Word(b) == s.Benefit)).Select(s => new AssessmentStep(s.Label, s.Formula, s.Result, s.Source, Person(s.Member), s.Benefit))],
        };
    }

    private MonthFigures Figures(AssessmentContext context)
    {
        var book = context.Book ?? (context.KnownAt is { } day ? county.Book(context.PolicyCode, EndOf(day)) : county.Book(context.PolicyCode));
        // A new version makes a new book; the months of books nobody asks for any more are let go.
        if (_figures.Count > MostMonths)
        {
            _figures.Clear();
        }

        return _figures.GetOrAdd((book, context.Month, context.KnownAt), key => new MonthFigures(new Resolver(key.Item1, knownAt: key.Item3), key.Item2));
    }

    private static DateTimeOffset EndOf(DateOnly day) => new DateTimeOffset(day.AddDays(1).ToDateTime(TimeOnly.MinValue), TimeSpan.FromHours(8)).AddTicks(-1);

    // The window reads a few of them aloud; a long list helps nobody.
    private static IEnumerable<string> Changes(Counterfactual around, Dictionary<string, string> names) =>
        new[] { around.More, around.Less }.OfType<IncomeChange>().Select(c => c.Sentence)
            .Concat(around.Facts.Select(f => ChineseWords.Of(f, f.Member is { } m ? names[m] : "本户")))
            .Take(6);

    private static IEnumerable<string> Unfinished(CaseFacts facts)
    {
        foreach (var member in facts.Members)
        {
            foreach (var income in member.Income.Where(i => i.Amount is null))
            {
                yield return $"{member.Name}的{CaseVocabulary.IncomeTypes[income.Type]}还没有核实，没有计入";
            }
        }

        if (facts.PropertyLimit is null)
        {
            yield return "家庭财产还没有认定，暂按符合低保财产规定测算";
        }
    }

    private static Guid? Person(string? member) => member is null ? null : Guid.Parse(member);
}
