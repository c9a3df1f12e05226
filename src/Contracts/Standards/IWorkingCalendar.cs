namespace SocialAssistance.Contracts.Standards;

/// <summary>The county's working days (工作日) with holidays and make-up days as data.</summary>
public interface IWorkingCalendar
{
    /// <summary>The n-th working day after the start day; the start day never counts (民法典 第二百零一条).</summary>
    DateOnly Add(DateOnly start, int workingDays);

    /// <summary>Working days after <paramref name="from"/> up to and including <paramref name="to"/>; negative when to lies before from.</summary>
    int Between(DateOnly from, DateOnly to);

    /// <summary>Whether people work on this day.</summary>
    bool IsWorkingDay(DateOnly day);

    /// <summary>The day itself or the next working day (期间最后一日顺延).</summary>
    DateOnly Shift(DateOnly day);
}

/// <summary>Settings of the county that are no amounts: deadlines, publicity days, who decides.</summary>
public interface ICountySettings
{
    /// <summary>Six-digit code of the county whose rules apply.</summary>
    string PolicyCode { get; }

    /// <summary>Name of the county, e.g. 于都县.</summary>
    string CountyName { get; }

    /// <summary>A whole-number setting of the rule catalogue on a day, e.g. <c>deadline.publicity-days</c>; an unset key is a named error.</summary>
    CountyNumber Number(string key, DateOnly day);

    /// <summary>Working days from acceptance to decision (审核确认期限): special circumstances, the local limit, the delegated limit or the national one, in this order.</summary>
    CountyNumber ProcedureLimit(DateOnly day, bool special = false);
}

/// <summary>A setting's value with the document and article it rests on.</summary>
public sealed record CountyNumber(int Value, string Source);

/// <summary>A rule needs a setting that no document and no county has given; nobody may guess it.</summary>
public sealed class SettingMissingException(string key, DateOnly day) : Exception($"{key} is not configured on {day:yyyy-MM-dd}")
{
    /// <summary>The catalogue key.</summary>
    public string Key { get; } = key;
}
