using MediatR;
using SocialAssistance.Disbursement.Entitlements;
using SocialAssistance.Platform.Messaging;

namespace SocialAssistance.Disbursement.OneOff;

/// <summary>Counts whom a one-off batch would pay and how much (试算), without making anything.</summary>
internal sealed record PreviewOneOffQuery : OneOffInput, IQuery<OneOffPreview>
{
    public PreviewOneOffQuery(OneOffInput input)
        : base(input)
    {
    }
}

internal sealed class PreviewOneOffValidator(ProgramNames programs, TimeProvider time) : OneOffRules<PreviewOneOffQuery>(programs, time);

internal sealed class PreviewOneOffHandler(OneOffDesk desk) : IRequestHandler<PreviewOneOffQuery, OneOffPreview>
{
    public Task<OneOffPreview> Handle(PreviewOneOffQuery query, CancellationToken cancellationToken) =>
        desk.PreviewAsync(Guid.Empty, query.FirstDay(), query.Terms(), cancellationToken);
}
