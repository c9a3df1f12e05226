using SocialAssistance.Contracts.Programs;
using SocialAssistance.Platform.TagHelpers;

namespace SocialAssistance.Cases.CaseFiles;

/// <summary>
/// A calculation as a sheet of paper shows it: a line per step, a column per person, and every article once underneath, so
/// that a large family fits beside the reasons and the remedies.
/// </summary>
internal sealed record PaperReckoning(IReadOnlyList<PaperStep> Steps, IReadOnlyList<PaperPersons> Persons, IReadOnlyList<string> Sources)
{
    /// <summary>Columns that fit side by side; more persons go into a second table.</summary>
    private const int Columns = 8;

    /// <summary>Rules of the calculation itself, where no document names one.</summary>
    private const string HouseRule = "HM-";

    /// <summary>Adding up, which the last column and row of the persons' table show anyway.</summary>
    private const string Sum = "HM-36";

    /// <summary>Lines it takes; long ones are set in smaller type.</summary>
    public int Lines => Steps.Count + Persons.Sum(p => p.Rows.Count + 1);

    /// <summary>The articles behind the marks of the steps, for beside the signature.</summary>
    public string SourceLine => $"依据：{string.Join('；', Sources)}。";

    /// <summary>The calculation of a month that pays; <paramref name="periods"/> set what is paid now and later side by side.</summary>
    public static PaperReckoning Of(Assessment assessment, IReadOnlyList<PaperPeriod>? periods = null)
    {
        var persons = Table(periods is { Count: > 0 } ? Distinct(periods) : [new("", assessment.Amounts)]);
        var sources = new List<string>();
        var steps = Merged(assessment, persons.Count > 0).Select((s, i) => new PaperStep(s.Label, s.Formula, s.Result, Mark(sources, s.Source), Strong: s.Last && persons.Count == 0)).ToArray();
        return new(steps, persons, [.. sources.Select((s, i) => $"{Circled(i)}{s}{Rules(assessment, s)}")]);
    }

    private static IEnumerable<(string Label, string Formula, string Result, string Source, bool Last)> Merged(Assessment assessment, bool tabled)
    {
        var shown = assessment.Steps.Where(s => !tabled || s.Source != Sum).ToArray();
        var names = assessment.Amounts.Where(a => a.PersonId is not null).DistinctBy(a => a.PersonId).ToDictionary(a => a.PersonId!.Value, a => a.PersonName);
        foreach (var group in shown.GroupBy(s => (s.Formula, s.Source, s.Benefit, Key: Personal(s) ? "" : $"{s.Label}|{s.Result}")))
        {
            var (first, results) = (group.First(), group.Select(s => s.Result).Distinct().ToArray());
            var last = ReferenceEquals(first, shown[^1]);
            if (!Personal(first) || group.Count() == 1)
            {
                yield return (first.Label, first.Formula, first.Result, first.Source, last);
                continue;
            }

            // The table beneath has everybody's amount.
            var name = assessment.Amounts.FirstOrDefault(a => a.Benefit == first.Benefit)?.BenefitName ?? "待遇";
            var all = group.Count() == assessment.Amounts.Count(a => a.Benefit == first.Benefit && a.PersonId is not null);
            yield return ($"{name}（{(all ? $"{group.Count()} 人" : string.Join('、', group.Select(s => names.GetValueOrDefault(s.PersonId!.Value, s.Label))))}）", first.Formula, results is [var one] ? $"各 {one}" : "见下表", first.Source, last);
        }
    }

    private static bool Personal(AssessmentStep step) => step is { Benefit: not null, PersonId: not null };

    // One person with one benefit needs no table.
    private static IReadOnlyList<PaperPersons> Table(IReadOnlyList<PaperPeriod> periods)
    {
        var all = periods.SelectMany(p => p.Amounts).ToArray();
        var people = all.DistinctBy(a => a.PersonId).Select(a => (a.PersonId, Name: a.PersonId is null ? "全户" : a.PersonName)).ToArray();
        var benefits = all.DistinctBy(a => a.Benefit).Select(a => (a.Benefit, a.BenefitName)).ToArray();
        if (people.Length * benefits.Length * periods.Count <= 1)
        {
            return [];
        }

        return [.. people.Chunk(Columns).Select((part, i) => new PaperPersons(periods.Count > 1, [.. part.Select(p => p.Name)], [.. Rows(periods, part.Select(p => p.PersonId).ToArray(), benefits, (i + 1) * Columns >= people.Length)], (i + 1) * Columns >= people.Length))];
    }

    private static IEnumerable<PaperRow> Rows(IReadOnlyList<PaperPeriod> periods, Guid?[] people, (string Benefit, string Name)[] benefits, bool last)
    {
        foreach (var period in periods)
        {
            if (periods.Count > 1 && period.Amounts.Count == 0)
            {
                yield return new(period.Name, 1, "不再发放", [.. people.Select(_ => Show.Money(0m))], last ? Show.Money(0m) : null, Strong: true);
                continue;
            }

            var rows = benefits.Length > 1 ? benefits.Append((Benefit: "", Name: "合计")).ToArray() : benefits;
            foreach (var ((benefit, name), i) in rows.Select((r, i) => (r, i)))
            {
                var amounts = period.Amounts.Where(a => benefit.Length == 0 || a.Benefit == benefit).ToArray();
                yield return new(
                    i == 0 ? period.Name : null, rows.Length, name, [.. people.Select(p => Show.Money(amounts.Where(a => a.PersonId == p).Sum(a => a.Amount)))],
                    last ? Show.Money(amounts.Sum(a => a.Amount)) : null, Strong: i == rows.Length - 1);
            }
        }
    }

    // A month that pays what the one before paid says nothing new.
    private static PaperPeriod[] Distinct(IReadOnlyList<PaperPeriod> periods) =>
        [.. periods.Where((p, i) => i == 0 || !Same(p.Amounts, periods[i - 1].Amounts))];

    private static bool Same(IReadOnlyList<AssessedAmount> a, IReadOnlyList<AssessedAmount> b) =>
        a.Select(x => (x.PersonId, x.Benefit, x.Amount)).ToHashSet().SetEquals(b.Select(x => (x.PersonId, x.Benefit, x.Amount)));

    private static string Mark(List<string> sources, string source)
    {
        var shown = source.StartsWith(HouseRule, StringComparison.Ordinal) ? HouseRule : source;
        if (!sources.Contains(shown))
        {
            sources.Add(shown);
        }

        return Circled(sources.IndexOf(shown));
    }

    private static string Rules(Assessment assessment, string shown) => shown != HouseRule ? "" :
        string.Join('、', assessment.Steps.Select(s => s.Source).Where(s => s.StartsWith(HouseRule, StringComparison.Ordinal)).Distinct().Select(s => s[HouseRule.Length..])) + "（测算规则编号）";

    // ① to ⑳; nobody's calculation rests on more.
    private static string Circled(int index) => index < 20 ? ((char)('①' + index)).ToString() : $"({index + 1})";
}

/// <summary>One step: what, with which numbers, giving what, and the mark of its article.</summary>
internal sealed record PaperStep(string Label, string Formula, string Result, string Mark, bool Strong);

/// <summary>What is paid from a month on, in words of the letter.</summary>
internal sealed record PaperPeriod(string Name, IReadOnlyList<AssessedAmount> Amounts);

/// <summary>What persons get: a column each.</summary>
/// <param name="Dated">Several periods stand beneath each other.</param>
/// <param name="Names">Heads of the columns.</param>
/// <param name="Rows">A row per benefit, and their sum where there are several.</param>
/// <param name="Last">The household's sum stands in a last column.</param>
internal sealed record PaperPersons(bool Dated, IReadOnlyList<string> Names, IReadOnlyList<PaperRow> Rows, bool Last);

/// <summary>One benefit of everybody; the period stands in the first of its rows.</summary>
internal sealed record PaperRow(string? Period, int Span, string Benefit, IReadOnlyList<string> Cells, string? Total, bool Strong);
