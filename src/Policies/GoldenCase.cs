using System.Text.Json;
using SocialAssistance.Rules.Households;
using SocialAssistance.Rules.Standards;

namespace SocialAssistance.Policies;

/// <summary>
/// A golden case: an example whose result follows from the printed document, worked out by hand. A version of figures that
/// changes it must have the new result confirmed.
/// </summary>
public sealed record GoldenCase
{
    /// <summary>Stable name within its county.</summary>
    public required string Id { get; init; }

    /// <summary>The example in one Chinese line.</summary>
    public required string Title { get; init; }

    /// <summary><c>allowance</c>, <c>extreme-poverty-basic</c>, <c>extreme-poverty-care</c>, <c>care-floor</c> or <c>figure</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>First day for which the expected result holds.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>The result: yuan with two decimals, or a figure as packs spell it.</summary>
    public required string Expected { get; init; }

    /// <summary>Document and article from which the result follows.</summary>
    public required string Source { get; init; }

    public Area Area { get; init; }

    public int Members { get; init; } = 1;

    /// <summary>Income of the first member, yuan per month.</summary>
    public decimal Income { get; init; }

    /// <summary>The income is a wage.</summary>
    public bool IsEmployed { get; init; }

    /// <summary>常补.</summary>
    public bool IsFull { get; init; }

    public SelfCareGrade Grade { get; init; }

    public CareSetting Setting { get; init; }

    /// <summary>Key of the catalogue, for a figure.</summary>
    public string? Key { get; init; }

    /// <summary>The golden cases of a county; none where the product ships none.</summary>
    public static IReadOnlyList<GoldenCase> Of(string code)
    {
        using var stream = typeof(GoldenCase).Assembly.GetManifestResourceStream($"Golden/{code}.json");
        return stream is null ? [] : JsonSerializer.Deserialize<GoldenCase[]>(stream, Json)!;
    }

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
    };
}
