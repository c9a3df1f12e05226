using SocialAssistance.Cases.CaseFiles;
using SocialAssistance.Cases.Steps;
using SocialAssistance.Cases.Verification;
using SocialAssistance.Cases.Visits;
using SocialAssistance.Contracts.Cases;
using SocialAssistance.Contracts.Programs;
using SocialAssistance.Platform.TagHelpers;

namespace SocialAssistance.Cases.Opinions;

/// <summary>One value as declared, verified, found on the visit, and as it counts now.</summary>
internal sealed record ComparedValue(string Label, string Declared, string Verified, string Visited, string Now)
{
    public static IReadOnlyList<ComparedValue> Of(CaseFacts facts, IReadOnlyList<VerificationResult> results, HomeVisit? visit)
    {
        var corrections = visit?.Findings.Corrections ?? [];
        var rows = results.Where(r => VerificationItems.Of(r.Item).HasValue && (r.Outcome != VerificationWords.Same || r.Declared is not (null or 0) || Corrected(r) is not null)).Select(Row).ToList();
        rows.AddRange(corrections.Where(c => results.All(r => !Matches(r, c))).Select(c => new ComparedValue(
            $"{c.PersonName} {FactChange.Targets[c.Target]}", Value(c.Before), "", Value(c.Value), Value(FactChange.Current(facts, c.Target, c.PersonId)))));
        return rows;

        ComparedValue Row(VerificationResult r)
        {
            var item = VerificationItems.Of(r.Item);
            var verified = r.Outcome switch
            {
                VerificationWords.Silent => "未反馈",
                VerificationWords.Different => $"{VerificationWords.Value(item, r.Verified)}（{(r.Decision is null ? "未处理" : VerificationWords.Decisions[r.Decision])}）",
                _ => "一致",
            };
            var now = FactChange.Current(facts, item.Target, item.OfHousehold ? null : r.PersonId);
            return new($"{r.PersonName} {item.Title}", VerificationWords.Value(item, r.Declared), verified, Corrected(r) is { } c ? VerificationWords.Value(item, c.Value) : "", VerificationWords.Value(item, now));
        }

        VisitCorrection? Corrected(VerificationResult r) => corrections.LastOrDefault(c => Matches(r, c));
    }

    private static bool Matches(VerificationResult r, VisitCorrection c) =>
        VerificationItems.Of(r.Item) is var item && item.Target == c.Target && (item.OfHousehold || r.PersonId == c.PersonId);

    private static string Value(decimal? value) => value is { } known ? Show.Money(known) : "未了解";
}

/// <summary>What whoever gives the opinion should look at first.</summary>
internal static class OpinionFlags
{
    public static IReadOnlyList<string> Of(CaseFile file, Assessment assessment, IReadOnlyList<VerificationResult> results, HomeVisit? visit, int objections)
    {
        var flags = new List<string>();
        if (file.RelativeOfOfficial)
        {
            flags.Add("近亲属备案：申请家庭中有社会救助经办人员或村（居）干部的近亲属。");
        }

        if (results.Count(r => r.Decision == VerificationWords.Kept) is > 0 and var kept)
        {
            flags.Add($"有 {kept} 项核对不一致，以申报为准，理由见信息核对。");
        }

        if (results.Count(r => r.Decision == VerificationWords.Waived) is > 0 and var silent)
        {
            flags.Add($"有 {silent} 项没有部门反馈，由调查核实。");
        }

        if (visit?.Findings.Comparison == "different")
        {
            flags.Add($"入户调查与申报不相符：{visit.Findings.DifferenceNote}");
        }

        if (objections > 0)
        {
            flags.Add($"公示期间收到过异议 {objections} 件，重新提出意见后须再次公示。");
        }

        flags.AddRange(assessment.Warnings);
        return flags;
    }
}
