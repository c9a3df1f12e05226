using System.Globalization;
using SocialAssistance.Contracts.Cases;
using SocialAssistance.Contracts.Households;
using SocialAssistance.Rules.Values;

namespace SocialAssistance.Cases.Verification.Import;

/// <summary>Turns lines of a file into answers for the rows of a commission, collecting every problem.</summary>
internal sealed class ImportReading(CaseFacts facts, IReadOnlyList<VerificationResult> rows)
{
    private readonly List<ImportedResult> _results = [];
    private readonly List<ImportProblem> _problems = [];

    public ImportContent Read(IReadOnlyList<ImportLine> lines)
    {
        foreach (var line in lines)
        {
            ReadLine(line);
        }

        return new(_results, _problems);
    }

    private void ReadLine(ImportLine line)
    {
        var number = IdentityNumber.Normalize(line.IdNumber);
        if (facts.Members.FirstOrDefault(m => m.IdNumber is not null && m.IdNumber == number) is not { } member)
        {
            Wrong(line, "身份证号", line.IdNumber, number.Contains('E', StringComparison.Ordinal) || number.Contains('.', StringComparison.Ordinal)
                ? "被当成数字读坏了。请把这一列设为“文本”格式后重填"
                : "不是本户成员的身份证号。请核对，或删去这一行");
            return;
        }

        if (VerificationItems.All.FirstOrDefault(i => i.Title == line.Item || i.Code == line.Item) is not { } item)
        {
            Wrong(line, "项目", line.Item, $"没有这个核对项目。请从模板的项目中选择：{string.Join('、', VerificationItems.All.Select(i => i.Title))}");
            return;
        }

        if (rows.FirstOrDefault(r => r.Item == item.Code && (item.OfHousehold || r.PersonId == member.PersonId)) is not { } row)
        {
            Wrong(line, "项目", line.Item, $"{member.Name}没有委托核对这一项。请核对，或删去这一行");
            return;
        }

        if (row.Decision is not null || _results.Any(r => r.ResultId == row.Id))
        {
            Wrong(line, "项目", line.Item, row.Decision is not null ? "这一项已经处理，不能再导入。请删去这一行" : "同一项写了两行。请合并成一行");
            return;
        }

        ReadValue(line, item, row);
    }

    private void ReadValue(ImportLine line, VerificationItem item, VerificationResult row)
    {
        var typed = FullWidth.Narrow(line.Value).Trim();
        if (typed is "未反馈" or "一致" or "不一致")
        {
            ReadWord(line, item, row, VerificationWords.Outcomes.Single(o => o.Value == typed).Key);
            return;
        }

        if (!item.HasValue)
        {
            Wrong(line, "核对值", line.Value, "这一项请填“一致”“不一致”或“未反馈”");
            return;
        }

        if (!decimal.TryParse(typed.Replace(",", "", StringComparison.Ordinal).TrimEnd('元'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) || value > 99_999_999)
        {
            Wrong(line, "核对值", line.Value, "不是数字。没有的填 0，部门没有答复的填“未反馈”");
            return;
        }

        if (PerUnit(item, line.Unit) is not { } divisor)
        {
            Wrong(line, "单位", line.Unit, item.Unit == "元/月" ? "请填 元/月 或 元/年" : $"请填 {item.Unit}");
            return;
        }

        value = decimal.Round(value / divisor, 2);
        Add(line, item, row, value == row.Declared ? VerificationWords.Same : VerificationWords.Different, value);
    }

    private void ReadWord(ImportLine line, VerificationItem item, VerificationResult row, string outcome)
    {
        if (outcome == VerificationWords.Different && item.HasValue)
        {
            Wrong(line, "核对值", line.Value, "不一致的请直接填查到的数值");
        }
        else if (outcome == VerificationWords.Same && item.HasValue && row.Declared is null)
        {
            Wrong(line, "核对值", line.Value, "申报时还不了解，请填查到的数值");
        }
        else if (outcome == VerificationWords.Different && line.Note.Length == 0)
        {
            Wrong(line, "说明", "", "请说明哪里不一致");
        }
        else
        {
            Add(line, item, row, outcome, outcome == VerificationWords.Same ? row.Declared : null);
        }
    }

    private void Add(ImportLine line, VerificationItem item, VerificationResult row, string outcome, decimal? value)
    {
        if (line.Note.Length > 200)
        {
            Wrong(line, "说明", line.Note[..20] + "…", "最多 200 字，请删减");
        }
        else
        {
            _results.Add(new(line.Line, row.Id, row.PersonName, item.Code, outcome, value, line.Note.Length == 0 ? null : line.Note));
        }
    }

    private static decimal? PerUnit(VerificationItem item, string unit) => unit.Length == 0 || unit == item.Unit ? 1 : item.Unit == "元/月" && unit == "元/年" ? 12 : null;

    private void Wrong(ImportLine line, string column, string asRead, string remedy) => _problems.Add(new(line.Line, column, asRead, remedy));
}
