using System.Globalization;
using SocialAssistance.Platform.Files;

namespace SocialAssistance.Standards.Calendar;

/// <summary>
/// The yearly notice as a table of three columns 日期,类型,依据: 休 for a holiday, 班 for a weekend worked instead (调休).
/// One wrong line means that nothing is imported.
/// </summary>
internal static class CalendarFile
{
    public static (IReadOnlyList<CalendarDay> Days, IReadOnlyList<LineError> Errors) Read(string text)
    {
        var days = new Dictionary<DateOnly, CalendarDay>();
        var errors = LineTable.Read(text, "日期,类型,依据", (cells, _) => Take(cells, days));
        return ([.. days.Values], errors);
    }

    private static string? Take(string[] cells, Dictionary<DateOnly, CalendarDay> days) =>
        !DateOnly.TryParseExact(cells[0], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? $"日期列“{cells[0]}”不是日期，请写成 2026-10-01"
        : cells[1] is not ("休" or "班") ? $"类型列“{cells[1]}”只能是“休”或“班”"
        : cells[2].Length == 0 ? "依据列是空的，请填写通知的文号"
        : !days.TryAdd(day, new CalendarDay { Day = day, IsWorkingDay = cells[1] == "班", Notice = cells[2] }) ? $"{day:yyyy-MM-dd} 出现了两次，请删去一行"
        : null;
}
