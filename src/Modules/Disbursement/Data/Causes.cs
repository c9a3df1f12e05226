namespace SocialAssistance.Disbursement.Data;

/// <summary>Why a payment differs from the month before (变动原因), in the order of the preview.</summary>
internal static class Causes
{
    /// <summary>新增.</summary>
    public const string Added = "added";

    /// <summary>停发.</summary>
    public const string Stopped = "stopped";

    /// <summary>人口变化.</summary>
    public const string Members = "members";

    /// <summary>收入变化.</summary>
    public const string Income = "income";

    /// <summary>标准变化.</summary>
    public const string Standard = "standard";

    /// <summary>补发 of earlier months.</summary>
    public const string BackPay = "back-pay";

    /// <summary>账号变化.</summary>
    public const string Account = "account";

    /// <summary>无对应事项: nobody decided it; must not happen.</summary>
    public const string Unexplained = "unexplained";

    public static IReadOnlyDictionary<string, string> Names { get; } = new Dictionary<string, string>
    {
        [Added] = "新增", [Stopped] = "停发", [Members] = "人口变化", [Income] = "收入变化", [Standard] = "标准变化",
        [BackPay] = "补发", [Account] = "账号变化", [Unexplained] = "无对应事项",
    };
}

/// <summary>What the checks look for, and whether it keeps the roster from being submitted.</summary>
internal static class Findings
{
    public const string AccountMissing = "account-missing";
    public const string AccountInvalid = "account-invalid";
    public const string AccountShared = "account-shared";
    public const string Conflict = "benefits-conflict";
    public const string Jump = "amount-jump";
    public const string DeathHint = "death-hint";
    public const string Unexplained = "unexplained";
    public const string Overpaid = "overpaid";

    public static IReadOnlyDictionary<string, string> Names { get; } = new Dictionary<string, string>
    {
        [AccountMissing] = "缺少账号", [AccountInvalid] = "账号格式不对", [AccountShared] = "多户共用账号", [Conflict] = "重复享受", [Jump] = "金额异常增长",
        [DeathHint] = "死亡提示", [Unexplained] = "无对应事项", [Overpaid] = "以前多发",
    };
}
