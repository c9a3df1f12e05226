using SocialAssistance.Contracts.Programs;
using SocialAssistance.Platform.TagHelpers;
using SocialAssistance.Rules.Timelines;
using SocialAssistance.Rules.Values;

namespace SocialAssistance.Cases.Changes;

/// <summary>A timeline laid out for drawing: 24 months, a row per person and benefit, stretches of one amount and state.</summary>
internal sealed record BenefitPicture(IReadOnlyList<BenefitMonth> Months, IReadOnlyList<PictureRow> Rows, IReadOnlyList<PictureLine> Lines, int Now)
{
    public const int Shown = 24;
    public const int Left = 130;
    public const int Cell = 36;
    public const int RowHeight = 40;
    public const int Top = 46;

    public int Width => Left + (Months.Count * Cell) + 8;

    public int Height => Top + (Rows.Count * RowHeight) + 8;

    /// <summary>Twelve months back and twelve ahead, or from the first one.</summary>
    public static BenefitPicture Of(BenefitProjection timeline, BenefitMonth now)
    {
        var all = timeline.Months;
        var first = Math.Clamp(all.Select((m, i) => (m.Month, i)).FirstOrDefault(m => m.Month == now.AddMonths(-12)).i, 0, Math.Max(0, all.Count - Shown));
        var months = all.Skip(first).Take(Shown).ToArray();
        var keys = months.SelectMany(m => m.Amounts).DistinctBy(a => (a.PersonId, a.Benefit)).ToArray();
        var rows = keys.Select(k => new PictureRow(k.PersonId is null ? "全户" : k.PersonName, k.BenefitName, Bars(months, k))).ToList();
        if (rows.Count == 0)
        {
            rows.Add(new("全户", "待遇", [new(0, months.Length, 0m, PictureState.Of(months[0]), months[0].PhaseName)]));
        }

        return new([.. months.Select(m => m.Month)], rows, [.. Table(months)], Array.FindIndex(months, m => m.Month == now));
    }

    private static List<PictureBar> Bars(ProjectedMonth[] months, AssessedAmount key)
    {
        var bars = new List<PictureBar>();
        for (var i = 0; i < months.Length; i++)
        {
            var amount = months[i].Amounts.Where(a => (a.PersonId, a.Benefit) == (key.PersonId, key.Benefit)).Sum(a => a.Amount);
            var state = amount == 0 && months[i].Amounts.Count > 0 ? PictureState.Nothing : PictureState.Of(months[i]);
            if (bars.Count > 0 && bars[^1] is var last && last.Amount == amount && last.State == state)
            {
                bars[^1] = last with { Length = last.Length + 1 };
            }
            else
            {
                bars.Add(new(i, 1, amount, state, months[i].PhaseName));
            }
        }

        return bars;
    }

    // Months that pay the same in the same state are one line of the table; a phase-out keeps its count.
    private static IEnumerable<PictureLine> Table(ProjectedMonth[] months)
    {
        var start = 0;
        for (var i = 1; i <= months.Length; i++)
        {
            if (i == months.Length || months[i].PhaseName != months[start].PhaseName || !months[i].Amounts.SequenceEqual(months[start].Amounts))
            {
                var month = months[start];
                yield return new(month.Month, months[i - 1].Month, month.PhaseName, month.Reason,
                    month.Amounts.Count == 0 ? "不发放" : string.Join('、', month.Amounts.GroupBy(a => (a.BenefitName, a.Amount, a.BasisName)).Select(g =>
                        $"{string.Join("、", g.Select(a => a.PersonId is null ? "全户" : a.PersonName))} {g.Key.BenefitName} {(g.Count() > 1 ? "各 " : "")}{Show.Money(g.Key.Amount)} 元")),
                    month.Total);
                start = i;
            }
        }
    }
}

/// <summary>One person's benefit.</summary>
internal sealed record PictureRow(string Person, string Benefit, IReadOnlyList<PictureBar> Bars);

/// <summary>Months of one amount in one state; counted from the first month shown.</summary>
internal sealed record PictureBar(int Start, int Length, decimal Amount, string State, string Word);

/// <summary>One line of the table beneath.</summary>
internal sealed record PictureLine(BenefitMonth From, BenefitMonth Last, string Phase, string? Reason, string Amounts, decimal Total);

/// <summary>States as the picture draws them, each with its own pattern and word.</summary>
internal static class PictureState
{
    public const string Ordinary = "ordinary";
    public const string PhaseOut = "phase-out";
    public const string Held = "held";
    public const string Suspended = "suspended";
    public const string Ended = "ended";
    public const string Unknown = "unknown";
    public const string Nothing = "nothing";

    public static IReadOnlyList<(string State, string Word)> Legend { get; } =
        [(Ordinary, "正常"), (PhaseOut, "渐退"), (Held, "核查期内不变"), (Suspended, "暂停"), (Ended, "终止"), (Unknown, "未能测算")];

    public static string Of(ProjectedMonth month) => month.Phase switch
    {
        TimelinePhase.EmploymentPhaseOut or TimelinePhase.DeathPhaseOut => PhaseOut,
        TimelinePhase.Held => Held,
        TimelinePhase.Suspended => Suspended,
        TimelinePhase.Ended => Ended,
        TimelinePhase.Undetermined => Unknown,
        _ => Ordinary,
    };

    /// <summary>What fills a bar: a colour, or a pattern for every state that is not the ordinary one.</summary>
    public static string Fill(string state) => state switch
    {
        Ordinary => "#cfe3f5",
        PhaseOut => "url(#p-phase-out)",
        Held => "url(#p-held)",
        Suspended => "url(#p-suspended)",
        Ended or Nothing => "#ffffff",
        _ => "url(#p-unknown)",
    };

    /// <summary>Word inside a bar that pays nothing.</summary>
    public static string Word(PictureBar bar) => bar.State switch
    {
        Suspended => "暂停", Ended => "终止", Unknown => "未能测算", Nothing => "", _ => Show.Money(bar.Amount),
    };
}

/// <summary>Colours of the states of a change; the word always stands beside them.</summary>
internal static class ChangeTags
{
    public static TagMeaning Meaning(string status) => status switch
    {
        ChangeStatus.Proposed => TagMeaning.Progress,
        ChangeStatus.Confirmed => TagMeaning.Good,
        ChangeStatus.Returned => TagMeaning.Attention,
        _ => TagMeaning.Neutral,
    };
}
