using System.Globalization;
using SocialAssistance.Disbursement.Returns;

namespace SocialAssistance.Disbursement.Hints;

internal sealed record HintRow(string IdNumber, DateOnly? DiedOn, string Source);

/// <summary>Reads a list of the dead as other offices send it: columns 身份证号, 死亡日期 and 来源, in any order.</summary>
internal static class HintsFile
{
    private const int ErrorsShown = 10;
    private static readonly string[] Dates = ["yyyy-MM-dd", "yyyy/M/d", "yyyyMMdd", "yyyy.M.d", "yyyy年M月d日"];

    /// <summary>Eighteen digits, the last of which may be X.</summary>
    public static bool IsIdNumber(string? text) => text is { Length: 18 } && text[..17].All(char.IsAsciiDigit) && (char.IsAsciiDigit(text[17]) || text[17] is 'X' or 'x');

    /// <summary>Every row, or one sentence that names what is wrong by row and column.</summary>
    public static (IReadOnlyList<HintRow> Rows, string? Problem) Read(byte[] content, DateOnly today)
    {
        var (table, cure) = ReturnTable.Read(content);
        if (table is null)
        {
            return ([], cure);
        }

        var head = table.Rows.FirstOrDefault(r => r.Cells.Any(c => ReturnText.Plain(c) is "身份证号" or "身份证号码" or "公民身份号码"));
        if (head.Cells is null)
        {
            return ([], "文件里没有“身份证号”这一列。请在第一行写明列名：身份证号、死亡日期、来源");
        }

        var (id, died, source) = (Column("身份证号", "身份证号码", "公民身份号码"), Column("死亡日期", "死亡时间"), Column("来源", "信息来源"));
        var (rows, errors) = (new List<HintRow>(), new List<string>());
        foreach (var (number, cells) in table.Rows.Where(r => r.Row > head.Row && r.Cells.Any(c => ReturnText.Plain(c).Length > 0)))
        {
            var idNumber = ReturnText.Plain(Cell(cells, id)).ToUpperInvariant();
            var date = ReturnText.Plain(Cell(cells, died));
            DateOnly? day = DateOnly.TryParseExact(date.Split('T')[0], Dates, CultureInfo.InvariantCulture, DateTimeStyles.None, out var parsed) ? parsed : null;
            if (!IsIdNumber(idNumber))
            {
                errors.Add($"第 {number} 行“身份证号”应为 18 位");
            }

            if (date.Length > 0 && (day is null || day > today))
            {
                errors.Add($"第 {number} 行“死亡日期”应是不晚于今天的日期，例如 2026-11-02");
            }

            rows.Add(new(idNumber, day, Cell(cells, source).Trim() is { Length: > 0 and <= 50 } from ? from : "部门比对名单"));
        }

        return errors.Count > 0 ? ([], $"文件没有导入，共 {errors.Count} 处需要修改：{string.Join("；", errors.Take(ErrorsShown))}{(errors.Count > ErrorsShown ? "……" : "")}")
            : rows.Count == 0 ? ([], "文件里没有名单，没有导入")
            : (rows, null);

        int Column(params string[] names) => Array.FindIndex(head.Cells, c => names.Contains(ReturnText.Plain(c)));

        static string Cell(string[] cells, int column) => column >= 0 && column < cells.Length ? cells[column] : "";
    }
}
