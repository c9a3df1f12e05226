using System.Collections.Frozen;
using Npgsql;
using SocialAssistance.Contracts.Standards;

namespace SocialAssistance.Standards.Calendar;

/// <summary>
/// Counts working days with the exceptions of the database, read once a minute: a notice imported in one process
/// reaches the others without a restart.
/// </summary>
internal sealed class WorkingCalendar(NpgsqlDataSource dataSource, TimeProvider time) : IWorkingCalendar
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);
    private readonly Lock _lock = new();
    private FrozenDictionary<DateOnly, bool> _exceptions = FrozenDictionary<DateOnly, bool>.Empty;
    private long _readAt;

    public bool IsWorkingDay(DateOnly day) => IsWorkingDay(day, Exceptions());

    public DateOnly Add(DateOnly start, int workingDays)
    {
        var exceptions = Exceptions();
        var day = start;
        for (var left = workingDays; left > 0;)
        {
            day = day.AddDays(1);
            left -= IsWorkingDay(day, exceptions) ? 1 : 0;
        }

        return day;
    }

    public int Between(DateOnly from, DateOnly to)
    {
        if (to < from)
        {
            return -Between(to, from);
        }

        var exceptions = Exceptions();
        var count = 0;
        for (var day = from.AddDays(1); day <= to; day = day.AddDays(1))
        {
            count += IsWorkingDay(day, exceptions) ? 1 : 0;
        }

        return count;
    }

    public DateOnly Shift(DateOnly day)
    {
        var exceptions = Exceptions();
        while (!IsWorkingDay(day, exceptions))
        {
            day = day.AddDays(1);
        }

        return day;
    }

    /// <summary>Forgets what was read, after this process changed the calendar.</summary>
    public void Forget() => Volatile.Write(ref _readAt, 0);

    private static bool IsWorkingDay(DateOnly day, FrozenDictionary<DateOnly, bool> exceptions) =>
        exceptions.TryGetValue(day, out var works) ? works : day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);

    private FrozenDictionary<DateOnly, bool> Exceptions()
    {
        var readAt = Volatile.Read(ref _readAt);
        if (readAt != 0 && time.GetElapsedTime(readAt) < Fresh)
        {
            return _exceptions;
        }

        lock (_lock)
        {
            using var command = dataSource.CreateCommand("select day, is_working_day from standards.calendar_days");
            using var reader = command.ExecuteReader();
            var days = new Dictionary<DateOnly, bool>();
            while (reader.Read())
            {
                days[reader.GetFieldValue<DateOnly>(0)] = reader.GetBoolean(1);
            }

            _exceptions = days.ToFrozenDictionary();
            Volatile.Write(ref _readAt, time.GetTimestamp());
            return _exceptions;
        }
    }
}
