using Microsoft.Extensions.DependencyInjection;
using SocialAssistance.Cases.Publicity;
using SocialAssistance.Cases.Publicity.Public;
using SocialAssistance.Cases.Verification;
using SocialAssistance.Cases.Visits;

namespace SocialAssistance.Cases.Steps;

/// <summary>Registers the steps between acceptance and confirmation.</summary>
internal static class StepRegistration
{
    public static IServiceCollection AddSteps(this IServiceCollection services) => services
        .AddScoped<StepGate>()
        .AddScoped<VerificationDesk>()
        .AddScoped<VisitDrafts>()
        .AddScoped<PublicityClock>()
        .AddScoped<PublicityQueue>()
        .AddScoped<ProgramTitles>()
        .AddScoped<Decisions.ConflictCheck>()
        .AddScoped<PublicNotices>()
        .AddHostedService<PublicityTimer>();
}
