using System.Globalization;
using SocialAssistance.Contracts.Households;
using SocialAssistance.Rules.Values;

namespace SocialAssistance.Cases.Intake.Forms;

/// <summary>Reads what a clerk typed, the many ways clerks type it.</summary>
internal static class Typed
{
    /// <summary>Trimmed text; null when empty.</summary>
    public static string? Text(string? typed) => (typed ?? "").Trim() is { Length: > 0 } text ? text : null;

    private static string? Narrow(string? typed) => Text(FullWidth.Narrow(typed ?? ""));

    /// <summary>Yuan with at most two decimals and not below zero; null when it is no such amount.</summary>
    public static decimal? Amount(string? typed)
    {
        var text = Narrow(typed)?.Replace(",", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal).TrimEnd('元').TrimStart('¥', '￥');
        return decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount) && decimal.Round(amount, 2) == amount && amount < 1_000_000_000m ? amount : null;
    }

    /// <summary>A day written 2026-11-22, 20261122, 2026.11.22 or 2026年11月22日.</summary>
    public static DateOnly? Day(string? typed)
    {
        var parts = (Narrow(typed) ?? "").Split([.. "-./年月日 "], StringSplitOptions.RemoveEmptyEntries);
        if (parts is [{ Length: 8 } whole])
        {
            parts = [whole[..4], whole[4..6], whole[6..]];
        }

        return parts is [{ Length: 4 }, _, _] && DateOnly.TryParseExact(string.Join('-', parts), "yyyy-M-d", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
    }

    /// <summary>Digits only, of an account or phone number.</summary>
    public static string? Digits(string? typed) => Narrow(typed) is { } text ? new string([.. text.Where(c => !char.IsWhiteSpace(c) && c is not '-')]) : null;

    /// <summary>The identity number when it is right in every respect.</summary>
    public static IdentityNumber? IdNumber(string? typed, DateOnly today) => IdentityNumber.TryRead(typed, today, out var number, out _) ? number : null;
}
