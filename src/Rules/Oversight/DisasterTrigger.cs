using SocialAssistance.Rules.Standards;

namespace SocialAssistance.Rules.Oversight;

/// <summary>OV-11: a response may be proposed from a share of the plan's start threshold (灾害救助启动条件) on.</summary>
public static class DisasterTrigger
{
    /// <param name="value">The measured value.</param>
    /// <param name="threshold">The plan's threshold, more than zero.</param>
    /// <param name="inquiry">Whose figures, on which day.</param>
    public static (decimal Share, bool? ProposeActivation) Answer(decimal value, decimal threshold, Inquiry inquiry)
    {
        var trigger = inquiry.Need(ParameterCatalogue.Disaster.TriggerShare);
        var share = Percentages.Of(value, threshold);
        bool? propose = trigger?.Value.IsReachedBy(value, threshold);
        inquiry.Step("灾害启动比例", $"{value} ÷ {threshold} = {Percentages.Text(share)}%" + (trigger is null ? "" : $"，规定{trigger.Value}"),
            propose switch { true => "可建议启动", false => "未达到", null => "未配置" }, trigger?.Cited ?? "OV-11");
        return (share, propose);
    }
}
