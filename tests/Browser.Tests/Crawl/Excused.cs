namespace SocialAssistance.Browser.Tests.Crawl;

/// <summary>Addresses that are no page to look at, each with its reason. Everything else a role may open must be reached by links.</summary>
internal static class Excused
{
    /// <summary>The reason of what is downloaded: not looked at, but whoever is given the link must get it.</summary>
    public const string File = "a file";

    public static IReadOnlyDictionary<string, string> Pages { get; } = new Dictionary<string, string>
    {
        ["/keep-alive"] = "answers the script, no page",
        ["/logout"] = "ends the session the crawl needs",
        ["/display"] = "only sets the view and goes back; the large print has its own test",
        ["/error"] = "comes only with an error; its own test asks for it",
        ["/account/interrupted"] = "comes only after a session ended in the middle of a form",
        ["/audit/export"] = File,
        ["/cases/files/{fileId:guid}"] = File,
        ["/cases/intake/{draftId:guid}/id-check"] = "a fragment for the script",
        ["/cases/intake/{draftId:guid}/meter"] = "a fragment for the script",
        ["/cases/intake/{draftId:guid}/save"] = "a fragment for the script",
    };

    /// <summary>Pages tuned to a phone in the hand: large targets and text that does not zoom.</summary>
    public static IReadOnlySet<string> PhoneScreens { get; } = new HashSet<string>
    {
        "/cases/worklist", "/cases/{caseId:guid}", "/cases/{caseId:guid}/visit", "/publicity/{noticeId:guid}", "/publicity/{noticeId:guid}/posting",
    };

    /// <summary>
    /// Pages about one record that the county holds for every role that may see it. A page about another kind of record is
    /// visited as soon as a link leads to one.
    /// </summary>
    public static IReadOnlySet<string> Held { get; } = new HashSet<string>
    {
        "/accounts/{id:guid}", "/accounts/{id:guid}/disable",
        "/cases/intake/{draftId:guid}/applicant", "/cases/intake/{draftId:guid}/members", "/cases/intake/{draftId:guid}/economy", "/cases/intake/{draftId:guid}/materials", "/cases/intake/{draftId:guid}/check",
        "/cases/{caseId:guid}", "/cases/{caseId:guid}/members", "/cases/{caseId:guid}/economy", "/cases/{caseId:guid}/determination", "/cases/{caseId:guid}/materials", "/cases/{caseId:guid}/timeline", "/cases/{caseId:guid}/payments",
        "/cases/{caseId:guid}/verification", "/cases/{caseId:guid}/visit", "/cases/{caseId:guid}/opinion", "/cases/{caseId:guid}/dispute", "/cases/{caseId:guid}/appraisal",
        "/cases/{caseId:guid}/decision/withdraw",
        "/cases/{caseId:guid}/letters/acceptance", "/cases/{caseId:guid}/letters/supplement", "/cases/{caseId:guid}/letters/decision",
        "/cases/{caseId:guid}/benefit", "/cases/{caseId:guid}/changes/{changeId:guid}", "/cases/{caseId:guid}/changes/{changeId:guid}/letter", "/cases/{caseId:guid}/determination/{id:guid}/replay",
        "/publicity/{noticeId:guid}", "/publicity/{noticeId:guid}/print", "/publicity/{noticeId:guid}/posting", "/publicity/{noticeId:guid}/objections/{caseId:guid}", "/publicity/{noticeId:guid}/take-down",
        "/public/notices/{division:length(12)?}", "/public/notice/{noticeId:guid}",
        "/disbursement/rosters/{rosterId:guid}", "/disbursement/rosters/{rosterId:guid}/changes", "/disbursement/rosters/{rosterId:guid}/orders", "/disbursement/payee-changes/{changeId:guid}",
        "/disbursement/rosters/{rosterId:guid}/four-errors", "/disbursement/rosters/{rosterId:guid}/summary", "/disbursement/rosters/{rosterId:guid}/signatures", "/disbursement/rosters/{rosterId:guid}/seal",
        "/disbursement/rosters/{rosterId:guid}/bank-list", "/disbursement/rosters/{rosterId:guid}/return", "/disbursement/overpayments/{claimId:guid}", "/disbursement/overpayments/{claimId:guid}/notice",
        "/standards/parameters/{key}", "/standards/documents/{id:guid}", "/standards/documents/{id:guid}/edit", "/standards/delegations/{id:guid}/revoke",
        "/standards/versions/{id:guid}", "/standards/versions/{id:guid}/checks", "/standards/versions/{id:guid}/golden", "/standards/versions/{id:guid}/impact", "/standards/versions/{id:guid}/impact/lines", "/standards/versions/{id:guid}/publish",
    };

    /// <summary>Forms to be sent empty once: what the page says then is held to the same promises.</summary>
    public static IReadOnlySet<string> SentEmpty { get; } = new HashSet<string>
    {
        "/login", "/account/password", "/accounts/new", "/accounts/{id:guid}", "/accounts/{id:guid}/disable",
        "/cases/intake/{draftId:guid}/applicant",
        "/cases/{caseId:guid}/verification/import", "/cases/{caseId:guid}/verification/results/{resultId:guid}", "/cases/{caseId:guid}/visit",
        "/cases/{caseId:guid}/appraisal", "/cases/{caseId:guid}/dispute", "/cases/{caseId:guid}/opinion", "/cases/{caseId:guid}/decision", "/cases/{caseId:guid}/decision/withdraw",
        "/publicity/new/{division}", "/publicity/{noticeId:guid}/posting", "/publicity/{noticeId:guid}/objections/{caseId:guid}", "/publicity/{noticeId:guid}/take-down",
        "/cases/{caseId:guid}/payee", "/disbursement/rosters/{rosterId:guid}/exclude", "/disbursement/rosters/{rosterId:guid}/return", "/disbursement/funding", "/disbursement/death-hints", "/disbursement/overpayments/register",
        "/disbursement/overpayments/{claimId:guid}", "/standards/documents/new", "/standards/versions/new", "/standards/versions/{id:guid}/golden", "/standards/delegations/new", "/standards/delegations/{id:guid}/revoke",
        "/cases/{caseId:guid}/changes/new/{kind}",
    };
}
