using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SocialAssistance.Platform.Navigation;
using SocialAssistance.Platform.Security;

namespace SocialAssistance.Accounts.Home;

/// <summary>首页: leads everybody to the desk of their role, else to the first page of their menu.</summary>
// No request of its own: it only leads on.
[Allow("public.home")]
internal sealed class IndexModel(ICurrentUser user, IAccess access, IEnumerable<INavigation> navigation) : PageModel
{
    private static readonly IReadOnlyDictionary<string, string> Desks = new Dictionary<string, string>
    {
        [Roles.Administrator] = "/accounts",
        [Roles.Auditor] = "/audit",
        [Roles.FundOfficer] = "/disbursement/rosters",
    };

    public IActionResult OnGet()
    {
        if (User.Identity?.IsAuthenticated != true)
        {
            return LocalRedirect("/login");
        }

        var open = navigation.SelectMany(n => n.Items).Where(i => i.Action.Length > 0 && access.Allows(User, i.Action)).OrderBy(i => i.Order).Select(i => i.Href).ToArray();
        var desk = Desks.Where(d => user.Roles.Contains(d.Key)).Select(d => d.Value).FirstOrDefault(open.Contains) ?? open.FirstOrDefault();
        return desk is null ? Page() : LocalRedirect(desk);
    }
}
