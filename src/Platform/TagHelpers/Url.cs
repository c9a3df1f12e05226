using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace SocialAssistance.Platform.TagHelpers;

/// <summary>Addresses of the same list in another state: everything about a list lives in its URL.</summary>
public static class ListUrl
{
    /// <summary>The current address with some query values replaced; null removes one.</summary>
    public static string With(HttpRequest request, params (string Name, string? Value)[] changes)
    {
        var query = new QueryBuilder();
        foreach (var (name, values) in request.Query)
            if (!changes.Any(c => string.Equals(c.Name, name, StringComparison.OrdinalIgnoreCase)))
                query.Add(name, values.Where(v => !string.IsNullOrEmpty(v))!);
        foreach (var (name, value) in changes)
            if (!string.IsNullOrEmpty(value))
                query.Add(name, value);
        return request.PathBase + request.Path + query.ToQueryString();
    }
}
