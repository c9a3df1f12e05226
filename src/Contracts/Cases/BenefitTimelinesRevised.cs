using MediatR;

namespace SocialAssistance.Contracts.Cases;

/// <summary>Many timelines decided anew by one order; each is handled as <see cref="BenefitTimelineRevised"/>, all in the same transaction.</summary>
public sealed record BenefitTimelinesRevised(IReadOnlyList<BenefitTimelineRevised> Cases) : INotification;
