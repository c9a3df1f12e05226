using SocialAssistance.Platform.TagHelpers;
using SocialAssistance.Policies;
using SocialAssistance.Rules.Standards;
using SocialAssistance.Standards.Documents;
using SocialAssistance.Standards.Versions;

namespace SocialAssistance.Standards.Checks;

/// <summary>What each line must have: a clause, a sentence that is really in the document, days without a hole, and no slip of the pen.</summary>
internal static class LineChecks
{
    public static IEnumerable<Finding> Run(IReadOnlyList<VersionLine> lines, PolicyBook before, PolicyBook applied, IReadOnlyDictionary<Guid, PolicyPaper> papers, DateOnly today)
    {
        if (lines.Count == 0)
        {
            yield return new("empty", true, "还没有录入数值，请先录入");
        }

        foreach (var line in lines)
        {
            var parameter = ParameterCatalogue.Find(line.Key)!;
            var name = parameter.Name + (line.Area == AreaWords.All ? "" : $"（{Words.Of(AreaWords.Read(line.Area))}）");
            foreach (var finding in Cited(line, name, papers).Concat(Dated(line, parameter, name, before, applied, today)).Concat(Likely(line, parameter, name, before)))
            {
                yield return finding;
            }
        }
    }

    private static IEnumerable<Finding> Cited(VersionLine line, string name, IReadOnlyDictionary<Guid, PolicyPaper> papers)
    {
        if (line.DocumentId is not { } id || string.IsNullOrWhiteSpace(line.Article))
        {
            yield return new("uncited", true, $"{name}没有写明依据的文件和条款");
            yield break;
        }

        var paper = papers[id];
        if (paper.Status == PaperStatus.Repealed)
        {
            yield return new("repealed", true, $"{name}依据的 {paper.Number} 已失效");
        }

        if (line.Quote is { } quote && paper.Text is { } text && !PaperText.Contains(text, quote))
        {
            yield return new("quote", false, $"{name}摘录的原文在 {paper.Number} 的正文里没有找到");
        }
    }

    private static IEnumerable<Finding> Dated(VersionLine line, Parameter parameter, string name, PolicyBook before, PolicyBook applied, DateOnly today)
    {
        var area = AreaWords.Read(line.Area);
        var (old, now) = (new Resolver(before), new Resolver(applied));
        if (line.FromDay < today)
        {
            yield return new("past", false, $"{name}自 {Show.Date(line.FromDay)} 起施行，早于今天，已发月份要计算补发差额");
        }

        if (now.FindEntry(parameter, line.FromDay.AddDays(-1), area) is null && old.Book.Layers.Any(l => l.Of(parameter).Any(e => Fits(e, area) && e.Terms.To < line.FromDay)))
        {
            yield return new("gap-before", false, $"{name}在 {Show.Date(line.FromDay.AddDays(-1))} 没有数值，与上一时段之间有空档");
        }

        if (line.ToDay is { } end && now.FindEntry(parameter, end.AddDays(1), area)?.Value is null)
        {
            yield return new("gap-after", false, $"{name}自 {Show.Date(end.AddDays(1))} 起没有数值，届时相关待遇不能计算");
        }
    }

    private static IEnumerable<Finding> Likely(VersionLine line, Parameter parameter, string name, PolicyBook before)
    {
        if (line.Value is not { } json || new Resolver(before).FindEntry(parameter, line.FromDay, AreaWords.Read(line.Area)) is not { Value: { } old } entry)
        {
            yield break;
        }

        var value = FigureText.Read(parameter, json);
        if (parameter.Form == ValueForm.Money && old is decimal was && value is decimal becomes && was > 0 && (becomes > was * 1.5m || becomes < was * 0.5m))
        {
            yield return new("jump", false, $"{name}由 {Show.Money(was)} 改为 {Show.Money(becomes)}，变化超过一半，请核对是否多写或少写一位");
        }

        if (ValueText.Show(parameter, old) == ValueText.Show(parameter, value) && entry.Terms.To is null)
        {
            yield return new("same", false, $"{name}与现行数值相同，发布后只改变依据");
        }
    }

    private static bool Fits(Entry entry, Area? area) => entry.Terms.Area is not { } only || only == area;
}
