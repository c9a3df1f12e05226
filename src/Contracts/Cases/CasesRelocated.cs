using MediatR;

namespace SocialAssistance.Contracts.Cases;

/// <summary>Files were handed over to the townships families moved to (案卷移交); what belongs to them follows in the same transaction.</summary>
public sealed record CasesRelocated(IReadOnlyList<RelocatedCase> Cases) : INotification;

/// <summary>A file and the village it belongs to now.</summary>
public sealed record RelocatedCase(Guid CaseId, Guid HouseholdId, string DivisionCode);
