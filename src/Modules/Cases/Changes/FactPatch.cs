using SocialAssistance.Contracts.Cases;

namespace SocialAssistance.Cases.Changes;

/// <summary>
/// What a change does to the facts, as a difference: laid over whatever the facts are in its month, so that the order in
/// which changes became known does not matter.
/// </summary>
internal sealed record FactPatch
{
    public static FactPatch None { get; } = new();

    /// <summary>Layout version of the stored JSON.</summary>
    public int Layout { get; init; } = 1;

    public Guid? PersonId { get; init; }

    /// <summary>A person who was not in the household before.</summary>
    public MemberFacts? Added { get; init; }

    /// <summary>The person's income of one kind.</summary>
    public IncomeFacts? Income { get; init; }

    public bool? Employed { get; init; }

    public string? Absence { get; init; }

    public bool LeavesSchool { get; init; }

    public string? PropertyLimit { get; init; }

    public string? Area { get; init; }

    public string? Address { get; init; }

    /// <summary>Relations to a new head, for everybody.</summary>
    public IReadOnlyDictionary<Guid, string>? Relations { get; init; }

    /// <summary>The facts with this difference.</summary>
    public CaseFacts Apply(CaseFacts facts)
    {
        var members = facts.Members.Select(m => m.PersonId == PersonId ? Change(m) : m);
        if (Added is { } added && facts.Members.All(m => m.PersonId != added.PersonId))
        {
            members = members.Append(added);
        }

        if (Relations is { } relations)
        {
            // The head comes first, by convention of the facts.
            members = members.Select(m => relations.TryGetValue(m.PersonId, out var relation) ? m with { Relation = relation } : m).OrderBy(m => m.Relation != "head").ToArray();
        }

        return facts with { Members = [.. members], PropertyLimit = PropertyLimit ?? facts.PropertyLimit, Area = Area ?? facts.Area, Address = Address ?? facts.Address };
    }

    private MemberFacts Change(MemberFacts member) => member with
    {
        Income = Income is { } income ? [.. member.Income.Where(i => i.Type != income.Type), .. income.Amount == 0 ? (IncomeFacts[])[] : [income]] : member.Income,
        Employed = Employed ?? member.Employed,
        Absence = Absence ?? member.Absence,
        EducationStage = LeavesSchool ? null : member.EducationStage,
        Enrolled = !LeavesSchool && member.Enrolled,
    };
}
