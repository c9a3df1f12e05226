using Npgsql;
using SocialAssistance.Contracts.Standards;
using SocialAssistance.Rules.Deadlines;

namespace SocialAssistance.Standards.Calendar;

/// <summary>
/// The core's working-day count over the days in the database, read once a minute: a notice imported in one process
/// reaches the others without a restart.
/// </summary>
internal sealed class WorkingCalendar(NpgsqlDataSource dataSource, TimeProvider time) : IWorkingCalendar
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);
    private readonly Lock _lock = new();
    private WorkingDayCalendar _calendar = WorkingDayCalendar.WeekendsOnly;
    private long _readAt;

    public bool IsWorkingDay(DateOnly day) => Calendar().IsWorkingDay(day);

    public DateOnly Add(DateOnly start, int workingDays) =>
        WorkingDays.Add(start, workingDays, Calendar()) ?? throw new ArgumentOutOfRangeException(nameof(workingDays));

    public int Between(DateOnly from, DateOnly to) => WorkingDays.Remaining(from, to, Calendar());

    public DateOnly Shift(DateOnly day) => Calendar().NextWorkingDay(day);

    /// <summary>Forgets what was read, after this process changed the calendar.</summary>
    public void Forget() => Volatile.Write(ref _readAt, 0);

    private WorkingDayCalendar Calendar()
    {
        var readAt = Volatile.Read(ref _readAt);
        if (readAt != 0 && time.GetElapsedTime(readAt) < Fresh)
        {
            return _calendar;
        }

        lock (_lock)
        {
            using var command = dataSource.CreateCommand("select day, is_working_day from standards.calendar_days");
            using var reader = command.ExecuteReader();
            var days = new List<(DateOnly Day, bool Works)>();
            while (reader.Read())
            {
                days.Add((reader.GetFieldValue<DateOnly>(0), reader.GetBoolean(1)));
            }

            _calendar = new(days.Where(d => !d.Works).Select(d => d.Day), days.Where(d => d.Works).Select(d => d.Day));
            Volatile.Write(ref _readAt, time.GetTimestamp());
            return _calendar;
        }
    }
}
