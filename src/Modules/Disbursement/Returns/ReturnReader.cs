using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SocialAssistance.Disbursement.BankLists;
using SocialAssistance.Disbursement.Data;
using SocialAssistance.Platform.Messaging;

namespace SocialAssistance.Disbursement.Returns;

/// <summary>Columns of a return file.</summary>
internal static class ReturnFields
{
    public const string Line = "Line";
    public const string Account = "Account";
    public const string Amount = "Amount";
    public const string Outcome = "Outcome";
    public const string Reason = "Reason";

    public static IReadOnlyDictionary<string, string> Names { get; } = new Dictionary<string, string>
    {
        [Line] = "批次行号", [Account] = "账号", [Amount] = "金额", [Outcome] = "处理结果", [Reason] = "失败原因",
    };

    public static IReadOnlyList<string> Required { get; } = [Line, Account, Amount, Outcome];
}

/// <summary>Turns the table of a bank into rows with a meaning, by the names of its columns.</summary>
internal static class ReturnReader
{
    public static Result<IReadOnlyList<ReturnRow>> Read(ReturnTable table, string rosterNumber, ReturnLanguage language, Guid fileId)
    {
        // Banks put a title above the headings.
        var found = table.Rows.Take(10).Select(r => (r.Row, r.Cells, Fields: r.Cells.Select(c => language.Headers.GetValueOrDefault(ReturnText.Plain(c))).ToArray()))
            .MaxBy(r => r.Fields.Where(f => f is not null).Distinct().Count());
        var missing = ReturnFields.Required.Where(f => found.Fields is null || !found.Fields.Contains(f)).ToArray();
        if (missing.Length > 0)
        {
            var seen = found.Cells is null ? "" : string.Join('、', found.Cells.Where(c => c.Trim().Length is > 0 and <= 20).Take(12));
            return new Refusal("headings", $"没有认出这些列：{string.Join('、', missing.Select(m => ReturnFields.Names[m]))}。文件里的列名是：{Or(seen, "（空）")}。请在下面登记银行的列名后再上传；如果列名是乱码，请让银行按 UTF-8 或 GB18030 重新导出");
        }

        var rows = new List<ReturnRow>();
        foreach (var (row, cells) in table.Rows.Where(r => r.Row > found.Row))
        {
            string Cell(string field) => Array.IndexOf(found.Fields, field) is >= 0 and var at && at < cells.Length ? cells[at] : "";
            if (cells.All(string.IsNullOrWhiteSpace) || cells.FirstOrDefault(c => !string.IsNullOrWhiteSpace(c))!.Trim() is var lead && (lead.StartsWith("合计", StringComparison.Ordinal) || lead.StartsWith("总计", StringComparison.Ordinal)))
            {
                continue;
            }

            rows.Add(Row(language, fileId, row, rosterNumber, ReturnText.Plain(Cell(ReturnFields.Line)), ReturnText.Plain(Cell(ReturnFields.Account)), Cell(ReturnFields.Amount), ReturnText.Plain(Cell(ReturnFields.Outcome)), Cell(ReturnFields.Reason).Trim()));
        }

        return rows;
    }

    /// <summary>The same rows in whatever order give the same digest.</summary>
    public static string ContentHash(IEnumerable<ReturnRow> rows) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', rows
        .Select(r => string.Join('|', r.Line.ToUpperInvariant(), r.Account, r.Amount is { } a ? a.ToString("F2", CultureInfo.InvariantCulture) : r.AmountText, r.Outcome, r.Reason))
        .Order(StringComparer.Ordinal)))));

    /// <summary>The bank's words as one of the four kinds the office deals with.</summary>
    public static string KindOf(string reason) => reason switch
    {
        _ when reason.Contains("冻结") || reason.Contains("销户") || reason.Contains("止付") || reason.Contains("注销") || reason.Contains("挂失") => FailureKinds.Frozen,
        _ when reason.Contains("户名") || reason.Contains("姓名") || reason.Contains("名称") => FailureKinds.Holder,
        _ when reason.Contains("账号") || reason.Contains("帐号") || reason.Contains("卡号") || reason.Contains("账户不存在") || reason.Contains("无此户") => FailureKinds.Account,
        _ => FailureKinds.Other,
    };

    private static ReturnRow Row(ReturnLanguage language, Guid fileId, int row, string rosterNumber, string line, string account, string amountText, string outcome, string reason)
    {
        var plainAmount = ReturnText.Plain(amountText).Replace(",", "", StringComparison.Ordinal).TrimStart('¥', '￥').TrimEnd('元');
        bool? paid = language.Paid.Contains(outcome) ? true : language.Failed.Contains(outcome) ? false : null;
        return new()
        {
            FileId = fileId, Row = row, Line = line, Number = LineNumber.Read(rosterNumber, line), Account = account, AmountText = amountText.Trim(),
            Amount = decimal.TryParse(plainAmount, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount) && language.Yuan(amount) is var yuan && yuan == decimal.Round(yuan, 2) ? yuan : null,
            Outcome = outcome, Paid = paid, Reason = reason, ReasonKind = paid == false ? KindOf(reason) : null,
        };
    }

    private static string Or(string text, string none) => text.Length == 0 ? none : text;
}

/// <summary>Why money came back (失败原因).</summary>
internal static class FailureKinds
{
    public const string Holder = "holder";
    public const string Account = "account";
    public const string Frozen = "frozen";
    public const string Other = "other";

    public static IReadOnlyDictionary<string, string> Names { get; } = new Dictionary<string, string>
    {
        [Holder] = "户名不符", [Account] = "账号不存在", [Frozen] = "账户冻结或销户", [Other] = "其他",
    };
}
