namespace SocialAssistance.Rules.Determinations;

/// <summary>Something the office should look at; it never changes an amount by itself.</summary>
/// <param name="Code">Stable name, such as <c>near-boundary</c>.</param>
/// <param name="Key">The parameter concerned.</param>
/// <param name="Member">The person concerned.</param>
/// <param name="Value">A number that belongs to the warning: an amount with two decimals or a whole number.</param>
public sealed record Warning(string Code, string? Key = null, string? Member = null, string? Value = null)
{
    /// <summary>未配置: a value the rule needs has no entry in any layer; the amount is left out, never invented.</summary>
    public static Warning NotConfigured(string key) => new("not-configured", key);
}
