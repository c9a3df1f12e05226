using SocialAssistance.Rules.Standards;

namespace SocialAssistance.Rules.Tests.Policies;

/// <summary>Looks a parameter up without knowing its type: value and citation as texts.</summary>
internal static class FigureText
{
    public static (string Value, string Source)? Find(Resolver resolver, Parameter parameter, DateOnly day, Area? area)
    {
        dynamic typed = parameter;
        return Typed(resolver, typed, day, area);
    }

    private static (string Value, string Source)? Typed<T>(Resolver resolver, Parameter<T> parameter, DateOnly day, Area? area) =>
        resolver.Find(parameter, day, area) is { } figure ? (ParameterText.Write(parameter, figure.Value!), figure.Cited) : null;
}
