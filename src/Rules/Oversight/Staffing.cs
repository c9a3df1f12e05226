using SocialAssistance.Rules.Standards;
using SocialAssistance.Rules.Values;
using Keys = SocialAssistance.Rules.Standards.ParameterCatalogue.Staffing;

namespace SocialAssistance.Rules.Oversight;

/// <summary>Who employs the staff.</summary>
public enum StaffingLevel { County, Township }

/// <summary>How many staff are needed; null where a number is not published, or the level has none.</summary>
public sealed record StaffNeed(long? Dedicated, long? Staff);

/// <summary>OV-03: staff by number of recipients (力量配备), by the strict and by the loose divisor.</summary>
public static class Staffing
{
    public static (StaffNeed? Strict, StaffNeed? Loose) Answer(StaffingLevel level, int recipients, Inquiry inquiry)
    {
        var isCounty = level == StaffingLevel.County;
        var lower = inquiry.Need(isCounty ? Keys.CountyRecipientsLower : Keys.TownshipRecipientsLower);
        var upper = inquiry.Need(isCounty ? Keys.CountyRecipientsUpper : Keys.TownshipRecipientsUpper);
        var dedicated = inquiry.Need(isCounty ? Keys.CountyDedicated : Keys.TownshipDedicated);
        var staff = isCounty ? inquiry.Need(Keys.CountyStaff) : null;
        if (lower is null && upper is null)
        {
            inquiry.Step("力量配备", "文件未规定配备标准", "未配置", "OV-03");
        }

        return (Need("从严配备", lower), Need("从宽配备", upper));

        StaffNeed? Need(string label, Figure<int>? divisor)
        {
            if (divisor is null || divisor.Value == 0)
            {
                return null;
            }

            var need = new StaffNeed(Ceiling(dedicated, divisor.Value), Ceiling(staff, divisor.Value));
            inquiry.Step(label, $"{recipients}人 ÷ {divisor.Value}，向上取整", $"专职{need.Dedicated}人" + (isCounty ? $"，工作人员{need.Staff}人" : ""), divisor.Cited);
            return need;
        }

        long? Ceiling(Figure<int>? each, int divisor) =>
            each is null ? null : (long)new Fraction((Int128)each.Value * recipients, divisor).Ceiling();
    }
}
