using SocialAssistance.Assess.Requests;

namespace SocialAssistance.Assess.Kinds.Oversight;

/// <summary>Counts of persons, cases or posts: 0 to 100 million.</summary>
internal static class Counts
{
    private const int Most = 100_000_000;

    public static int Count(this RequestReader data, string field) => data.Integer(field, 0, Most);

    public static int? FindCount(this RequestReader data, string field) => data.Find(field)?.Integer(0, Most);

    public static int Count(this RequestValue value) => value.Integer(0, Most);

    /// <summary>The name of a unit, which may come once.</summary>
    public static string UniqueIdentifier(this RequestReader item, string field, HashSet<string> seen)
    {
        var name = item.Identifier(field);
        return seen.Add(name) ? name : throw item.ErrorAt(field, ErrorCode.DuplicateId, "is given twice");
    }
}
