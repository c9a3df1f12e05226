using Microsoft.Extensions.DependencyInjection;
using SocialAssistance.Contracts.Accounts;
using SocialAssistance.Contracts.Standards;

namespace SocialAssistance.Harness;

/// <summary>What every test finds in its database besides the tables: the demonstration county's divisions, accounts and delegations.</summary>
internal static class TemplateContent
{
    public static async Task FillAsync(IServiceProvider services)
    {
        await services.GetRequiredService<IAccountsSeed>().SeedAsync();
        await services.GetRequiredService<IStandardsSeed>().SeedAsync();
    }
}
