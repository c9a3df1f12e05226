using SocialAssistance.Disbursement.BankTemplates;

namespace SocialAssistance.Disbursement.Returns;

/// <summary>How a bank answers: names of columns, words of success and failure, and whether it counts in fen.</summary>
internal sealed record ReturnLanguage(IReadOnlyDictionary<string, string> Headers, IReadOnlySet<string> Paid, IReadOnlySet<string> Failed, bool Fen)
{
    private static readonly string[] PaidWords = ["成功", "已入账", "入账成功", "发放成功", "交易成功", "处理成功", "代发成功", "已到账"];
    private static readonly string[] FailedWords = ["失败", "未入账", "入账失败", "发放失败", "交易失败", "处理失败", "代发失败", "退回", "已退回", "未到账"];

    /// <summary>The names every bank uses, and over them those of the template by which the roster was sent.</summary>
    public static ReturnLanguage Of(IReadOnlyDictionary<string, string> common, BankTemplate? template)
    {
        var headers = new Dictionary<string, string>(common);
        foreach (var column in template?.ReturnColumns ?? [])
        {
            headers[column.Header] = column.Field;
        }

        var (paid, failed) = (template?.PaidWords ?? [], template?.FailedWords ?? []);
        return new(headers, PaidWords.Except(failed).Concat(paid).ToHashSet(), FailedWords.Except(paid).Concat(failed).ToHashSet(), template?.Amount == TemplateWords.Fen);
    }

    public decimal Yuan(decimal written) => Fen ? written / 100 : written;
}
