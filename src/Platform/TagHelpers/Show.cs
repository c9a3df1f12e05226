using System.Globalization;

namespace SocialAssistance.Platform.TagHelpers;

/// <summary>How values read on screens and papers, the same everywhere.</summary>
public static class Show
{
    private static readonly CultureInfo Plain = CultureInfo.InvariantCulture;

    /// <summary>Yuan with two decimals and thousands: 1,530.00.</summary>
    public static string Money(decimal yuan) => yuan.ToString("#,##0.00", Plain).Replace("-", "−");

    public static string Money(decimal? yuan, string none = "未填写") => yuan is { } amount ? Money(amount) : none;

    /// <summary>A change with its sign: +120.00, −198.00.</summary>
    public static string Change(decimal yuan) => (yuan > 0 ? "+" : "") + Money(yuan);

    /// <summary>2026-11-22, for tables and forms.</summary>
    public static string Date(DateOnly date) => date.ToString("yyyy-MM-dd", Plain);

    public static string Date(DateOnly? date, string none = "未填写") => date is { } day ? Date(day) : none;

    /// <summary>2026年11月22日, for papers and citizens.</summary>
    public static string DateLong(DateOnly date) => date.ToString("yyyy年M月d日", Plain);

    public static string MonthDay(DateOnly date) => date.ToString("M月d日", Plain);

    public static string Month(DateOnly date) => date.ToString("yyyy年M月", Plain);

    public static string Weekday(DateOnly date) => "周" + "日一二三四五六"[(int)date.DayOfWeek];

    /// <summary>2026-11-22 10:42, Beijing time; pass a value already converted.</summary>
    public static string Time(DateTimeOffset time) => time.ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-MM-dd HH:mm", Plain);

    /// <summary>Text, or a phrase that says a person should fill it.</summary>
    public static string Or(string? text, string none = "未填写") => string.IsNullOrWhiteSpace(text) ? none : text;
}
