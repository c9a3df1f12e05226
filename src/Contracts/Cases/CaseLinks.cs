namespace SocialAssistance.Contracts.Cases;

/// <summary>Addresses of a case file's pages; modules link through these, never by page names.</summary>
public static class CaseLinks
{
    /// <summary>概况 of the case.</summary>
    public static string File(Guid caseId) => $"/cases/{caseId}";

    /// <summary>成员.</summary>
    public static string Members(Guid caseId) => $"/cases/{caseId}/members";

    /// <summary>收支财产.</summary>
    public static string Economy(Guid caseId) => $"/cases/{caseId}/economy";

    /// <summary>测算说明.</summary>
    public static string Determination(Guid caseId) => $"/cases/{caseId}/determination";

    /// <summary>材料.</summary>
    public static string Materials(Guid caseId) => $"/cases/{caseId}/materials";

    /// <summary>经过.</summary>
    public static string Timeline(Guid caseId) => $"/cases/{caseId}/timeline";

    /// <summary>待遇.</summary>
    public static string Benefit(Guid caseId) => $"/cases/{caseId}/benefit";

    /// <summary>发放.</summary>
    public static string Payments(Guid caseId) => $"/cases/{caseId}/payments";
}
