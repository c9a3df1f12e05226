using SocialAssistance.Rules.Standards;
using SocialAssistance.Rules.Values;

namespace SocialAssistance.Rules.Oversight;

/// <summary>What a unit had to finish, and what it finished in time.</summary>
public sealed record UnitWork(string Unit, int Due, int OnTime);

/// <summary>One item of work: its limit and the day it was finished.</summary>
public sealed record WorkItem(string Unit, DateOnly Limit, DateOnly? Finished);

/// <summary>The rate of a unit in per cent (null: nothing was due) and whether it is called in (约谈).</summary>
public sealed record UnitRate(string Unit, int Due, int OnTime, decimal? Rate, bool? Triggered);

/// <summary>OV-02: share of work finished in time (按时办结率); strictly below the threshold the township is called in.</summary>
public static class OnTimeRate
{
    public static IReadOnlyList<UnitRate> Answer(IReadOnlyList<UnitWork> units, Inquiry inquiry)
    {
        var threshold = inquiry.Need(ParameterCatalogue.OnTimeRate.Threshold);
        var rates = units.Select(u => new UnitRate(
            u.Unit,
            u.Due,
            u.OnTime,
            u.Due == 0 ? null : Percentages.Of(u.OnTime, u.Due),
            threshold is null ? null : u.Due > 0 && !threshold.Value.IsReachedBy(u.OnTime, u.Due))).ToArray();
        inquiry.Step(
            "按时办结率",
            "按时办结数 ÷ 应办结数" + (threshold is null ? "，启动比例未配置" : $"，低于{threshold.Value}的约谈"),
            $"{rates.Count(r => r.Triggered == true)}个单位低于规定",
            threshold?.Cited ?? "OV-02");
        return rates;
    }

    /// <summary>
    /// Counts items whose limit lies in the month. Open items past their limit are late; open ones still in time are left
    /// out (D-68). A day of finishing after <paramref name="asOf"/> is not known yet.
    /// </summary>
    public static IReadOnlyList<UnitWork> Count(BenefitMonth month, DateOnly asOf, IEnumerable<WorkItem> items)
    {
        var units = new OrderedDictionary<string, (int Due, int OnTime)>(StringComparer.Ordinal);
        foreach (var item in items)
        {
            units.TryAdd(item.Unit, default);
            var isFinished = item.Finished <= asOf;
            if (BenefitMonth.Of(item.Limit) == month && (isFinished || item.Limit < asOf))
            {
                var (due, onTime) = units[item.Unit];
                units[item.Unit] = (due + 1, onTime + (isFinished && item.Finished <= item.Limit ? 1 : 0));
            }
        }

        return [.. units.Select(u => new UnitWork(u.Key, u.Value.Due, u.Value.OnTime))];
    }
}
