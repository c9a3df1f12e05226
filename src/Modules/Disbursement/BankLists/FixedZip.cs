using System.IO.Compression;
using System.Text.RegularExpressions;

namespace SocialAssistance.Disbursement.BankLists;

/// <summary>
/// A workbook is a zip that carries the time it was written and random names for its inner links; without them, the same
/// content has the same bytes.
/// </summary>
internal static partial class FixedZip
{
    private static readonly DateTimeOffset Epoch = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static byte[] Repack(byte[] workbook)
    {
        using var source = new ZipArchive(new MemoryStream(workbook), ZipArchiveMode.Read);
        using var stream = new MemoryStream();
        var links = new Dictionary<string, string>();
        using (var target = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var entry in source.Entries.OrderBy(e => e.FullName == "[Content_Types].xml" ? 0 : 1).ThenBy(e => e.FullName, StringComparer.Ordinal))
            {
                var copy = target.CreateEntry(entry.FullName, CompressionLevel.Optimal);
                copy.LastWriteTime = Epoch;
                using var from = entry.Open();
                using var to = copy.Open();
                if (entry.FullName.EndsWith(".rels", StringComparison.Ordinal) || entry.FullName == "xl/workbook.xml")
                {
                    using var reader = new StreamReader(from);
                    using var writer = new StreamWriter(to);
                    writer.Write(LinkName().Replace(reader.ReadToEnd(), m => links.TryGetValue(m.Value, out var name) ? name : links[m.Value] = $"link{links.Count + 1}"));
                }
                else
                {
                    from.CopyTo(to);
                }
            }
        }

        return stream.ToArray();
    }

    [GeneratedRegex("\\bR[0-9a-f]{16,32}\\b")]
    private static partial Regex LinkName();
}
