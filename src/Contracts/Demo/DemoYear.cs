namespace SocialAssistance.Contracts.Demo;

/// <summary>The months a demonstration lives through its own commands before somebody signs in.</summary>
/// <param name="Today">The day on which it starts.</param>
/// <param name="Months">How many months are paid, this one included; 0: nothing is paid, earlier months count as paid elsewhere.</param>
public sealed record DemoYear(DateOnly Today, int Months)
{
    /// <summary>First day of the first month that is paid here.</summary>
    public DateOnly FirstMonth => new DateOnly(Today.Year, Today.Month, 1).AddMonths(-Math.Max(0, Months - 1));

    /// <summary>A day of the month of that number, counted from 0; never after today.</summary>
    public DateOnly Day(int month, int day)
    {
        var first = FirstMonth.AddMonths(month);
        return first.AddDays(day - 1) > Today ? Today : first.AddDays(day - 1);
    }
}
