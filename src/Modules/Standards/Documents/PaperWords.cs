using SocialAssistance.Contracts.Standards;
using SocialAssistance.Platform.TagHelpers;
using SocialAssistance.Policies;

namespace SocialAssistance.Standards.Documents;

/// <summary>What the register's screens say.</summary>
internal static class PaperWords
{
    public static IReadOnlyList<Choice> Statuses { get; } = [new("InForce", "现行有效"), new("Amended", "已修改"), new("Repealed", "已失效")];

    public static string Of(PaperStatus status) => Statuses.Single(s => s.Value == status.ToString()).Text;

    /// <summary>Whose document it is: the levels of this county, then the other jurisdictions the product knows.</summary>
    public static IReadOnlyList<Choice> Divisions(PolicyLibrary library, string county)
    {
        var named = library.Headers.ToDictionary(h => h.Code, h => h.Code == Pack.Nation ? "国家" : h.Name);
        return [.. DivisionCodes.WithParents(county).Concat(named.Keys).Distinct().Select(code => new Choice(code, named.GetValueOrDefault(code) ?? Level(code)))];
    }

    public static string Division(PolicyLibrary library, string county, string code) =>
        Divisions(library, county).FirstOrDefault(d => d.Value == code)?.Text ?? Level(code);

    /// <summary>The document at the sentence quoted.</summary>
    public static string Link(Guid id, string? quote) =>
        string.IsNullOrWhiteSpace(quote) ? $"/standards/documents/{id}" : $"/standards/documents/{id}?quote={Uri.EscapeDataString(quote)}#quote";

    /// <summary>The document that a source line of a working names, at the sentence its figure quotes.</summary>
    public static string? SourceLink(string source) => StandardLinks.Clause(source);

    private static string Level(string code) => code.EndsWith("0000", StringComparison.Ordinal) ? "省级" : code.EndsWith("00", StringComparison.Ordinal) ? "市级" : "本县";
}
