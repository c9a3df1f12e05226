using SocialAssistance.Rules.Standards;
using SocialAssistance.Rules.Values;
using Keys = SocialAssistance.Rules.Standards.ParameterCatalogue.SpotCheck;

namespace SocialAssistance.Rules.Oversight;

/// <summary>Programmes whose confirmed cases the county checks by sample.</summary>
public enum SpotCheckProgramme { MinimumLivingAllowance, ExtremePoverty }

/// <summary>A township and how many cases it confirmed.</summary>
public sealed record ConfirmedCases(string Unit, int Confirmed);

/// <summary>How many cases to draw from a unit; null where no share is published.</summary>
public sealed record UnitSample(string Unit, long? Sample);

public sealed record SpotCheckResult(IReadOnlyList<UnitSample> Units, long? TotalSample, int? TownshipsToCheck, decimal? YearShare, bool? YearShareMet);

/// <summary>OV-01: the county checks a share of what townships confirmed (抽查); where so ruled, townships check each other.</summary>
public static class SpotCheck
{
    public static SpotCheckResult Answer(SpotCheckProgramme programme, IReadOnlyList<ConfirmedCases> units, (int Confirmed, int Checked)? yearToDate, Inquiry inquiry)
    {
        var isAllowance = programme == SpotCheckProgramme.MinimumLivingAllowance;
        var key = isAllowance ? Keys.Share.MinimumLivingAllowance : Keys.Share.ExtremePoverty;
        var crossCheck = isAllowance && inquiry.IsOn(Keys.CrossCheck);
        var share = crossCheck ? inquiry.Find(key) : inquiry.Need(key);
        var samples = units.Select(u => new UnitSample(u.Unit, share is null ? null : Sample(share.Value, u.Confirmed))).ToArray();
        long? total = share is null ? null : samples.Sum(s => s.Sample!.Value);
        if (share is not null)
        {
            inquiry.Step("抽查数量", $"各单位确认数 × {share.Value}，逐单位向上取整", $"共{total}户（人）", share.Cited);
        }

        if (crossCheck)
        {
            inquiry.Step("乡镇互查", "每个乡镇由另一乡镇核查", $"{units.Count}个", inquiry.Find(Keys.CrossCheck)!.Cited);
        }

        if (inquiry.Steps.Count == 0)
        {
            inquiry.Step("抽查比例", "文件未规定比例", "未配置", "OV-01");
        }

        return new(samples, total, crossCheck ? units.Count : null, YearShare(yearToDate), IsMet(yearToDate, share, inquiry));
    }

    private static long Sample(Ratio share, int confirmed) => (long)new Fraction((Int128)share.Numerator * confirmed, share.Denominator).Ceiling();

    private static decimal? YearShare((int Confirmed, int Checked)? year) =>
        year is { Confirmed: > 0 } counts ? Percentages.Of(counts.Checked, counts.Confirmed) : null;

    private static bool? IsMet((int Confirmed, int Checked)? year, Figure<Ratio>? share, Inquiry inquiry)
    {
        if (year is not { Confirmed: > 0 } counts || share is null)
        {
            return null;
        }

        var met = share.Value.IsReachedBy(counts.Checked, counts.Confirmed);
        inquiry.Step("全年抽查比例", $"{counts.Checked} ÷ {counts.Confirmed}，规定{share.Value}", met ? "达到" : "未达到", share.Cited);
        return met;
    }
}
