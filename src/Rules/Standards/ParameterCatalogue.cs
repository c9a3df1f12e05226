namespace SocialAssistance.Rules.Standards;

/// <summary>
/// Every value the rules may use, named once: key, Chinese name, unit and what its absence means.
/// Nested classes follow the key, so <c>minimum-living-allowance.standard</c> is
/// <see cref="MinimumLivingAllowance.Standard"/>. The values themselves are in the packs.
/// </summary>
public static partial class ParameterCatalogue
{
    private static readonly Parameter[] InOrder = Declared();
    private static readonly Dictionary<string, Parameter> ByKey = InOrder.ToDictionary(p => p.Key, StringComparer.Ordinal);

    /// <summary>All parameters, in the order of the rulebook.</summary>
    public static IReadOnlyList<Parameter> All => InOrder;

    /// <summary>The parameter of a key; null is unknown.</summary>
    public static Parameter? Find(string key) => ByKey.GetValueOrDefault(key);

    private static Parameter<decimal> Money(string key, string name, string english, Unit unit, IfUnset ifUnset, bool byArea = false) =>
        new(key, name, english, ValueForm.Money, unit, byArea, ifUnset);

    private static Parameter<decimal> Number(string key, string name, string english, Unit unit, IfUnset ifUnset, bool byArea = false) =>
        new(key, name, english, ValueForm.Decimal, unit, byArea, ifUnset);

    private static Parameter<Ratio> Share(string key, string name, string english, Unit unit, IfUnset ifUnset, bool byArea = false) =>
        new(key, name, english, ValueForm.Ratio, unit, byArea, ifUnset);

    private static Parameter<int> Count(string key, string name, string english, Unit unit, IfUnset ifUnset, bool byArea = false) =>
        new(key, name, english, ValueForm.Integer, unit, byArea, ifUnset);

    private static Parameter<IReadOnlyList<decimal>> MoneyList(string key, string name, string english, Unit unit, IfUnset ifUnset, bool byArea = false) =>
        new(key, name, english, ValueForm.MoneyList, unit, byArea, ifUnset);

    private static Parameter<IReadOnlyList<Band>> BandTable(string key, string name, string english, Unit unit, IfUnset ifUnset, bool byArea = false) =>
        new(key, name, english, ValueForm.Bands, unit, byArea, ifUnset);

    private static Parameter<bool> Switch(string key, string name, string english, IfUnset ifUnset) =>
        new(key, name, english, ValueForm.Boolean, null, false, ifUnset);

    private static Parameter<DateOnly> Day(string key, string name, string english, IfUnset ifUnset) =>
        new(key, name, english, ValueForm.Date, null, false, ifUnset);

    private static Parameter<T> Choice<T>(string key, string name, string english, IfUnset ifUnset, params T[] allowed) where T : struct, Enum =>
        new(key, name, english, ValueForm.Enumeration, null, false, ifUnset) { Allowed = Words(allowed), Word = word => Value<T>(word) };

    private static Parameter<Choices<T>> ChoiceList<T>(string key, string name, string english, IfUnset ifUnset, params T[] allowed) where T : struct, Enum =>
        new(key, name, english, ValueForm.EnumerationList, null, false, ifUnset)
        {
            Allowed = Words(allowed),
            WordSet = words => Choices<T>.Of([.. words.Select(Value<T>)]),
        };

    private static string[] Words<T>(T[] allowed) where T : struct, Enum =>
        allowed.Length == 0 ? [.. Vocabulary<T>.Words] : [.. allowed.Select(Vocabulary<T>.Word)];

    private static T Value<T>(string word) where T : struct, Enum =>
        Vocabulary<T>.TryParse(word, out var value) ? value : throw new ArgumentException($"'{word}' is not a word of {typeof(T).Name}.", nameof(word));
}
