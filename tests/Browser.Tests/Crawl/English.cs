using System.Text.RegularExpressions;
using SocialAssistance.Contracts.Accounts;

namespace SocialAssistance.Browser.Tests.Crawl;

/// <summary>Finds English in what a page says to people. Names of formats, document numbers and accounts are not English.</summary>
internal static partial class English
{
    private static readonly HashSet<string> Allowed = new(
        ["PDF", "Excel", "Word", "CSV", "XLSX", "IP", "ID", "JPG", "JPEG", "PNG", "MB", "KB", "SHA", "GB", "GBK", "UTF", "CPI", "Ctrl", "Enter", "Tab", "Alt", "Shift", "Esc"],
        StringComparer.Ordinal);

    private static readonly Regex Accounts = new($@"\b({string.Join('|', DemoAccounts.All.Select(a => a.Account).OrderByDescending(a => a.Length))}|{DemoAccounts.Password})\b");

    /// <summary>The words of a text that are English.</summary>
    public static IEnumerable<string> In(string text) =>
        Words().Matches(Numbers().Replace(Accounts.Replace(text, " "), " ")).Select(m => m.Value).Where(w => !Allowed.Contains(w));

    [GeneratedRegex("[A-Za-z]{2,}")]
    private static partial Regex Words();

    // Numbers of cases, rosters, claims, papers and rules of the calculation; identifiers and fingerprints; names of files.
    [GeneratedRegex(@"\b(SQ|FF|ZH|HM)-[A-Z0-9-]+\b|\b[0-9a-f]{8}(-?[0-9a-f]{4})+\b|\b[0-9a-f]{12,64}\b|\S+\.(pdf|csv|xlsx|png|jpe?g)\b", RegexOptions.None)]
    private static partial Regex Numbers();
}
