using System.Globalization;

namespace SocialAssistance.Standards.Calendar;

/// <summary>A line of the file that cannot be read, with what to do about it.</summary>
internal sealed record CalendarFileError(int Line, string Message);

/// <summary>
/// The yearly notice as a table of three columns 日期,类型,依据: 休 for a holiday, 班 for a weekend worked instead (调休).
/// One wrong line means that nothing is imported.
/// </summary>
internal static class CalendarFile
{
    private const string Header = "日期,类型,依据";

    public static (IReadOnlyList<CalendarDay> Days, IReadOnlyList<CalendarFileError> Errors) Read(string text)
    {
        var days = new Dictionary<DateOnly, CalendarDay>();
        var errors = new List<CalendarFileError>();
        var lines = text.TrimStart('\uFEFF').ReplaceLineEndings("\n").Split('\n');
        if (lines[0].Trim() != Header)
        {
            errors.Add(new(1, $"第一行应为“{Header}”，现在是“{lines[0].Trim()}”"));
            return ([], errors);
        }

        for (var i = 1; i < lines.Length; i++)
        {
            if (lines[i].Trim().Length > 0)
            {
                ReadLine(lines[i].Split(','), i + 1, days, errors);
            }
        }

        return ([.. days.Values], errors);
    }

    private static void ReadLine(string[] cells, int line, Dictionary<DateOnly, CalendarDay> days, List<CalendarFileError> errors)
    {
        if (cells.Length != 3)
        {
            errors.Add(new(line, $"应有 3 列，现在是 {cells.Length} 列，请核对逗号"));
        }
        else if (!DateOnly.TryParseExact(cells[0].Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            errors.Add(new(line, $"日期列“{cells[0]}”不是日期，请写成 2026-10-01"));
        }
        else if (cells[1].Trim() is not ("休" or "班"))
        {
            errors.Add(new(line, $"类型列“{cells[1]}”只能是“休”或“班”"));
        }
        else if (cells[2].Trim().Length == 0)
        {
            errors.Add(new(line, "依据列是空的，请填写通知的文号"));
        }
        else if (!days.TryAdd(day, new CalendarDay { Day = day, IsWorkingDay = cells[1].Trim() == "班", Notice = cells[2].Trim() }))
        {
            errors.Add(new(line, $"{day:yyyy-MM-dd} 出现了两次，请删去一行"));
        }
    }
}
