using System.Globalization;

namespace SocialAssistance.Rules.Values;

/// <summary>A calendar month for which benefits are due (待遇月).</summary>
public readonly record struct BenefitMonth : IComparable<BenefitMonth>
{
    /// <summary>Month is 1–12.</summary>
    public BenefitMonth(int year, int month)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(month, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(month, 12);
        Index = year * 12 + month - 1;
    }

    /// <summary>Months since year 0; the difference of two indexes is a number of months.</summary>
    public int Index { get; init; }

    public int Year => Index / 12;

    public int Month => Index % 12 + 1;

    public DateOnly FirstDay => new(Year, Month, 1);

    public DateOnly LastDay => new(Year, Month, DateTime.DaysInMonth(Year, Month));

    public static BenefitMonth Of(DateOnly day) => new(day.Year, day.Month);

    public BenefitMonth AddMonths(int months) => new() { Index = Index + months };

    /// <summary>Number of months from the right one to the left one.</summary>
    public static int operator -(BenefitMonth left, BenefitMonth right) => left.Index - right.Index;

    public static bool operator <(BenefitMonth left, BenefitMonth right) => left.Index < right.Index;

    public static bool operator >(BenefitMonth left, BenefitMonth right) => left.Index > right.Index;

    public static bool operator <=(BenefitMonth left, BenefitMonth right) => left.Index <= right.Index;

    public static bool operator >=(BenefitMonth left, BenefitMonth right) => left.Index >= right.Index;

    public int CompareTo(BenefitMonth other) => Index.CompareTo(other.Index);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year:D4}-{Month:D2}");

    /// <summary>Reads <c>YYYY-MM</c>, years 1900–2100.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out BenefitMonth month)
    {
        month = default;
        if (text.Length != 7 || text[4] != '-'
            || !DateText.Digits(text[..4], out var year) || !DateText.Digits(text[5..], out var number)
            || year is < 1900 or > 2100 || number is < 1 or > 12)
        {
            return false;
        }

        month = new(year, number);
        return true;
    }
}
