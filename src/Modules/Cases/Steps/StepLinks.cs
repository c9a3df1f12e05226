namespace SocialAssistance.Cases.Steps;

/// <summary>Addresses of the steps between acceptance and confirmation.</summary>
internal static class StepLinks
{
    public static string Verification(Guid caseId) => $"/cases/{caseId}/verification";

    public static string Commission(Guid caseId) => $"/cases/{caseId}/verification/commission";

    public static string Difference(Guid caseId, Guid resultId) => $"/cases/{caseId}/verification/results/{resultId}";

    public static string CompleteVerification(Guid caseId) => $"/cases/{caseId}/verification/complete";

    public static string Import(Guid caseId) => $"/cases/{caseId}/verification/import";

    public static string ImportPreview(Guid caseId, Guid importId) => $"/cases/{caseId}/verification/import/{importId}";

    public static string Visit(Guid caseId) => $"/cases/{caseId}/visit";

    public static string VisitPaper(Guid caseId) => $"/cases/{caseId}/visit/paper";

    public static string SelfCare(Guid caseId) => $"/cases/{caseId}/self-care";

    public static string Dispute(Guid caseId) => $"/cases/{caseId}/dispute";

    public static string Appraisal(Guid caseId) => $"/cases/{caseId}/appraisal";

    public static string Opinion(Guid caseId) => $"/cases/{caseId}/opinion";

    public static string Publicity => "/publicity";

    public static string Notice(Guid noticeId) => $"/publicity/{noticeId}";

    public static string NoticePrint(Guid noticeId) => $"/publicity/{noticeId}/print";

    public static string Objection(Guid noticeId, Guid caseId) => $"/publicity/{noticeId}/objections/{caseId}";

    public static string PublicNotices(string? division = null) => division is null ? "/public/notices" : $"/public/notices/{division}";

    public static string PublicNotice(Guid noticeId) => $"/public/notice/{noticeId}";
}
