using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SocialAssistance.Accounts.Administration;
using SocialAssistance.Accounts.Data;
using SocialAssistance.Accounts.Demo;
using SocialAssistance.Accounts.Divisions;
using SocialAssistance.Accounts.Sessions;
using SocialAssistance.Accounts.SignIn;
using SocialAssistance.Accounts.Trail;
using SocialAssistance.Accounts.Users;
using SocialAssistance.Contracts.Accounts;
using SocialAssistance.Contracts.Demo;
using SocialAssistance.Platform.Modules;
using SocialAssistance.Platform.Navigation;

namespace SocialAssistance.Accounts;

/// <summary>Divisions, accounts, log-in and the audit trail's page.</summary>
public sealed class AccountsModule : IModule
{
    /// <inheritdoc/>
    public string Schema => "accounts";

    /// <inheritdoc/>
    public int Order => 10;

    /// <inheritdoc/>
    public void Register(IServiceCollection services, IConfiguration configuration)
    {
        services.AddDbContext<AccountsDb>();
        services.AddSingleton<DivisionBook>();
        services.AddSingleton<IDivisions>(s => s.GetRequiredService<DivisionBook>());
        services.AddScoped<IAccounts, AccountBook>();
        services.AddScoped<IVerb, ImportDivisions>();
        services.AddScoped<IVerb, CreateAdministrator>();
        services.AddScoped<IVerb, VerifyTrailVerb>();
        services.AddScoped<IPasswordCheck, PasswordCheck>();
        services.AddSingleton<INavigation, AccountsNavigation>();
        services.AddSingleton(_ => TrailWords.Shipped());
        services.AddSingleton<TrailSentence>();
        services.AddScoped<TrailQuery>();
        services.AddScoped<ShowTrailHandler>();

        services.AddSingleton(new DemoSetting(configuration.GetValue("Demo", false)));
        services.AddScoped<IAccountsSeed, AccountsSeed>();
        services.AddSingleton<IDemoActor, DemoActor>();
        services.AddHostedService<DemoStart>();

        services.AddSingleton<FormerSession>();
        services.AddScoped<InterruptedPosts>();
        AddSignIn(services, TimeSpan.FromMinutes(configuration.GetValue("Site:SessionMinutes", 30)));
    }

    private static void AddSignIn(IServiceCollection services, TimeSpan idle)
    {
        services.AddIdentityCore<User>().AddUserStore<UserStore>().AddSignInManager();
        services.AddScoped<IUserClaimsPrincipalFactory<User>, UserPrincipal>();
        // A new password, other rights or a disabled account end open sessions within this time.
        services.Configure<SecurityStampValidatorOptions>(o => o.ValidationInterval = TimeSpan.FromMinutes(1));
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies(b => b.ApplicationCookie!.Configure(o =>
        {
            o.LoginPath = "/login";
            o.ExpireTimeSpan = idle;
            o.SlidingExpiration = true;
            o.Cookie.Name = "session";
            o.Cookie.HttpOnly = true;
            o.Cookie.SameSite = SameSiteMode.Lax;
            o.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            o.Events.OnRedirectToLogin = SessionEnd.ToLogInAsync;
            o.Events.OnRedirectToAccessDenied = SessionEnd.ToForbiddenAsync;
        }));
        services.Configure<MvcOptions>(o => o.Filters.Add<MustChangePasswordFilter>());
    }
}
