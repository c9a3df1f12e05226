using SocialAssistance.Disbursement.Data;

namespace SocialAssistance.Disbursement.BankTemplates;

/// <summary>What a template can say, in the words of the page.</summary>
internal static class TemplateWords
{
    public const string Workbook = "xlsx";
    public const string TextFile = "text";
    public const string Fen = "fen";

    public static IReadOnlyDictionary<BankField, string> Fields { get; } = new Dictionary<BankField, string>
    {
        [BankField.Number] = "序号", [BankField.Head] = "户主姓名", [BankField.Holder] = "领款人姓名", [BankField.HolderIdNumber] = "领款人身份证号", [BankField.Bank] = "开户行",
        [BankField.Account] = "账号", [BankField.Amount] = "金额", [BankField.Summary] = "摘要", [BankField.Line] = "批次行号", [BankField.Division] = "所在村",
        [BankField.Persons] = "保障人数", [BankField.Month] = "发放月份",
    };

    public static IReadOnlyDictionary<string, string> Formats { get; } = new Dictionary<string, string> { [Workbook] = "Excel 工作簿", [TextFile] = "文本文件" };

    public static IReadOnlyDictionary<string, string> Encodings { get; } = new Dictionary<string, string>
    {
        ["gb18030"] = "GB18030（兼容 GBK）", ["utf-8-bom"] = "UTF-8（带标记）", ["utf-8"] = "UTF-8",
    };

    public static IReadOnlyDictionary<string, string> Separators { get; } = new Dictionary<string, string>
    {
        ["comma"] = "逗号 ,", ["tab"] = "制表符", ["bar"] = "竖线 |", ["semicolon"] = "分号 ;",
    };

    public static IReadOnlyDictionary<string, string> Amounts { get; } = new Dictionary<string, string>
    {
        ["yuan"] = "元，两位小数（330.00）", ["short"] = "元，不写多余的零（330）", [Fen] = "分（33000）",
    };

    /// <summary>Marks of a file name and what they stand for.</summary>
    public static IReadOnlyList<string> Marks { get; } = ["{批次}", "{月份}", "{类型}", "{户数}", "{金额}"];

    public static string Sign(string separator) => separator switch { "tab" => "\t", "bar" => "|", "semicolon" => ";", _ => "," };
}
