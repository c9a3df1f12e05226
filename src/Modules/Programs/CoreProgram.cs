using SocialAssistance.Contracts.Cases;
using SocialAssistance.Contracts.Programs;
using SocialAssistance.Rules.Determinations;
using SocialAssistance.Rules.Households;
using SocialAssistance.Rules.Standards;

namespace SocialAssistance.Programs;

/// <summary>Any programme of monthly benefits: facts in, the core's determination out, of which it keeps its own benefits. Nothing is reckoned here.</summary>
internal sealed class CoreProgram(ProgramDefinition definition, FigureShelf shelf) : IAssistanceProgram
{
    public string Code => definition.Code;

    public string Name => definition.Name;

    public ProgramProfile Profile { get; } = definition.Profile with { Benefits = [.. definition.Benefits.Select(Vocabulary.Word)], Figures = definition.Figures };

    public Assessment Assess(CaseFacts facts, AssessmentContext context)
    {
        var figures = shelf.Of(context);
        var screening = definition.Screen(facts, figures);
        // Not assessed yet counts as within the limit where the window needs a first figure; a note says so.
        var household = FactsMapping.Household(screening.Facts, Profile.MeansTested ? PropertyStanding.WithinAllowanceLimit : PropertyStanding.AboveLimits);
        var request = new HouseholdMonthRequest(context.Month, household);
        var result = HouseholdMonth.Determine(in request, figures);
        var answer = Answer(result, facts, screening, context.PolicyCode);
        return Profile.MeansTested && context.Explores ? answer with { Counterfactuals = [.. Changes(Counterfactual.Find(in request, figures), Names(facts))] } : answer;
    }

    public BenefitProjection Project(BenefitHistory history, ProjectionContext context) =>
        new Projection(history, definition, month => shelf.Of(new(context.PolicyCode, month, context.KnownAt, context.Book))).Run(context, Answer);

    private static Dictionary<string, string> Names(CaseFacts facts) => facts.Members.ToDictionary(m => FactsMapping.Key(m.PersonId), m => m.Name);

    private Assessment Answer(HouseholdMonthResult result, CaseFacts facts, Screening screening, string policyCode)
    {
        var names = Names(facts);
        var (own, others) = Shares.Split(definition, result);
        var refusals = result.Refusals.Where(r => definition.Benefits.Contains(r.Benefit)).ToArray();
        return new()
        {
            PolicyCode = policyCode,
            Month = result.Month.ToString(),
            Outcome = Outcome(own, refusals, screening, result),
            Class = Vocabulary.Word(result.Class),
            CountedMembers = result.CountedMembers.Length,
            HouseholdIncome = result.HouseholdIncome.Yuan,
            Deductions = result.Deductions.Sum(d => d.Monthly.Yuan),
            PerCapitaIncome = Profile.MeansTested ? result.PerCapitaIncome?.Yuan : null,
            Standard = Profile.MeansTested ? result.Standard?.Yuan : null,
            MeansTested = Profile.MeansTested,
            MonthlyAmount = own.Sum(e => e.Amount.Yuan),
            Amounts = [.. own.Select(e => new AssessedAmount(Person(e.Member), e.Member is { } m ? names[m] : facts.Members[0].Name, Vocabulary.Word(e.Benefit), Wording.Of(e.Benefit), e.Amount.Yuan, Vocabulary.Word(e.Basis), Wording.Of(e.Basis)))],
            Refusals = [.. screening.Refusals, .. refusals.Select(r => new AssessedRefusal(Guid.Parse(r.Member), names[r.Member], Vocabulary.Word(r.Benefit), Vocabulary.Word(r.Reason), Wording.Of(r.Reason)))],
            Warnings = [.. screening.Open, .. Unfinished(facts), .. screening.Notes, .. result.Warnings.Where(Concerns).Select(w => ChineseWords.Of(w, w.Member is { } m ? names[m] : null)).Distinct()],
            Steps = [.. screening.Steps, .. Shares.Steps(definition, result, own)],
            Others = [.. others.Select(e => Shares.Other(e, result, names))],
        };
    }

    private string Outcome(IReadOnlyList<Entitlement> own, IReadOnlyList<Refusal> refusals, Screening screening, HouseholdMonthResult result)
    {
        if (Profile.MeansTested)
        {
            return own.Count > 0 ? "eligible" : result.Class == HouseholdClass.Undetermined || result.Standard is null ? "undetermined" : "ineligible";
        }

        var open = own.Count > 0 ? screening.Open.Count > 0 : refusals.Any(r => r.Reason == RefusalReason.NotConfigured);
        return open ? "undetermined" : own.Count > 0 ? "eligible" : "ineligible";
    }

    // What stands on the household's means is no matter of a programme that does not ask for them.
    private bool Concerns(Warning warning) => Profile.MeansTested
        || (warning.Key is { } key ? definition.Figures.Any(f => key.StartsWith(f, StringComparison.Ordinal)) : warning.Member is not null);

    // The window reads a few of them aloud; a long list helps nobody.
    private static IEnumerable<string> Changes(Counterfactual around, Dictionary<string, string> names) =>
        new[] { around.More, around.Less }.OfType<IncomeChange>().Select(c => c.Sentence)
            .Concat(around.Facts.Select(f => ChineseWords.Of(f, f.Member is { } m ? names[m] : "本户")))
            .Take(6);

    private IEnumerable<string> Unfinished(CaseFacts facts) => !Profile.Asks.HasFlag(ProgramFacts.Means) ? [] :
        facts.Members.SelectMany(m => m.Income.Where(i => i.Amount is null).Select(i => $"{m.Name}的{CaseVocabulary.IncomeTypes[i.Type]}还没有核实，没有计入"));

    private static Guid? Person(string? member) => member is null ? null : Guid.Parse(member);
}
