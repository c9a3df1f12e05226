using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using SocialAssistance.Contracts.Accounts;
using SocialAssistance.Platform.Security;

namespace SocialAssistance.Architecture.Tests;

/// <summary>Every role meets at every page what the permission table says, and the table holds nothing that nobody asks.</summary>
public sealed partial class RoleTests(App app) : IClassFixture<App>
{
    public static TheoryData<string> AllRoles => [.. Roles.Names.Keys];

    [Theory]
    [MemberData(nameof(AllRoles))]
    public async Task A_role_opens_the_pages_of_its_rows_and_is_refused_at_the_others(string role)
    {
        var visitor = await app.LogIn(DemoAccounts.All.First(a => a.Role == role).Account);
        var wrong = new List<string>();
        foreach (var (path, actions) in Pages())
        {
            var allowed = actions.All(a => PermissionTable.Shipped.Of(a).Any(p => p.Role == role || p.Role == Roles.Public));
            var page = await visitor.Get(path);
            if ((page.Status == 403) == allowed || page.Status >= 500)
            {
                wrong.Add($"{path}: {page.Status}, the table says {(allowed ? "open" : "refused")}");
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public void Every_row_of_the_permission_table_is_asked_for_somewhere()
    {
        var asked = Solution.Files("*.cs", "src").Concat(Solution.Files("*.cshtml", "src")).SelectMany(f => Quoted().Matches(File.ReadAllText(f)).Select(m => m.Groups[1].Value)).ToHashSet();

        var unused = PermissionTable.Shipped.Rows.Select(r => r.Action).Distinct().Where(a => !asked.Contains(a)).ToArray();
        Assert.Empty(unused);
    }

    [Fact]
    public void The_demonstration_accounts_hold_roles_of_the_table() =>
        Assert.All(DemoAccounts.All, a => Assert.Contains(a.Role, Roles.Names.Keys));

    // Addresses with parameters are asked with an identifier that nothing has: refused before it is looked for, or not found.
    private IEnumerable<(string Path, string[] Actions)> Pages() =>
        app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Select(e => (Path: "/" + Parameter().Replace(e.RoutePattern.RawText!.TrimStart('/'), Sample),
                Actions: e.Metadata.OfType<AllowAttribute>().Select(a => a.Action).ToArray()))
            .Where(p => p.Actions.Length > 0);

    private static string Sample(Match parameter) =>
        parameter.Value.Contains(":guid", StringComparison.Ordinal) ? "00000000-0000-7000-8000-999999999999"
        : Length().Match(parameter.Value) is { Success: true } length ? new string('9', int.Parse(length.Groups[1].Value, CultureInfo.InvariantCulture))
        : "1";

    [GeneratedRegex(@":length\((\d+)\)")]
    private static partial Regex Length();

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Parameter();

    [GeneratedRegex("\"([a-z-]+(?:\\.[a-z-]+)+)\"")]
    private static partial Regex Quoted();
}
