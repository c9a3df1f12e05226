using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SocialAssistance.Contracts.Demo;
using SocialAssistance.Contracts.Disbursement;
using SocialAssistance.Disbursement.BankLists;
using SocialAssistance.Disbursement.BankTemplates;
using SocialAssistance.Disbursement.Corrections;
using SocialAssistance.Disbursement.Data;
using SocialAssistance.Disbursement.Demo;
using SocialAssistance.Disbursement.Entitlements;
using SocialAssistance.Disbursement.Funding;
using SocialAssistance.Disbursement.Hints;
using SocialAssistance.Disbursement.OneOff;
using SocialAssistance.Disbursement.Overpayments;
using SocialAssistance.Disbursement.Returns;
using SocialAssistance.Disbursement.Rosters;
using SocialAssistance.Disbursement.Settlement;
using SocialAssistance.Disbursement.Verification;
using SocialAssistance.Platform.Jobs;
using SocialAssistance.Platform.Modules;
using SocialAssistance.Platform.Navigation;

namespace SocialAssistance.Disbursement;

/// <summary>Entitlements, monthly rosters, bank lists and return files: from a confirmed benefit to money that arrived.</summary>
public sealed class DisbursementModule : IModule
{
    /// <inheritdoc/>
    public string Schema => "disbursement";

    /// <inheritdoc/>
    public int Order => 60;

    /// <inheritdoc/>
    public void Register(IServiceCollection services, IConfiguration configuration)
    {
        // The Chinese code pages in which banks still write their files.
        System.Text.Encoding.RegisterProvider(System.Text.CodePagesEncodingProvider.Instance);
        services.AddDbContext<DisbursementDb>();
        services.AddScoped<IEntitlements, EntitlementFinder>();
        services.AddScoped<EntitlementBook>();
        services.AddScoped<IDemoPart, DisbursementDemo>();
        services.AddScoped<IDemoStory, DemoPayments>();
        services.AddScoped<ProgramNames>();
        services.AddSingleton<RosterStretches>();
        services.AddScoped<HintedMembers>();
        services.AddScoped<RosterWorkshop>();
        services.AddScoped<CorrectionDesk>();
        services.AddScoped<IFundingShares, FundingShares>();
        services.AddScoped<FundingDesk>();
        services.AddScoped<SettleDesk>();
        services.AddScoped<OneOffDesk>();
        services.AddScoped<IJobHandler, OneOffJob>();
        services.AddScoped<OverpaymentDesk>();
        services.AddScoped<ReturnDesk>();
        services.AddScoped<IJobHandler, GenerateRosterJob>();
        services.AddScoped<BankListWriter>();
        services.AddScoped<TemplateBook>();
        services.AddScoped<IVerb, VerifySealsVerb>();
        services.AddSingleton<INavigation, DisbursementNavigation>();
    }
}

internal sealed class DisbursementNavigation : INavigation
{
    public IEnumerable<NavigationItem> Items =>
    [
        new(60, "资金发放", "/disbursement/rosters", "disbursement.view", Under: "/disbursement"),
        // The township has no rosters, but payments that came back and accounts to be approved.
        new(61, "发放跟踪", "/disbursement/returned", "disbursement.township", Under: "/disbursement"),
        // The administrator sees no money, but how banks want their lists.
        new(95, "银行格式", "/disbursement/bank-templates", "disbursement.bank-formats"),
    ];
}
