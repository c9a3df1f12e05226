using SocialAssistance.Rules.Standards;
using SocialAssistance.Rules.Values;
using Keys = SocialAssistance.Rules.Standards.ParameterCatalogue.ExtremePoverty;
using StandardKeys = SocialAssistance.Rules.Standards.ParameterCatalogue.Standards;

namespace SocialAssistance.Rules.Oversight;

/// <summary>Standards about to be published, with the guidance (指导标准) of the levels above.</summary>
public sealed record ProposedStandards(Area Area, Money AllowanceStandard)
{
    public Money? ExtremePovertyStandard { get; init; }
    public Money? ProvincialAllowanceGuidance { get; init; }
    public Money? PrefecturalAllowanceGuidance { get; init; }
    public Money? ProvincialExtremePovertyGuidance { get; init; }
    public Money? PrefecturalExtremePovertyGuidance { get; init; }
    public DateOnly? AllowanceEffective { get; init; }
    public DateOnly? ExtremePovertyEffective { get; init; }
}

/// <summary><paramref name="Blocks"/>: may not be published so; otherwise it is a warning.</summary>
public sealed record StandardFinding(string Code, bool Blocks, Money? Shortfall)
{
    public string Severity => Blocks ? "block" : "warning";
}

/// <summary>OV-08: are the proposed standards in order? The proposal is the least extreme-poverty standard, never paid (D-41).</summary>
public static class StandardCheck
{
    public static (IReadOnlyList<StandardFinding> Findings, Money? Proposal) Answer(ProposedStandards proposed, Inquiry inquiry)
    {
        var findings = new List<StandardFinding>();
        var multiple = inquiry.Find(Keys.MinimumMultiple);
        Money? proposal = null;
        if (multiple is not null)
        {
            proposal = CheckMultiple(proposed, multiple, findings, inquiry);
        }

        var guidance = inquiry.Find(StandardKeys.Guidance);
        CheckGuidance("allowance-below-guidance", "低保标准", proposed.AllowanceStandard, proposed.ProvincialAllowanceGuidance, proposed.PrefecturalAllowanceGuidance, guidance, findings, inquiry);
        CheckGuidance("extreme-poverty-below-guidance", "特困标准", proposed.ExtremePovertyStandard, proposed.ProvincialExtremePovertyGuidance, proposed.PrefecturalExtremePovertyGuidance, guidance, findings, inquiry);
        if (proposed.AllowanceEffective != proposed.ExtremePovertyEffective && inquiry.Find(StandardKeys.SameDate) is { Value: true } sameDate)
        {
            findings.Add(new("not-simultaneous", false, null));
            inquiry.Step("特困与低保同步调整", "两项标准施行日期不一致", "提示", sameDate.Cited);
        }

        if (inquiry.Steps.Count == 0)
        {
            inquiry.Step("标准校验", "没有适用的校验规则", "无问题", "OV-08");
        }

        return (findings, proposal);
    }

    private static Money? CheckMultiple(ProposedStandards proposed, Figure<Ratio> multiple, List<StandardFinding> findings, Inquiry inquiry)
    {
        var least = multiple.Value * proposed.AllowanceStandard;
        if (proposed.ExtremePovertyStandard is not { } standard)
        {
            var proposal = Money.RoundUp(least);
            inquiry.Step("特困标准建议值", $"{multiple.Value} × {proposed.AllowanceStandard}，进到分", proposal.ToString(), multiple.Cited);
            return proposal;
        }

        var shortfall = least - standard.ToFraction();
        var tolerance = inquiry.Find(Keys.MultipleTolerance) is { } figure ? new Money(figure.Value) : Money.Zero;
        var below = shortfall > tolerance.ToFraction();
        if (below)
        {
            findings.Add(new("below-multiple", false, Money.RoundUp(shortfall)));
        }

        inquiry.Step("特困标准倍数校验", $"{multiple.Value} × {proposed.AllowanceStandard}与{standard}比较", below ? $"低{Money.RoundUp(shortfall)}" : "符合", multiple.Cited);
        return null;
    }

    private static void CheckGuidance(
        string code, string name, Money? standard, Money? provincial, Money? prefectural, Figure<GuidanceLevels>? levels, List<StandardFinding> findings, Inquiry inquiry)
    {
        var highest = levels?.Value switch
        {
            GuidanceLevels.Provincial => provincial,
            GuidanceLevels.ProvincialAndPrefectural => provincial is { } a && prefectural is { } b ? Money.Max(a, b) : provincial ?? prefectural,
            _ => null,
        };
        if (standard is not { } own || highest is not { } guidance)
        {
            return;
        }

        if (own < guidance)
        {
            findings.Add(new(code, true, guidance - own));
        }

        inquiry.Step($"{name}与指导标准", $"{own}与指导标准{guidance}比较", own < guidance ? $"低{guidance - own}，不得公布" : "符合", levels!.Cited);
    }
}
