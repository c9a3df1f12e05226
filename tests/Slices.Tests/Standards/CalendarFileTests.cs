using SocialAssistance.Standards.Calendar;

namespace SocialAssistance.Slices.Tests.Standards;

public sealed class CalendarFileTests
{
    [Fact]
    public void A_notice_names_holidays_and_weekends_worked_instead()
    {
        var (days, errors) = CalendarFile.Read("\uFEFF日期,类型,依据\r\n2026-10-01,休,通知一\r\n2026-10-10,班,通知一\r\n");

        Assert.Empty(errors);
        Assert.Equal([(new DateOnly(2026, 10, 1), false), (new DateOnly(2026, 10, 10), true)], days.Select(d => (d.Day, d.IsWorkingDay)));
    }

    [Theory]
    [InlineData("date,type,notice\n", 1, "第一行应为")]
    [InlineData("日期,类型,依据\n2026-02-30,休,通知", 2, "不是日期")]
    [InlineData("日期,类型,依据\n2026-10-01,放假,通知", 2, "只能是“休”或“班”")]
    [InlineData("日期,类型,依据\n2026-10-01,休,", 2, "依据列是空的")]
    [InlineData("日期,类型,依据\n2026-10-01,休", 2, "应有 3 列")]
    [InlineData("日期,类型,依据\n2026-10-01,休,甲\n2026-10-01,班,乙", 3, "出现了两次")]
    public void A_wrong_line_is_named_with_its_cure(string text, int line, string message)
    {
        var (_, errors) = CalendarFile.Read(text);

        var error = Assert.Single(errors);
        Assert.Equal(line, error.Line);
        Assert.Contains(message, error.Message);
    }
}
