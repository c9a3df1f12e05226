using SocialAssistance.Platform.Messaging;
using SocialAssistance.Platform.Security;

namespace SocialAssistance.Disbursement.Rosters;

/// <summary>Actions of the permission table this module asks for.</summary>
internal static class Actions
{
    public const string View = "disbursement.view";
    public const string Prepare = "disbursement.prepare";
    public const string Seal = "disbursement.seal";
    public const string Export = "disbursement.export";
    public const string EnterReturn = "disbursement.return";
    public const string Templates = "disbursement.templates";
    public const string CasePayments = "disbursement.case-payments";
    public const string RequestPayee = "disbursement.request-payee";
    public const string ApprovePayee = "disbursement.approve-payee";

    /// <summary>Refuses with who can, unless the current user may.</summary>
    public static Refusal? Require(this IAccess access, string action) =>
        access.Allows(action, "", "") ? null : new("not-permitted", $"这一步由{access.WhoCan(action)}办理");

    /// <summary>The roster does not exist.</summary>
    public static Refusal NoRoster { get; } = new("no-roster", "没有找到这个批次。请回到批次列表重新选择");
}
