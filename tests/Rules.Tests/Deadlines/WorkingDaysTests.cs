using SocialAssistance.Rules.Deadlines;
using SocialAssistance.Rules.Standards;

namespace SocialAssistance.Rules.Tests.Deadlines;

/// <summary>The calendar the desks count with: the National Day week of 2026, with Saturday 10 October worked.</summary>
public sealed class WorkingDaysTests
{
    private static readonly WorkingDayCalendar Calendar = new(
        [Day("2026-10-01"), Day("2026-10-02"), Day("2026-10-05"), Day("2026-10-06"), Day("2026-10-07")], [Day("2026-10-10")]);

    [Theory]
    [Trait("Rule", "DL-01")]
    [InlineData("2026-09-30", true)]
    [InlineData("2026-10-01", false)]
    [InlineData("2026-10-03", false)]
    [InlineData("2026-10-08", true)]
    [InlineData("2026-10-10", true)]
    [InlineData("2026-10-11", false)]
    public void A_working_day_is_a_weekday_that_is_no_holiday_or_a_make_up_day(string day, bool works) =>
        Assert.Equal(works, Calendar.IsWorkingDay(Day(day)));

    [Theory]
    [Trait("Rule", "DL-02")]
    [InlineData("2026-09-30", 1, "2026-10-08")]
    [InlineData("2026-09-30", 3, "2026-10-10")]
    [InlineData("2026-09-30", 4, "2026-10-12")]
    [InlineData("2026-10-03", 1, "2026-10-08")]
    [InlineData("2026-10-10", 1, "2026-10-12")]
    [InlineData("2026-10-12", 0, "2026-10-12")]
    public void The_start_day_never_counts(string start, int count, string due) =>
        Assert.Equal(Day(due), WorkingDays.Add(Day(start), count, Calendar));

    [Fact]
    [Trait("Rule", "DL-02")]
    public void Days_inside_a_pause_are_not_counted()
    {
        Pause[] pauses = [new(Day("2026-10-12"), Day("2026-10-13"), PauseReason.Supplement), new(Day("2026-10-13"), Day("2026-10-14"), PauseReason.ExternalCheck)];

        Assert.Equal(Day("2026-10-15"), WorkingDays.Add(Day("2026-10-10"), 1, Calendar, pauses));
    }

    [Theory]
    [Trait("Rule", "DL-02")]
    [InlineData("2026-09-30", "2026-10-10", 3)]
    [InlineData("2026-10-10", "2026-10-10", 0)]
    [InlineData("2026-10-11", "2026-10-10", 0)]
    [InlineData("2026-10-12", "2026-10-10", -1)]
    [InlineData("2026-10-14", "2026-10-10", -3)]
    public void What_is_left_counts_down_to_the_due_day_and_below_nothing_after_it(string today, string due, int left) =>
        Assert.Equal(left, WorkingDays.Remaining(Day(today), Day(due), Calendar));

    [Fact]
    [Trait("Rule", "DL-03")]
    public void A_day_off_moves_to_the_next_working_day()
    {
        Assert.Equal(Day("2026-10-08"), Calendar.NextWorkingDay(Day("2026-10-01")));
        Assert.Equal(Day("2026-10-10"), Calendar.NextWorkingDay(Day("2026-10-10")));
    }

    [Fact]
    [Trait("Rule", "DL-02")]
    public void Adding_and_counting_are_inverse_for_every_start_and_length()
    {
        for (var start = Day("2026-09-01"); start < Day("2026-11-01"); start = start.AddDays(1))
        {
            for (var count = 0; count <= 45; count++)
            {
                var due = WorkingDays.Add(start, count, Calendar)!.Value;
                Assert.Equal(count, WorkingDays.Between(start, due, Calendar));
                Assert.Equal(count, WorkingDays.Remaining(start, due, Calendar));
            }
        }
    }

    [Fact]
    [Trait("Rule", "DL-02")]
    public void Beyond_the_calendar_there_is_no_day() =>
        Assert.Null(WorkingDays.Add(DateOnly.MaxValue.AddDays(-3), 10, WorkingDayCalendar.WeekendsOnly));

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd");
}
