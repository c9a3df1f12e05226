using SocialAssistance.Rules.Deadlines;
using SocialAssistance.Rules.Standards;
using Keys = SocialAssistance.Rules.Standards.ParameterCatalogue.JobServices;

namespace SocialAssistance.Rules.Oversight;

/// <summary>What is still to be given in the rolling year; null where no number is published.</summary>
public sealed record JobServiceResult(DateOnly WindowFrom, DateOnly WindowTo, int DaysLeft, int? Notices, int? Guidance, int? Training);

/// <summary>OV-10: job services (就业服务) per rolling year from registration; 29 February clamps (D-70).</summary>
public static class JobServices
{
    public static JobServiceResult Answer(DateOnly registeredOn, int notices, int guidance, int training, Inquiry inquiry)
    {
        var years = inquiry.Day.Year - registeredOn.Year;
        years -= registeredOn.AddYears(years) > inquiry.Day ? 1 : 0;
        var (from, to) = (registeredOn.AddYears(years), registeredOn.AddYears(years + 1).AddDays(-1));
        inquiry.Step("滚动年度", $"自登记日起每满一年，含{DeadlineClock.Text(inquiry.Day)}", $"{DeadlineClock.Text(from)}至{DeadlineClock.Text(to)}", "D-70");
        return new(from, to, to.DayNumber - inquiry.Day.DayNumber,
            Missing("岗位信息", Keys.Notices, notices), Missing("职业指导", Keys.Guidance, guidance), Missing("免费技能培训信息", Keys.Training, training));

        int? Missing(string name, Parameter<int> key, int given)
        {
            if (inquiry.Need(key) is not { } required)
            {
                return null;
            }

            var missing = Math.Max(0, required.Value - given);
            inquiry.Step(name, $"规定{required.Value}次 − 已提供{given}次", $"尚缺{missing}次", required.Cited);
            return missing;
        }
    }
}
