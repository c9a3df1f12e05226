using SocialAssistance.Rules.Standards;

namespace SocialAssistance.Rules.Oversight;

/// <summary>Does a village need a service station (社会救助服务站), and how many assistants (协理员)?</summary>
public sealed record StationNeed(int Recipients, bool? Required, int? AssistantsMinimum, int? AssistantsMaximum);

/// <summary>OV-04: strictly more recipients than the threshold.</summary>
public static class ServiceStation
{
    public static StationNeed Answer(int recipients, Inquiry inquiry)
    {
        var threshold = inquiry.Need(ParameterCatalogue.Station.RecipientThreshold);
        var minimum = inquiry.Find(ParameterCatalogue.Assistants.Minimum);
        bool? required = threshold is null ? null : recipients > threshold.Value;
        inquiry.Step(
            "服务站设立",
            threshold is null ? $"{recipients}人，门槛未配置" : $"{recipients}人，门槛：超过{threshold.Value}人",
            required switch { true => "应设立", false => "不须设立", null => "无法确定" },
            threshold?.Cited ?? minimum?.Cited ?? "OV-04");
        return new(recipients, required, minimum?.Value, inquiry.Find(ParameterCatalogue.Assistants.Maximum)?.Value);
    }
}
