using System.Collections.Immutable;
using SocialAssistance.Contracts.Cases;
using SocialAssistance.Rules.Households;
using SocialAssistance.Rules.Standards;
using SocialAssistance.Rules.Values;

namespace SocialAssistance.MinimumLiving;

/// <summary>Reads a case's facts as the household the core knows. Codes are the same words; an unknown one is a programming error.</summary>
internal static class FactsMapping
{
    public static Household Household(CaseFacts facts) => new()
    {
        Area = Word<Area>(facts.Area),
        // Not assessed yet counts as within the limit, so that the window can see a first figure; a warning says so.
        Property = facts.PropertyLimit is { } limit ? Word<PropertyStanding>(limit) : PropertyStanding.WithinAllowanceLimit,
        RegisteredPoverty = facts.RegisteredPoverty,
        Members = [.. facts.Members.Select(Member)],
        Expenditures = [.. facts.Expenditures.Select(e => new Expenditure(Word<ExpenditureType>(e.Type), new Money(e.Amount), Word<Period>(e.Period), e.PersonId is { } id ? Key(id) : null))],
    };

    /// <summary>How the core names a person.</summary>
    public static string Key(Guid personId) => personId.ToString("N");

    private static Member Member(MemberFacts facts) => new()
    {
        Id = Key(facts.PersonId),
        Name = facts.Name,
        BirthDate = facts.BirthDate,
        Relation = Word<Relation>(facts.Relation),
        LivesTogether = facts.LivesTogether,
        Dependent = facts.Dependent,
        Absence = Word<Absence>(facts.Absence),
        Disability = facts is { DisabilityCategory: { } category, DisabilityGrade: { } grade } ? new(Word<DisabilityCategory>(category), grade, facts.DisabilityValidUntil) : null,
        SeriousIllness = facts.SeriousIllness,
        Employed = facts.Employed,
        SupportedByParentsOrSiblings = facts.SupportedByParentsOrSiblings,
        AppliesAlone = facts.AppliesAlone,
        AllowanceClass = Word<AllowanceClass>(facts.AllowanceClass),
        Education = facts.EducationStage is { } stage ? new(Word<EducationStage>(stage), facts.Enrolled) : null,
        Income = Incomes(facts),
    };

    // A source whose amount is not known yet is left out here; the assessment warns, and the opinion waits for it.
    private static ImmutableArray<Income> Incomes(MemberFacts facts) =>
        [.. facts.Income.Where(i => i.Amount is not null).Select(i => new Income(Word<IncomeType>(i.Type), new Money(i.Amount!.Value), Word<Period>(i.Period)))];

    private static T Word<T>(string word) where T : struct, Enum =>
        Vocabulary<T>.TryParse(word, out var value) ? value : throw new ArgumentException($"\"{word}\" is no {typeof(T).Name}.");
}
