using System.Text.RegularExpressions;

namespace SocialAssistance.Accounts.SignIn;

/// <summary>The name typed at log-in (账号): small letters, digits, dot and hyphen.</summary>
internal static partial class AccountName
{
    /// <summary>Forgives capitals, blanks and the full-width letters of a Chinese input method.</summary>
    public static string Normalise(string? typed) => string.Concat((typed ?? "").Select(c => c is >= '！' and <= '～' ? (char)(c - '！' + '!') : c)).Trim().ToLowerInvariant();

    public static bool IsValid(string normalised) => Pattern().IsMatch(normalised);

    [GeneratedRegex("^[a-z0-9][a-z0-9.-]{2,31}$")]
    private static partial Regex Pattern();
}
