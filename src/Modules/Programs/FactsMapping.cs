using System.Collections.Immutable;
using SocialAssistance.Contracts.Cases;
using SocialAssistance.Rules.Households;
using SocialAssistance.Rules.Persons;
using SocialAssistance.Rules.Standards;
using SocialAssistance.Rules.Values;

namespace SocialAssistance.Programs;

/// <summary>Reads a case's facts as the household the core knows. Codes are the same words; an unknown one is a programming error.</summary>
internal static class FactsMapping
{
    /// <summary>The household; <paramref name="unassessed"/> is how property counts that nobody has looked at.</summary>
    public static Household Household(CaseFacts facts, PropertyStanding unassessed) => new()
    {
        Area = Word<Area>(facts.Area),
        Property = Property(facts) ?? unassessed,
        RegisteredPoverty = facts.RegisteredPoverty,
        Members = [.. facts.Members.Select(Member)],
        Expenditures = [.. facts.Expenditures.Select(e => new Expenditure(Word<ExpenditureType>(e.Type), new Money(e.Amount), Word<Period>(e.Period), e.PersonId is { } id ? Key(id) : null))],
    };

    /// <summary>How the core names a person.</summary>
    public static string Key(Guid personId) => personId.ToString("N");

    /// <summary>Result of the property assessment; null: not assessed.</summary>
    public static PropertyStanding? Property(CaseFacts facts) => facts.PropertyLimit is { } limit ? Word<PropertyStanding>(limit) : null;

    /// <summary>Who could support the person; null: not looked into.</summary>
    public static SupportObligor? Obligor(MemberFacts facts) => facts.SupportObligor is { } obligor ? Word<SupportObligor>(obligor) : null;

    /// <summary>What a child is recognised as by what became of the parents; null: nothing.</summary>
    public static PersonStatus? Child(MemberFacts facts) => ChildRecognition.Of(Parent(facts.Father), Parent(facts.Mother));

    /// <summary>The person as the core knows one.</summary>
    public static Member Member(MemberFacts facts) => new()
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
        OwnPropertyWithinLimit = facts.OwnPropertyWithinLimit,
        AllowanceClass = Word<AllowanceClass>(facts.AllowanceClass),
        WorkInjuryNursing = facts.WorkInjuryNursing,
        Statuses = [.. Statuses(facts)],
        CareSetting = Word<CareSetting>(facts.CareSetting),
        ExtremePovertyGround = facts.ExtremePovertyGround is { } ground ? Word<ExtremePovertyGround>(ground) : null,
        SelfCareItemsFailed = facts.SelfCare?.Failed.Count,
        Education = facts.EducationStage is { } stage ? new(Word<EducationStage>(stage), facts.Enrolled) : null,
        Income = Incomes(facts),
    };

    private static IEnumerable<PersonStatus> Statuses(MemberFacts facts)
    {
        if (facts.ExtremePovertyGround is not null)
        {
            yield return PersonStatus.ExtremePoverty;
        }

        if (Child(facts) is { } child)
        {
            yield return child;
        }

        if (facts.HivInfected)
        {
            yield return PersonStatus.HivInfectedChild;
        }

        if (facts.RetrenchedWorker)
        {
            yield return PersonStatus.RetrenchedWorker;
        }
    }

    // A source whose amount is not known yet is left out here; the assessment warns, and the opinion waits for it.
    private static ImmutableArray<Income> Incomes(MemberFacts facts) =>
        [.. facts.Income.Where(i => i.Amount is not null).Select(i => new Income(Word<IncomeType>(i.Type), new Money(i.Amount!.Value), Word<Period>(i.Period)))];

    private static ParentState? Parent(string? word) => word is null ? null : Word<ParentState>(word);

    public static T Word<T>(string word) where T : struct, Enum =>
        Vocabulary<T>.TryParse(word, out var value) ? value : throw new ArgumentException($"\"{word}\" is no {typeof(T).Name}.");
}
