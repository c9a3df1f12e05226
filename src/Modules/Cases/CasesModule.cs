using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SocialAssistance.Cases.CaseFiles;
using SocialAssistance.Cases.Changes;
using SocialAssistance.Cases.Data;
using SocialAssistance.Cases.Deadlines;
using SocialAssistance.Cases.Decisions;
using SocialAssistance.Cases.Demo;
using SocialAssistance.Cases.Intake;
using SocialAssistance.Cases.Steps;
using SocialAssistance.Contracts.Cases;
using SocialAssistance.Contracts.Demo;
using SocialAssistance.Cases.Replay;
using SocialAssistance.Cases.Uprating;
using SocialAssistance.Cases.Worklist;
using SocialAssistance.Platform.Jobs;
using SocialAssistance.Platform.Modules;
using SocialAssistance.Platform.Navigation;

namespace SocialAssistance.Cases;

/// <summary>Case files: intake, investigation, opinion, publicity, confirmation and letters.</summary>
public sealed class CasesModule : IModule
{
    /// <inheritdoc/>
    public string Schema => "cases";

    /// <inheritdoc/>
    public int Order => 40;

    /// <inheritdoc/>
    public void Register(IServiceCollection services, IConfiguration configuration)
    {
        services.AddDbContext<CasesDb>();
        services.AddScoped<CaseDesk>();
        services.AddScoped<CaseChanges>();
        services.AddScoped<CaseViewing>();
        services.AddScoped<CaseSteps>();
        services.AddScoped<IDeclinedCases, DeclinedCases>();
        services.AddScoped<CarryingRun>();
        services.AddScoped<IJobHandler, UpratingJob>();
        services.AddScoped<IJobHandler, TakeBackJob>();
        services.AddScoped<IUpratings, Upratings>();
        services.AddScoped<Replayer>();
        services.AddScoped<ChangeReplay>();
        services.AddScoped<IVerb, ReplayVerb>();
        services.AddScoped<DeskStages>();
        services.AddScoped<Deciders>();
        services.AddScoped<WorklistQuery>();
        services.AddScoped<BatchCandidates>();
        services.AddScoped<ConfirmBatch>();
        services.AddSingleton<INavigation, CasesNavigation>();
        services.AddScoped<INavigationCounts, CasesNavigationCounts>();
        services.AddScoped<ICases, CaseFinder>();
        services.AddScoped<ICaseDeadlines, MoveDeadlines>();
        services.AddScoped<DemoFamilies>();
        services.AddScoped<DemoVerb>();
        services.AddScoped<IVerb>(s => s.GetRequiredService<DemoVerb>());
        services.AddScoped<IDemoPart, CasesDemo>();
        services.AddScoped<IDemoPart, ChangesDemo>();
        services.AddScoped<DemoChanges>();
        services.AddScoped<IDemoStory, DemoLife>();
        services.AddHostedService<DemoStart>();
        services.AddChanges();
        services.AddIntake();
        services.AddSteps();
    }
}
