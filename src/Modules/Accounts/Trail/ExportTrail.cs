using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using MediatR;
using SocialAssistance.Platform.Audit;
using SocialAssistance.Platform.Messaging;
using SocialAssistance.Platform.TagHelpers;

namespace SocialAssistance.Accounts.Trail;

/// <summary>The filtered trail as a file for the auditor's own tools; that it was taken out is itself recorded.</summary>
internal sealed record ExportTrailQuery(TrailFilter Filter) : IQuery<byte[]>;

internal sealed class ExportTrailHandler(TrailQuery trail, ShowTrailHandler lines, IAuditTrail audit) : IRequestHandler<ExportTrailQuery, byte[]>
{
    /// <summary>More rows than a spreadsheet is read with; narrower conditions give the rest.</summary>
    public const int Most = 50_000;

    private static readonly string[] Headings = ["时间", "人员", "区划", "事项", "原因", "改动", "来源地址"];

    public async Task<byte[]> Handle(ExportTrailQuery request, CancellationToken cancellationToken)
    {
        var entries = await trail.ReadAsync(request.Filter, null, newer: false, Most, cancellationToken);
        await audit.ActedAsync("trail-exported", "AuditTrail", "export", reason: $"导出 {entries.Count} 条", details: request.Filter, cancellationToken: cancellationToken);

        using var buffer = new MemoryStream();
        await using (var text = new StreamWriter(buffer, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true)))
        await using (var csv = new CsvWriter(text, new CsvConfiguration(CultureInfo.InvariantCulture) { InjectionOptions = InjectionOptions.Escape }))
        {
            Write(csv, Headings);
            foreach (var line in entries.Select(lines.Line))
            {
                Write(csv, [
                    Show.Time(line.At), line.Who, line.Where, line.Sentence, line.Reason,
                    string.Join('；', line.Changes.Select(c => $"{c.Label}：{Show.Or(c.Before, "（空）")}→{Show.Or(c.After, "（空）")}")), line.Address,
                ]);
            }
        }

        return buffer.ToArray();
    }

    private static void Write(CsvWriter csv, string?[] cells)
    {
        foreach (var cell in cells)
        {
            csv.WriteField(cell);
        }

        csv.NextRecord();
    }
}
