using Microsoft.Extensions.DependencyInjection;
using SocialAssistance.Contracts.Accounts;

namespace SocialAssistance.Harness;

/// <summary>What every test finds in its database besides the tables: the demonstration county's divisions and accounts.</summary>
internal static class TemplateContent
{
    public static Task FillAsync(IServiceProvider services) => services.GetRequiredService<IAccountsSeed>().SeedAsync();
}
