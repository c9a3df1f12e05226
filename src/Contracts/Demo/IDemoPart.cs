using SocialAssistance.Contracts.Cases;
using SocialAssistance.Contracts.Programs;

namespace SocialAssistance.Contracts.Demo;

/// <summary>A module's share in filling the demonstration county; writes by COPY on the shared connection, inside one transaction per batch.</summary>
public interface IDemoPart
{
    /// <summary>Smaller first: those a foreign key points to.</summary>
    int Order { get; }

    /// <summary>Writes a batch of families.</summary>
    Task FillAsync(IReadOnlyList<DemoFamily> families, DemoYear year, CancellationToken cancellationToken);
}

/// <summary>A made-up family with everything modules need to write about it. Nobody in it is real.</summary>
/// <param name="HouseholdId">Registry identifier of the household.</param>
/// <param name="CaseId">Identifier of the case.</param>
/// <param name="CaseNumber">Number of the case.</param>
/// <param name="DivisionCode">Twelve-digit code of the village.</param>
/// <param name="Program">Code of the programme.</param>
/// <param name="Facts">Members, income, property, payee; persons carry registry identifiers.</param>
/// <param name="Stage">Where the case stands; see <see cref="Stages"/>.</param>
/// <param name="AcceptedOn">Day of acceptance.</param>
/// <param name="DecidedOn">Day of the decision, where there is one.</param>
/// <param name="DeterminationId">Identifier of the determination that counts.</param>
/// <param name="Assessment">The core's answer for this family.</param>
public sealed record DemoFamily(
    Guid HouseholdId, Guid CaseId, string CaseNumber, string DivisionCode, string Program, CaseFacts Facts, string Stage, DateOnly AcceptedOn, DateOnly? DecidedOn,
    Guid DeterminationId, Assessment Assessment)
{
    /// <summary>What the family is due where it changed since; empty: what was confirmed, without end.</summary>
    public IReadOnlyList<BenefitSpan> Spans { get; init; } = [];

    /// <summary>Part in the story of the year (see <see cref="IDemoStory"/>); null for the many to whom nothing happens through commands.</summary>
    public string? Role { get; init; }

    /// <summary>The applicant.</summary>
    public MemberFacts Head => Facts.Members[0];
}
