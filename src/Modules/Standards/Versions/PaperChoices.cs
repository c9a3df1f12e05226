using SocialAssistance.Platform.TagHelpers;
using SocialAssistance.Standards.Documents;

namespace SocialAssistance.Standards.Versions;

/// <summary>The documents a figure may rest on, the newest first.</summary>
internal static class PaperChoices
{
    public static IReadOnlyList<Choice> Of(IReadOnlyDictionary<Guid, PolicyPaper> papers) =>
        [.. papers.Values.Where(p => p.Status != PaperStatus.Repealed).OrderByDescending(p => p.IssuedOn).ThenBy(p => p.Number, StringComparer.Ordinal).Select(p => new Choice(p.Id.ToString(), p.Number))];
}
