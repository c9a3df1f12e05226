using System.Globalization;
using SocialAssistance.Rules.Determinations;
using SocialAssistance.Rules.Standards;
using SocialAssistance.Rules.Values;
using static SocialAssistance.Rules.Standards.ParameterCatalogue;

namespace SocialAssistance.Rules.Deadlines;

/// <summary>Tells when something is due (DL-01 to DL-04). A missing figure gives no day, only the name of what is missing.</summary>
public static class DeadlineCalculation
{
    /// <param name="question">Which clock, from when.</param>
    /// <param name="figures">Whose figures.</param>
    /// <param name="asOf">The day whose rules apply; the start day if null (D-51).</param>
    public static Deadline Answer(DeadlineQuestion question, Resolver figures, DateOnly? asOf = null)
    {
        var inquiry = new Inquiry(figures, asOf ?? question.Start);
        var clock = new DeadlineClock(inquiry, question.Calendar, question.Pauses);
        var deadline = Answer(question, inquiry, clock);
        if (inquiry.Steps.Count == 0)
        {
            inquiry.Step("期限无法确定", "所需参数未配置", "无法确定", "DL-03");
        }

        return deadline with { Warnings = inquiry.Warnings, Steps = inquiry.Steps };
    }

    private static Deadline Answer(DeadlineQuestion question, Inquiry inquiry, DeadlineClock clock)
    {
        var (rule, start, facts) = (question.Rule, question.Start, question.Facts);
        return rule switch
        {
            DeadlineRule.WorkingDays => new(rule, DeadlineUnits.WorkingDays, facts.Days) { Day = clock.WorkingDays(start, facts.Days, "DL-02") },
            DeadlineRule.CalendarDays => new(rule, DeadlineUnits.CalendarDays, facts.Days) { Day = clock.Shifted(clock.CalendarDays(start, facts.Days, "DL-03")) },
            DeadlineRule.Publicity => Days(rule, ParameterCatalogue.Deadline.PublicityDays, start, inquiry, clock),
            DeadlineRule.Reconsideration => Days(rule, ParameterCatalogue.Deadline.ReconsiderationDays, start, inquiry, clock),
            DeadlineRule.Litigation => Months(rule, ParameterCatalogue.Deadline.LitigationMonths, start, inquiry, clock, shifted: true),
            DeadlineRule.DeathCheck => Months(rule, ParameterCatalogue.Deadline.DeathCheckMonths, start, inquiry, clock, shifted: true),
            DeadlineRule.HardshipExpiry => Months(rule, ParameterCatalogue.Deadline.HardshipValidityMonths, start, inquiry, clock, shifted: false),
            DeadlineRule.StationStay => StationStay(start, inquiry, clock),
            DeadlineRule.UrgentPayFirst => UrgentPayFirst(question, inquiry),
            DeadlineRule.Review => ReviewDeadline.Answer(start, facts, inquiry, clock),
            DeadlineRule.PhaseOutEnd => PhaseOutEnd(start, facts, inquiry),
            DeadlineRule.AgeingOut => AgeingOut(start, facts.Age, inquiry),
            DeadlineRule.RaiseCompletion => RaiseCompletion(inquiry),
            _ => WorkingDays(rule, WorkingDayKeys.Of(rule, facts, inquiry), start, inquiry, clock),
        };
    }

    private static Deadline WorkingDays(DeadlineRule rule, Parameter<int> key, DateOnly start, Inquiry inquiry, DeadlineClock clock)
    {
        var figure = inquiry.Need(key);
        return new(rule, DeadlineUnits.WorkingDays, figure?.Value) { Day = figure is null ? null : clock.WorkingDays(start, figure.Value, figure.Cited) };
    }

    private static Deadline Days(DeadlineRule rule, Parameter<int> key, DateOnly start, Inquiry inquiry, DeadlineClock clock)
    {
        var figure = inquiry.Need(key);
        return new(rule, DeadlineUnits.CalendarDays, figure?.Value)
        {
            Day = figure is null ? null : clock.Shifted(clock.CalendarDays(start, figure.Value, figure.Cited)),
        };
    }

    private static Deadline Months(DeadlineRule rule, Parameter<int> key, DateOnly start, Inquiry inquiry, DeadlineClock clock, bool shifted)
    {
        var figure = inquiry.Need(key);
        var due = figure is null ? null : clock.Months(start, figure.Value, figure.Cited);
        return new(rule, DeadlineUnits.Months, figure?.Value) { Day = shifted ? clock.Shifted(due) : due };
    }

    /// <summary>滞留期限: "three months" is met on the day, "more than three months" on the day after (E-34).</summary>
    private static Deadline StationStay(DateOnly start, Inquiry inquiry, DeadlineClock clock)
    {
        var deadline = Months(DeadlineRule.StationStay, ParameterCatalogue.Deadline.StationStayMonths, start, inquiry, clock, shifted: false);
        if (deadline.Day is not { } full || inquiry.Find(ParameterCatalogue.Deadline.StationStayDay) is not { Value: StationStayDay.After } after)
        {
            return deadline;
        }

        inquiry.Step("超过期限的次日", $"{DeadlineClock.Text(full)}满期，次日起履行安置义务", DeadlineClock.Text(full.AddDays(1)), after.Cited);
        return deadline with { Day = full.AddDays(1) };
    }

    private static Deadline UrgentPayFirst(DeadlineQuestion question, Inquiry inquiry)
    {
        var hours = inquiry.Need(ParameterCatalogue.TemporaryAssistance.UrgentHours);
        if (hours is null || question.StartTime is not { } time)
        {
            return new(DeadlineRule.UrgentPayFirst, DeadlineUnits.Hours, hours?.Value);
        }

        var due = question.Start.ToDateTime(time).Add(TimeSpan.FromHours(hours.Value));
        inquiry.Step("急难救助时限", $"登记时间 + {hours.Value}小时（连续计算，含节假日）", due.ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture), hours.Cited);
        return new(DeadlineRule.UrgentPayFirst, DeadlineUnits.Hours, hours.Value) { Moment = due };
    }

    private static Deadline PhaseOutEnd(DateOnly start, DeadlineFacts facts, Inquiry inquiry)
    {
        var key = facts.Cause == PhaseOutCause.Employment ? PhaseOut.EmploymentMonths : PhaseOut.DeathMonths;
        var figure = facts.Months is null ? inquiry.Need(key) : null;
        var count = facts.Months ?? figure?.Value;
        BenefitMonth? due = count is > 0 and < 90_000 ? BenefitMonth.Of(start).AddMonths(count.Value - 1) : null;
        if (count is not null)
        {
            inquiry.Step("渐退期末月", $"自{BenefitMonth.Of(start)}起共{count}个月", due?.ToString() ?? "无渐退期", figure?.Cited ?? "DL-03");
        }

        return new(DeadlineRule.PhaseOutEnd, DeadlineUnits.Months, count) { Month = due };
    }

    private static Deadline AgeingOut(DateOnly birth, int age, Inquiry inquiry)
    {
        var birthday = birth.AddYears(age);
        var month = BenefitMonth.Of(birthday);
        inquiry.Step("年满期限", $"{DeadlineClock.Text(birth)}出生，{DeadlineClock.Text(birthday)}年满{age}周岁；当月仍享受待遇", month.ToString(), "D-55");
        return new(DeadlineRule.AgeingOut, DeadlineUnits.Years, age)
        {
            Month = month,
            Birthday = birthday,
            Reminders = [birthday.AddDays(-90), birthday.AddDays(-30)],
        };
    }

    private static Deadline RaiseCompletion(Inquiry inquiry)
    {
        var due = inquiry.Need(BackPay.CompleteBy);
        if (due is not null)
        {
            inquiry.Step("补发到位时限", "文件规定的日期", DeadlineClock.Text(due.Value), due.Cited);
        }

        return new(DeadlineRule.RaiseCompletion, DeadlineUnits.Fixed, null)
        {
            Day = due?.Value,
            AlsoReportAgainst = inquiry.Find(BackPay.WorkPlanCompleteBy)?.Value,
        };
    }
}
