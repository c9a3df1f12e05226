using FluentValidation;
using SocialAssistance.Platform.Messaging;

namespace SocialAssistance.Disbursement.Rosters;

/// <summary>Takes a household out of a roster (移出本批); what it is due is paid by a later one.</summary>
internal sealed record ExcludeHouseholdCommand(Guid RosterId, Guid HouseholdId, string? Reason) : ICommand<string>, IReasoned;

internal sealed class ExcludeHouseholdValidator : AbstractValidator<ExcludeHouseholdCommand>
{
    public ExcludeHouseholdValidator() =>
        RuleFor(c => c.Reason).NotEmpty().WithMessage("请填写移出本批的原因").MaximumLength(200).WithMessage("原因最多 200 字，请精简");
}
