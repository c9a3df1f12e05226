using Microsoft.Extensions.DependencyInjection;
using SocialAssistance.Cases.Intake.Accept;
using SocialAssistance.Cases.Intake.Checks;
using SocialAssistance.Cases.Letters;
using SocialAssistance.Cases.Materials;
using SocialAssistance.Cases.Supplements;
using SocialAssistance.Platform.Navigation;

namespace SocialAssistance.Cases.Intake;

/// <summary>The services of the intake, its materials and its letters.</summary>
internal static class IntakeRegistration
{
    public static IServiceCollection AddIntake(this IServiceCollection services) => services
        .AddScoped<DraftDesk>()
        .AddScoped<DuplicateCheck>()
        .AddScoped<CaseNumbers>()
        .AddScoped<FileStore>()
        .AddScoped<SupplementDesk>()
        .AddScoped<LetterDesk>()
        .AddSingleton<INavigation, IntakeNavigation>();
}

internal sealed class IntakeNavigation : INavigation
{
    public IEnumerable<NavigationItem> Items => [new(20, "受理登记", "/cases/intake", "cases.intake")];
}
