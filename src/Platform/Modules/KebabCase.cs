using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;

namespace SocialAssistance.Platform.Modules;

/// <summary>/MinimumLiving/RegisterApplication → /minimum-living/register-application.</summary>
internal sealed partial class KebabCase : IOutboundParameterTransformer
{
    public string? TransformOutbound(object? value) => value is null ? null : Hump().Replace($"{value}", "$1-$2").ToLowerInvariant();

    [GeneratedRegex("([a-z0-9])([A-Z])")]
    private static partial Regex Hump();
}
