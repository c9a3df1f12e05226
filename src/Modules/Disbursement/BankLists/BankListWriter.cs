using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using Microsoft.EntityFrameworkCore;
using MiniExcelLibs;
using MiniExcelLibs.OpenXml;
using SocialAssistance.Contracts.Accounts;
using SocialAssistance.Disbursement.BankTemplates;
using SocialAssistance.Disbursement.Data;
using SocialAssistance.Platform.Security;
using SocialAssistance.Rules.Values;

namespace SocialAssistance.Disbursement.BankLists;

/// <summary>A file for the bank; the same sealed roster always gives the same bytes.</summary>
internal sealed record BankFile(string Name, string ContentType, byte[] Content, string Sha256);

/// <summary>Writes a roster as the bank wants it: columns from the template, every cell a text but the amount.</summary>
internal sealed class BankListWriter(DisbursementDb db, IDivisions divisions)
{
    /// <summary>The format the bank's template gives.</summary>
    public const string AsTemplate = "template";

    /// <summary>What a file can be written as.</summary>
    public static IReadOnlyDictionary<string, string> Formats { get; } = new Dictionary<string, string>
    {
        [AsTemplate] = "按银行格式", ["xlsx"] = "Excel 工作簿", ["csv"] = "CSV，UTF-8", ["csv-gb18030"] = "CSV，GB18030（兼容 GBK）",
    };

    public async Task<BankFile> WriteAsync(Roster roster, BankTemplate template, string format, CancellationToken cancellationToken)
    {
        var orders = await db.RosterOrders.AsNoTracking().Where(o => o.RosterId == roster.Id).OrderBy(o => o.Number).ToListAsync(cancellationToken);
        var layout = format switch
        {
            "xlsx" => template with { Format = TemplateWords.Workbook },
            "csv" => template with { Format = TemplateWords.TextFile, Encoding = "utf-8-bom", Separator = "comma" },
            "csv-gb18030" => template with { Format = TemplateWords.TextFile, Encoding = "gb18030", Separator = "comma" },
            _ => template,
        };
        var workbook = layout.Format == TemplateWords.Workbook;
        var content = workbook ? Workbook(roster, layout, orders) : Text(roster, layout, orders);
        return new(
            FileName(roster, layout, orders.Count), workbook ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" : layout.Separator == "comma" ? "text/csv" : "text/plain",
            content, Convert.ToHexStringLower(SHA256.HashData(content)));
    }

    /// <summary>The file's name by the pattern of the template.</summary>
    public static string FileName(Roster roster, BankTemplate template, int rows) => template.FileName
        .Replace("{批次}", roster.Number, StringComparison.Ordinal).Replace("{月份}", BenefitMonth.Of(roster.Month).ToString(), StringComparison.Ordinal)
        .Replace("{类型}", roster.ProgramName, StringComparison.Ordinal).Replace("{户数}", rows.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("{金额}", new Money(roster.Total).ToString(), StringComparison.Ordinal)
        + (template.Format == TemplateWords.Workbook ? ".xlsx" : template.Separator == "comma" ? ".csv" : ".txt");

    /// <summary>The value of a column as text; amounts in the bank's way.</summary>
    public string Cell(Roster roster, RosterOrder order, BankField field, string amount) => field switch
    {
        BankField.Number => order.Number.ToString(CultureInfo.InvariantCulture),
        BankField.Head => order.HeadName,
        BankField.Holder => order.Holder ?? "",
        BankField.HolderIdNumber => order.HolderIdNumber ?? "",
        BankField.Bank => order.Bank ?? "",
        BankField.Account => order.Account ?? "",
        BankField.Amount => Amount(order.Amount, amount),
        BankField.Summary => order.Summary,
        BankField.Line => LineNumber.Of(roster.Number, order.Number),
        BankField.Division => divisions.FullName(order.DivisionCode),
        BankField.Persons => order.Persons.ToString(CultureInfo.InvariantCulture),
        _ => BenefitMonth.Of(roster.Month).ToString(),
    };

    /// <summary>The same for the screen: accounts and identity numbers only in part.</summary>
    public string Masked(Roster roster, RosterOrder order, BankField field, string amount) => field switch
    {
        BankField.Account => Mask.Account(order.Account),
        BankField.HolderIdNumber => Mask.IdNumber(order.HolderIdNumber),
        _ => Cell(roster, order, field, amount),
    };

    private static string Amount(decimal yuan, string amount) => amount switch
    {
        TemplateWords.Fen => decimal.Truncate(yuan * 100).ToString("F0", CultureInfo.InvariantCulture),
        "short" => yuan.ToString("0.##", CultureInfo.InvariantCulture),
        _ => new Money(yuan).ToString(),
    };

    private byte[] Text(Roster roster, BankTemplate template, List<RosterOrder> orders)
    {
        var encoding = template.Encoding == "gb18030" ? Encoding.GetEncoding("GB18030") : new UTF8Encoding(encoderShouldEmitUTF8Identifier: template.Encoding == "utf-8-bom");
        using var stream = new MemoryStream();
        using (var writer = new StreamWriter(stream, encoding))
        // A name that begins like a formula must not become one when the file is opened in a spreadsheet.
        using (var csv = new CsvWriter(writer, new CsvConfiguration(CultureInfo.InvariantCulture) { NewLine = "\r\n", InjectionOptions = InjectionOptions.Escape, Delimiter = TemplateWords.Sign(template.Separator) }))
        {
            if (template.Headings)
            {
                WriteRow(csv, template.Columns.Select(c => c.Header));
            }

            foreach (var order in orders)
            {
                WriteRow(csv, template.Columns.Select(c => Cell(roster, order, c.Field, template.Amount)));
            }
        }

        return stream.ToArray();
    }

    private static void WriteRow(CsvWriter csv, IEnumerable<string> cells)
    {
        foreach (var cell in cells)
        {
            csv.WriteField(cell);
        }

        csv.NextRecord();
    }

    private byte[] Workbook(Roster roster, BankTemplate template, List<RosterOrder> orders)
    {
        var sheets = new Dictionary<string, object> { ["发放清单"] = orders.Select(o => Row(roster, template, o)) };
        if (template.Totals)
        {
            sheets["控制合计"] = Totals(roster);
        }

        using var stream = new MemoryStream();
        stream.SaveAs(sheets, printHeader: template.Headings, configuration: new OpenXmlConfiguration { EnableAutoWidth = false, FastMode = false, AutoFilter = false });
        return FixedZip.Repack(stream.ToArray());
    }

    // Accounts and identity numbers stay texts, or a spreadsheet would round them to fifteen digits.
    private Dictionary<string, object> Row(Roster roster, BankTemplate template, RosterOrder order) =>
        template.Columns.ToDictionary(c => c.Header, c => c.Field == BankField.Amount && template.Amount != TemplateWords.Fen ? order.Amount : (object)Cell(roster, order, c.Field, template.Amount));

    private static IEnumerable<Dictionary<string, object>> Totals(Roster roster) =>
        ((string, object)[])[
            ("批次", roster.Number), ("发放月份", BenefitMonth.Of(roster.Month).ToString()), ("笔数", roster.Households), ("人数", roster.Persons),
            ("合计金额（元）", roster.Total), ("大写金额", CapitalAmount.Of(roster.Total)), ("内容校验码", roster.ContentHash!), ("封存校验码", roster.SealHash!),
        ] is var lines ? lines.Select(l => new Dictionary<string, object> { ["项目"] = l.Item1, ["内容"] = l.Item2 }) : [];
}

/// <summary>The number by which a row of the bank list is known outside: roster and place, e.g. FF-202612-01-00042.</summary>
internal static class LineNumber
{
    public static string Of(string rosterNumber, int number) => string.Create(CultureInfo.InvariantCulture, $"{rosterNumber}-{number:d5}");

    /// <summary>The place in this roster, or null when the text names no row of it.</summary>
    public static int? Read(string rosterNumber, string text) =>
        text.StartsWith(rosterNumber + "-", StringComparison.OrdinalIgnoreCase)
            && int.TryParse(text.AsSpan(rosterNumber.Length + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}
