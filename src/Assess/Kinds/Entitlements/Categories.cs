using SocialAssistance.Assess.Requests;
using SocialAssistance.Rules.Standards;

namespace SocialAssistance.Assess.Kinds.Entitlements;

/// <summary>Reads words of the categories a topic knows.</summary>
internal static class Categories
{
    public static readonly string[] OfHouseholds =
        ["minimum-living-allowance", "extreme-poverty", "margin", "expenditure-hardship", "registered-poverty", "orphan", "other-hardship"];

    public static readonly string[] OfMedicalAid =
        ["extreme-poverty", "minimum-living-allowance", "orphan", "margin", "illness-poverty", "expenditure-hardship"];

    public static Category Read(RequestValue value, IReadOnlyList<string> allowed)
    {
        Vocabulary<Category>.TryParse(value.Word(allowed), out var category);
        return category;
    }

    public static Choices<Category> ReadList(RequestList list, IReadOnlyList<string> allowed)
    {
        var categories = new List<Category>();
        foreach (var item in list)
        {
            categories.Add(Read(item, allowed));
        }

        return Choices<Category>.Of([.. categories]);
    }
}
