using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using MiniExcelLibs;

namespace SocialAssistance.Disbursement.Returns;

/// <summary>A return file as rows of texts, whichever way it was written.</summary>
internal sealed record ReturnTable(string Encoding, IReadOnlyList<(int Row, string[] Cells)> Rows)
{
    public const int LargestFile = 20 * 1024 * 1024;

    private static readonly byte[] OldExcel = [0xD0, 0xCF, 0x11, 0xE0];

    /// <summary>Reads the bytes; otherwise the sentence that says how to get a readable file.</summary>
    public static (ReturnTable? Table, string? Cure) Read(byte[] bytes)
    {
        if (bytes.Length == 0)
        {
            return (null, "文件是空的，请重新选择银行回盘文件");
        }

        if (bytes.AsSpan().StartsWith(OldExcel))
        {
            return (null, "这是旧版 Excel（xls）文件，请用 Excel 或 WPS 另存为新版 Excel 或 CSV 后再上传");
        }

        try
        {
            if (bytes is [(byte)'P', (byte)'K', ..])
            {
                return (new("Excel", Workbook(bytes)), null);
            }

            return ReturnText.Decode(bytes) is var (text, encoding)
                ? (new(encoding, Text(text)), null)
                : (null, "文件编码无法识别，请让银行按 UTF-8 或 GB18030（GBK）重新导出，或用 Excel 打开后另存为新版 Excel 再上传");
        }
        catch (Exception unreadable) when (unreadable is InvalidDataException or BadDataException or FormatException or System.Xml.XmlException or KeyNotFoundException)
        {
            return (null, "文件打不开，可能已损坏。请重新从银行下载，或用 Excel 打开后另存为新版 Excel 再上传");
        }
    }

    private static List<(int, string[])> Workbook(byte[] bytes)
    {
        using var stream = new MemoryStream(bytes);
        var rows = new List<(int, string[])>();
        var number = 0;
        foreach (IDictionary<string, object?> row in stream.Query(useHeaderRow: false))
        {
            rows.Add((++number, [.. row.Values.Select(CellText)]));
        }

        return rows;
    }

    private static string CellText(object? value) => value switch
    {
        null => "",
        // A spreadsheet holds numbers as binary fractions; their shortest decimal text is what was typed.
        double number => number.ToString("R", CultureInfo.InvariantCulture) is var text && text.Contains('E')
            ? ((decimal)number).ToString(CultureInfo.InvariantCulture) : text,
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => $"{value}",
    };

    private static List<(int, string[])> Text(string text)
    {
        // A title may stand above the headings, so the first lines are asked together.
        var head = text.Split('\n', 11).Take(10).ToArray();
        var delimiter = new[] { ",", "\t", "|", ";", "，" }.MaxBy(d => head.Max(line => line.Split(d).Length))!;
        using var reader = new StringReader(text);
        using var parser = new CsvParser(reader, new CsvConfiguration(CultureInfo.InvariantCulture) { Delimiter = delimiter, IgnoreBlankLines = false, BadDataFound = null });
        var rows = new List<(int, string[])>();
        while (parser.Read())
        {
            rows.Add((parser.RawRow, parser.Record ?? []));
        }

        return rows;
    }
}
