namespace SocialAssistance.Rules.Standards;

/// <summary>A value given with a request (PA-03): the nearest layer, and the only one that may say "not configured".</summary>
public sealed record Override(Entry Entry)
{
    public static Override Of<T>(Parameter<T> parameter, T value, Area? area = null, DateOnly? from = null, DateOnly? to = null, DateOnly? published = null) =>
        Of((Parameter)parameter, value, area, from, to, published);

    /// <summary>Hides every lower layer: the value is explicitly not configured.</summary>
    public static Override Unset(Parameter parameter, Area? area = null, DateOnly? from = null, DateOnly? to = null, DateOnly? published = null) =>
        Of(parameter, null, area, from, to, published);

    /// <summary>For readers that know the type only at run time: the value has the parameter's type, or is null.</summary>
    public static Override Of(Parameter parameter, object? value, Area? area, DateOnly? from, DateOnly? to, DateOnly? published) =>
        new(Entry.Of(parameter, value, new EntryTerms(LayerNames.Request) { Area = area, From = from, To = to, Published = published }));
}
