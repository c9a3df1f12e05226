using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
using SocialAssistance.Platform.Security;

namespace SocialAssistance.Browser.Tests.Crawl;

/// <summary>Every page the application has and who may open it, read from its own endpoints and the permission table.</summary>
internal sealed class RouteBook
{
    private readonly (string Pattern, Regex Shape, string[] Actions)[] _pages;

    public RouteBook(IServiceProvider services) => _pages =
    [
        .. services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.OfType<AllowAttribute>().Any() && AnswersGet(e))
            .OrderByDescending(e => e.RoutePattern.PathSegments.Count(s => s.Parts.All(p => p.IsLiteral)))
            .Select(e => ("/" + e.RoutePattern.RawText!.TrimStart('/'), Shape(e.RoutePattern), e.Metadata.OfType<AllowAttribute>().Select(a => a.Action).ToArray()))
            .DistinctBy(p => p.Item1),
    ];

    /// <summary>The route patterns of every page.</summary>
    public IEnumerable<string> All => _pages.Select(p => p.Pattern);

    /// <summary>The pattern an address falls under; null for anything that is no page.</summary>
    public string? PatternOf(string path) => _pages.FirstOrDefault(p => p.Shape.IsMatch(path)).Pattern;

    /// <summary>The pages a role may open by a row of its own.</summary>
    public IEnumerable<string> PagesOf(string role) => _pages.Where(p => p.Actions.All(a => PermissionTable.Shipped.Of(a).Any(r => r.Role == role))).Select(p => p.Pattern);

    // A page is drawn even where its model only handles the post.
    private static bool AnswersGet(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<CompiledPageActionDescriptor>() is not null
        || (endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") ?? true);

    private static Regex Shape(RoutePattern pattern) => new("^" + string.Concat(pattern.PathSegments.Select(s => s.Parts[0] switch
    {
        RoutePatternLiteralPart literal => "/" + Regex.Escape(literal.Content),
        RoutePatternParameterPart { IsOptional: true } => "(/[^/]+)?",
        RoutePatternParameterPart { IsCatchAll: true } => "(/.*)?",
        _ => "/[^/]+",
    })) + "/?$", RegexOptions.IgnoreCase);
}
