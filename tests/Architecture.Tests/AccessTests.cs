using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using SocialAssistance.Platform.Security;

namespace SocialAssistance.Architecture.Tests;

/// <summary>What is not in the permission table is denied, and nothing is left out of it by mistake.</summary>
public sealed class AccessTests(App app) : IClassFixture<App>
{
    // The probe of the operators and the files every visitor's browser needs; neither knows a case.
    private static bool IsOpenByNature(RouteEndpoint endpoint) =>
        endpoint.RoutePattern.RawText is "/health" or "{**path:file}" || endpoint.Metadata.Any(m => m.GetType().Name is "StaticAssetDescriptor");

    private RouteEndpoint[] Endpoints => [.. app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Where(e => !IsOpenByNature(e))];

    [Fact]
    public void Every_endpoint_names_its_row_in_the_permission_table()
    {
        var broken = from endpoint in Endpoints
                     let actions = endpoint.Metadata.OfType<AllowAttribute>().Select(a => a.Action).ToArray()
                     let complaint = actions switch
                     {
                         [] => "names no action",
                         _ when actions.FirstOrDefault(a => !PermissionTable.Shipped.Knows(a)) is { } unknown => $"names the action {unknown}, which the table lacks",
                         _ when endpoint.Metadata.Any(m => m is IAllowAnonymous) => "lets everybody in besides its action",
                         _ => null,
                     }
                     where complaint is not null
                     select $"{endpoint.RoutePattern.RawText} {complaint}";

        Assert.Empty(broken.Distinct());
    }

    [Fact]
    public async Task A_visitor_without_a_login_sees_only_what_is_public()
    {
        var open = new List<string>();
        foreach (var endpoint in Endpoints.Where(e => e.RoutePattern.Parameters.Count == 0))
        {
            var isPublic = endpoint.Metadata.OfType<AllowAttribute>().Any(a => PermissionTable.Shipped.Of(a.Action).Any(p => p.Role == Roles.Public));
            var page = await app.Anyone().Get("/" + endpoint.RoutePattern.RawText!.TrimStart('/'));
            if (!isPublic && page.Status == 200 && page.Url.AbsolutePath != "/login")
            {
                open.Add(endpoint.RoutePattern.RawText);
            }
        }

        Assert.Empty(open);
    }
}
