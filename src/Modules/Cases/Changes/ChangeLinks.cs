namespace SocialAssistance.Cases.Changes;

/// <summary>Addresses of the pages about changes.</summary>
internal static class ChangeLinks
{
    public static string Benefit(Guid caseId) => $"/cases/{caseId}/benefit";

    public static string New(Guid caseId, string? kind = null) => kind is null ? $"/cases/{caseId}/changes/new" : $"/cases/{caseId}/changes/new/{kind}";

    public static string Show(Guid caseId, Guid changeId) => $"/cases/{caseId}/changes/{changeId}";

    public static string Letter(Guid caseId, Guid changeId) => $"/cases/{caseId}/changes/{changeId}/letter";

    public static string List(string? tab = null) => tab is null ? "/changes" : $"/changes?tab={tab}";

    /// <summary>Subject under which the scans of a change are kept.</summary>
    public static string Evidence(Guid changeId) => $"change-{changeId:N}";
}
