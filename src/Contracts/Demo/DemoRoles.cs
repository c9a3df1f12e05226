namespace SocialAssistance.Contracts.Demo;

/// <summary>Families of the demonstration's year that more than one module has a part for; see <see cref="DemoFamily.Role"/>.</summary>
public static class DemoRoles
{
    /// <summary>Its account is closed, and the bank sends the money back.</summary>
    public const string ClosedAccount = "closed-account";

    /// <summary>The same later in the year.</summary>
    public const string ClosedAccountAgain = "closed-account-again";

    /// <summary>A death told two months late; what was overpaid is claimed.</summary>
    public const string LateDeath = "late-death";
}
