using Microsoft.Extensions.DependencyInjection;
using SocialAssistance.Cases.Reviews;
using SocialAssistance.Contracts.Cases;

namespace SocialAssistance.Cases.Changes;

/// <summary>Registers changes, hearings and reviews.</summary>
internal static class ChangeRegistration
{
    public static IServiceCollection AddChanges(this IServiceCollection services) => services
        .AddScoped<CaseHistories>()
        .AddScoped<ICaseHistories>(s => s.GetRequiredService<CaseHistories>())
        .AddScoped<ChangeDesk>()
        .AddScoped<ChangeExpectations>()
        .AddScoped<ChangeLetters>()
        .AddScoped<ChangeFollowing>()
        .AddScoped<NewcomerCheck>()
        .AddScoped<Relocations>()
        .AddScoped<DynamicQuery>()
        .AddScoped<ReviewRhythm>()
        .AddScoped<ReviewCalendar>()
        .AddScoped<ReviewedBenefits>()
        .AddHostedService<ReviewTimer>();
}
