using System.Globalization;
using SocialAssistance.Rules.Deadlines;
using SocialAssistance.Rules.Standards;
using Keys = SocialAssistance.Rules.Standards.ParameterCatalogue.TemporaryAssistance;

namespace SocialAssistance.Rules.TemporaryAssistance;

/// <summary>TA-09: by when the case must be done. A local limit in hours precedes the fast-lane days (D-50).</summary>
internal static class AssistanceClock
{
    public static AssistanceDeadline? Of(AssistanceCase application, Figure<int>? fastLaneDays, Inquiry inquiry)
    {
        if (application.Type == AssistanceType.Urgent && inquiry.Find(Keys.UrgentHours) is { } hours)
        {
            return InHours(application.RegisteredAt, hours, inquiry);
        }

        var start = application.RegisteredAt is { } registered ? DateOnly.FromDateTime(registered) : inquiry.Day;
        var clock = new DeadlineClock(inquiry, application.Calendar, []);
        if (fastLaneDays is { } days)
        {
            return new(DeadlineUnits.CalendarDays, days.Value) { Day = clock.CalendarDays(start, days.Value, days.Cited) };
        }

        return application.Type == AssistanceType.Expenditure && inquiry.Find(Keys.ExpenditureWorkingDays) is { } working
            ? new(DeadlineUnits.WorkingDays, working.Value) { Day = clock.WorkingDays(start, working.Value, working.Cited) }
            : null;
    }

    private static AssistanceDeadline InHours(DateTime? registeredAt, Figure<int> hours, Inquiry inquiry)
    {
        var due = registeredAt?.Add(TimeSpan.FromHours(hours.Value));
        if (due is null)
        {
            inquiry.Warn("registration-time-missing");
        }

        inquiry.Step("急难救助时限", $"登记时间 + {hours.Value}小时（连续计算，含节假日）", due?.ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture) ?? "缺登记时间", hours.Cited);
        return new(DeadlineUnits.Hours, hours.Value) { Moment = due };
    }
}
