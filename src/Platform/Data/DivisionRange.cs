using System.Globalization;

namespace SocialAssistance.Platform.Data;

/// <summary>
/// The division codes below a prefix as a range. A range of digits sorts the same in every collation and is answered by an
/// index even from a statement prepared without knowing the prefix, which LIKE is not.
/// </summary>
public static class DivisionRange
{
    /// <summary>The rows below a prefix of the division code; all of them for the empty prefix.</summary>
    public static IQueryable<T> Below<T>(this IQueryable<T> rows, string prefix)
        where T : class, IInArea
    {
        var end = End(prefix);
        return rows.Where(row => string.Compare(row.DivisionCode, prefix) >= 0 && string.Compare(row.DivisionCode, end) < 0);
    }

    /// <summary>The first code after all that begin with the prefix; behind every code for the empty prefix.</summary>
    /// <param name="prefix">Up to twelve digits of a division code (行政区划代码), none for everywhere.</param>
    public static string End(string prefix) =>
        prefix.Length == 0 || prefix.All(digit => digit == '9')
            ? "z"
            : (long.Parse(prefix, NumberStyles.None, CultureInfo.InvariantCulture) + 1).ToString(CultureInfo.InvariantCulture).PadLeft(prefix.Length, '0');
}
