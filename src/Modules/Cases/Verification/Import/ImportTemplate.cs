using System.Globalization;
using System.Text;
using CsvHelper;
using MiniExcelLibs;
using SocialAssistance.Contracts.Cases;

namespace SocialAssistance.Cases.Verification.Import;

/// <summary>The sheet the departments fill in: one line per open row, the value left blank.</summary>
internal static class ImportTemplate
{
    public static byte[] Make(CaseFacts facts, IReadOnlyList<VerificationResult> open, bool excel)
    {
        var rows = open.Select(r => Line(facts, r)).ToArray();
        return excel ? Excel(rows) : Csv(rows);
    }

    private static string[] Line(CaseFacts facts, VerificationResult row)
    {
        var item = VerificationItems.Of(row.Item);
        return [facts.Members.FirstOrDefault(m => m.PersonId == row.PersonId)?.IdNumber ?? "", item.Title, "", item.Unit, ""];
    }

    private static byte[] Excel(IReadOnlyList<string[]> rows)
    {
        using var stream = new MemoryStream();
        var sheet = rows.Count == 0 ? [[.. ImportLine.Columns.Select(_ => "")]] : rows;
        stream.SaveAs(sheet.Select(r => ImportLine.Columns.Zip(r).ToDictionary(c => c.First, c => (object)c.Second)));
        return stream.ToArray();
    }

    private static byte[] Csv(IReadOnlyList<string[]> rows)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using (var csv = new CsvWriter(text, CultureInfo.InvariantCulture))
        {
            foreach (var row in rows.Prepend([.. ImportLine.Columns]))
            {
                foreach (var cell in row)
                {
                    csv.WriteField(cell);
                }

                csv.NextRecord();
            }
        }

        // The mark tells Excel that this is UTF-8.
        return [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(text.ToString())];
    }
}
