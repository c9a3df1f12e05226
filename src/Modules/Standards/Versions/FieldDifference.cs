using SocialAssistance.Platform.TagHelpers;
using SocialAssistance.Rules.Standards;

namespace SocialAssistance.Standards.Versions;

/// <summary>A field in which what is stored now and what was typed differ.</summary>
internal sealed record FieldDifference(string Label, string? Now, string? Typed)
{
    public static IReadOnlyList<FieldDifference> Between(VersionInput now, VersionInput typed, IReadOnlyList<VersionLine> lines, IReadOnlyList<Choice> papers)
    {
        var all = new List<FieldDifference>
        {
            new("名称", now.Title, typed.Title), new("依据文件", Paper(now.DocumentId), Paper(typed.DocumentId)),
            new("施行日期", Show.Date(now.EffectiveOn), Show.Date(typed.EffectiveOn)), new("说明", now.Notes, typed.Notes),
        };
        foreach (var row in typed.Rows)
        {
            if (ParameterCatalogue.Find(row.Key) is not { } parameter)
            {
                continue;
            }

            var line = lines.FirstOrDefault(l => row.LineId is { } id ? l.Id == id : l.Key == row.Key && l.Area == row.Area);
            var stored = line is null ? null : line.Value is { } json ? ValueText.Show(parameter, json) : Words.OfState(line.State);
            all.Add(new(new ValueField(0, row, parameter, null, null).Title, stored is null ? null : $"{stored}，{line!.Article}", row.IsEmpty ? null : $"{AsTyped(parameter, row)}，{row.Article}"));
        }

        return [.. all.Where(d => !string.Equals(d.Now ?? "", d.Typed ?? "", StringComparison.Ordinal))];

        string? Paper(Guid? id) => papers.FirstOrDefault(p => p.Value == id?.ToString())?.Text;
    }

    private static string AsTyped(Parameter parameter, ValueRow row) =>
        !string.IsNullOrEmpty(row.Pending) ? Words.OfState(row.Pending)
        : TypedValue.Read(parameter, row.Text, row.Words) is { Json: { } json } ? ValueText.Show(parameter, json) : row.Text ?? "";
}
