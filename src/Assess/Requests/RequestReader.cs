using System.Runtime.InteropServices;
using System.Text.Json;
using SocialAssistance.Rules.Values;

namespace SocialAssistance.Assess.Requests;

/// <summary>
/// An object of the request, read field by field. Call <see cref="Only"/> once: a field the specification does not name
/// is an error, because a misspelt fact must not silently change money (D-09).
/// </summary>
internal readonly struct RequestReader(JsonElement element, RequestPath path)
{
    public RequestPath Path => path;

    public RequestException Error(string code, string message) => new(code, path.ToString(), message);

    public RequestException ErrorAt(string field, string code, string message) => new(code, path.Field(field).ToString(), message);

    /// <summary>Refuses fields outside the set and fields that come twice.</summary>
    public void Only(FieldSet fields)
    {
        var seen = 0UL;
        foreach (var property in element.EnumerateObject())
        {
            var index = fields.IndexOf(property);
            if (index < 0)
            {
                throw ErrorAt(JsonText.Name(property), ErrorCode.UnknownField, "the specification does not name this field");
            }

            if ((seen & (1UL << index)) != 0)
            {
                throw ErrorAt(JsonText.Name(property), ErrorCode.DuplicateId, "the field is given twice");
            }

            seen |= 1UL << index;
        }
    }

    /// <summary>A name with half a surrogate pair is no name the specification knows, and the library cannot search past it.</summary>
    public void RefuseUnreadableNames()
    {
        foreach (var property in element.EnumerateObject())
        {
            var raw = JsonMarshal.GetRawUtf8PropertyName(property);
            if (raw.Contains((byte)'\\') && JsonText.Name(property).AsSpan().ContainsAnyInRange('\uD800', '\uDFFF'))
            {
                throw ErrorAt(JsonText.Name(property), ErrorCode.UnknownField, "the specification does not name this field");
            }
        }
    }

    /// <summary>All fields in order, for objects whose names are data; a name may come once.</summary>
    public IEnumerable<(string Name, RequestValue Value)> Fields()
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var property in element.EnumerateObject())
        {
            var name = JsonText.Name(property);
            yield return names.Add(name)
                ? (name, new RequestValue(property.Value, path.Field(name)))
                : throw ErrorAt(name, ErrorCode.DuplicateId, "the field is given twice");
        }
    }

    public bool Has(string field) => element.TryGetProperty(field, out _);

    /// <summary>The value, or null where the field is absent.</summary>
    public RequestValue? Find(string field) =>
        element.TryGetProperty(field, out var value) ? new RequestValue(value, path.Field(field)) : null;

    /// <summary>The value of a field that must be there.</summary>
    public RequestValue this[string field] => element.TryGetProperty(field, out var value)
        ? new RequestValue(value, path.Field(field))
        : throw ErrorAt(field, ErrorCode.MissingField, "the field is required");

    public RequestReader Object(string field) => this[field].Object();

    public RequestReader? FindObject(string field) => Find(field)?.Object();

    public RequestList List(string field, int max, int min = 0) => this[field].List(max, min);

    /// <summary>The list, empty where the field is absent.</summary>
    public RequestList ListOrEmpty(string field, int max, int min = 0) => Find(field)?.List(max, min) ?? default;

    public string Identifier(string field) => this[field].Identifier();

    public string? FindIdentifier(string field) => Find(field)?.Identifier();

    /// <summary>The field must be there, but may be null.</summary>
    public string? IdentifierOrNull(string field) => this[field] is { IsNull: false } value ? value.Identifier() : null;

    public bool Boolean(string field) => this[field].Boolean();

    public bool Boolean(string field, bool otherwise) => Find(field)?.Boolean() ?? otherwise;

    public int Integer(string field, int min, int max) => this[field].Integer(min, max);

    public int Integer(string field, int min, int max, int otherwise) => Find(field)?.Integer(min, max) ?? otherwise;

    public T Enum<T>(string field)
        where T : struct, Enum => this[field].Enum<T>();

    public T Enum<T>(string field, T otherwise)
        where T : struct, Enum => Find(field)?.Enum<T>() ?? otherwise;

    public T? FindEnum<T>(string field)
        where T : struct, Enum => Find(field)?.Enum<T>();

    public Money Money(string field) => this[field].Money();

    public Money? FindMoney(string field) => Find(field)?.Money();

    public DateOnly Date(string field) => this[field].Date();

    public DateOnly? FindDate(string field) => Find(field)?.Date();

    public BenefitMonth Month(string field) => this[field].Month();
}
