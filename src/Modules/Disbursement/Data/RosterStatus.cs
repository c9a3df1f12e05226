using SocialAssistance.Platform.TagHelpers;

namespace SocialAssistance.Disbursement.Data;

/// <summary>Where a roster stands; the words are the only ones used on screens.</summary>
internal static class RosterStatus
{
    public const string Generating = "generating";
    public const string Prepared = "prepared";
    public const string Submitted = "submitted";
    public const string Sealed = "sealed";
    public const string Sent = "sent";
    public const string PartlyPaid = "partly-paid";
    public const string Completed = "completed";
    public const string Withdrawn = "withdrawn";

    public static IReadOnlyDictionary<string, string> Names { get; } = new Dictionary<string, string>
    {
        [Generating] = "生成中", [Prepared] = "待提交", [Submitted] = "待复核送银行", [Sealed] = "已封存", [Sent] = "已送银行",
        [PartlyPaid] = "部分成功", [Completed] = "已完成", [Withdrawn] = "已作废",
    };

    public static TagMeaning Meaning(string status) => status switch
    {
        Prepared or PartlyPaid => TagMeaning.Attention,
        Completed => TagMeaning.Good,
        Withdrawn => TagMeaning.Neutral,
        _ => TagMeaning.Progress,
    };
}
