using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using MiniExcelLibs;
using UtfUnknown;

namespace SocialAssistance.Cases.Verification.Import;

/// <summary>Reads a sheet from xlsx or csv (UTF-8 or GB18030) into lines of text, or says in Chinese why it cannot.</summary>
internal static class TableReader
{
    static TableReader() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static (IReadOnlyList<ImportLine> Lines, ImportProblem? Problem) Read(string fileName, byte[] bytes)
    {
        try
        {
            var rows = bytes.AsSpan().StartsWith("PK\u0003\u0004"u8) ? Excel(bytes) : Csv(Decode(bytes));
            return rows.Any(r => r.Any(c => c.Contains('\0', StringComparison.Ordinal))) ? Unreadable(fileName) : Lines(rows);
        }
        catch (Exception unreadable) when (unreadable is InvalidDataException or CsvHelperException or IOException or System.Xml.XmlException or DecoderFallbackException)
        {
            return Unreadable(fileName);
        }
    }

    private static (IReadOnlyList<ImportLine>, ImportProblem?) Unreadable(string fileName) =>
        ([], new(1, "文件", fileName, "不是可以读取的 Excel 或 CSV 文件。请下载模板填写后再上传"));

    private static (IReadOnlyList<ImportLine>, ImportProblem?) Lines(IReadOnlyList<string[]> rows)
    {
        if (rows.Count == 0)
        {
            return ([], new(1, "文件", "", "文件是空的。请下载模板填写后再上传"));
        }

        var head = rows[0].Select(c => c.Trim()).ToArray();
        var columns = ImportLine.Columns.Select(c => Array.IndexOf(head, c)).ToArray();
        if (columns.Take(3).Any(c => c < 0))
        {
            var missing = ImportLine.Columns.Where((_, i) => i < 3 && columns[i] < 0);
            return ([], new(1, string.Join('、', missing), string.Join(' ', head), "第 1 行缺少这些列名。请下载模板，保留第 1 行的列名"));
        }

        string Cell(string[] row, int column) => columns[column] is >= 0 and var at && at < row.Length ? row[at].Trim() : "";
        var lines = rows.Select((r, i) => new ImportLine(i + 1, Cell(r, 0), Cell(r, 1), Cell(r, 2), Cell(r, 3), Cell(r, 4))).Skip(1).Where(l => !l.IsBlank).ToArray();
        return (lines, lines.Length == 0 ? new(2, "文件", "", "只有列名，没有内容。请填写后再上传") : null);
    }

    private static IReadOnlyList<string[]> Excel(byte[] bytes)
    {
        using var stream = new MemoryStream(bytes);
        return [.. stream.Query().Cast<IDictionary<string, object?>>().Select(r => r.Values.Select(Text).ToArray())];
    }

    private static IReadOnlyList<string[]> Csv(string text)
    {
        var separator = text.Split('\n')[0] is var first && first.Count(c => c == '\t') > first.Count(c => c == ',') ? "\t" : ",";
        using var parser = new CsvParser(new StringReader(text), new CsvConfiguration(CultureInfo.InvariantCulture) { Delimiter = separator, BadDataFound = null });
        var rows = new List<string[]>();
        while (parser.Read())
        {
            rows.Add(parser.Record ?? []);
        }

        return rows;
    }

    // Offices save csv from Excel in the system's encoding, which is GB18030; a short file gives the detector little to go by.
    private static string Decode(byte[] bytes)
    {
        try
        {
            return new UTF8Encoding(false, true).GetString(bytes).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            var detected = CharsetDetector.DetectFromBytes(bytes).Detected;
            var encoding = detected is { Confidence: > 0.8f, Encoding: { } found } && found.WebName is "utf-16" or "utf-16BE" or "big5" ? detected!.Encoding : Encoding.GetEncoding("GB18030");
            return encoding.GetString(bytes).TrimStart('\uFEFF');
        }
    }

    private static string Text(object? value) => value switch
    {
        null => "",
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
