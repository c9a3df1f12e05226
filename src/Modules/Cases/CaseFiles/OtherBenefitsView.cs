using SocialAssistance.Contracts.Programs;

namespace SocialAssistance.Cases.CaseFiles;

/// <summary>What other programmes would pay, and where the family's data would be carried over from.</summary>
internal sealed record OtherBenefitsView(IReadOnlyList<OtherBenefit> Others, bool MayStart, Guid? DraftId = null, Guid? CaseId = null);
