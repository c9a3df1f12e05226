using FluentValidation;
using SocialAssistance.Disbursement.Data;
using SocialAssistance.Disbursement.Returns;

namespace SocialAssistance.Disbursement.BankTemplates;

/// <summary>A column as typed.</summary>
internal sealed class ColumnInput
{
    public BankField? Field { get; set; }

    public string? Header { get; set; }
}

/// <summary>A column of the answer as typed.</summary>
internal sealed class ReturnColumnInput
{
    public string? Header { get; set; }

    public string? Field { get; set; }
}

/// <summary>What a person fills in for a template.</summary>
internal record TemplateInput
{
    public string? Name { get; init; }

    public string Format { get; init; } = TemplateWords.Workbook;

    public string Encoding { get; init; } = "gb18030";

    public string Separator { get; init; } = "comma";

    public bool Headings { get; init; } = true;

    public bool Totals { get; init; }

    public string Amount { get; init; } = "yuan";

    public string? FileName { get; init; } = "{批次}_{户数}户_{金额}元";

    public List<ColumnInput> Columns { get; init; } = [];

    public List<ReturnColumnInput> ReturnColumns { get; init; } = [];

    /// <summary>Words separated by 、 or a space.</summary>
    public string? PaidWords { get; init; }

    public string? FailedWords { get; init; }

    public static TemplateInput Of(BankTemplate template) => new()
    {
        Name = template.Name, Format = template.Format, Encoding = template.Encoding, Separator = template.Separator, Headings = template.Headings, Totals = template.Totals,
        Amount = template.Amount, FileName = template.FileName, Columns = [.. template.Columns.Select(c => new ColumnInput { Field = c.Field, Header = c.Header })],
        ReturnColumns = [.. template.ReturnColumns.Select(c => new ReturnColumnInput { Field = c.Field, Header = c.Header })],
        PaidWords = string.Join('、', template.PaidWords), FailedWords = string.Join('、', template.FailedWords),
    };

    /// <summary>The template these words describe; rows left empty do not count.</summary>
    public BankTemplate Template(string code, int version, int position, DateTimeOffset at, string by) => new()
    {
        Code = code, Version = version, Position = position, Name = Name!.Trim(), Format = Format, Encoding = Encoding, Separator = Separator, Headings = Headings, Totals = Totals,
        Amount = Amount, FileName = FileName!.Trim(), Columns = [.. Filled.Select(c => new BankColumn(c.Field!.Value, c.Header!.Trim()))],
        ReturnColumns = [.. FilledReturn.Select(c => new ReturnColumn(ReturnText.Plain(c.Header), c.Field!))],
        PaidWords = Words(PaidWords), FailedWords = Words(FailedWords), RecordedAt = at, RecordedByName = by,
    };

    public IEnumerable<ColumnInput> Filled => Columns.Where(c => c.Field is not null || !string.IsNullOrWhiteSpace(c.Header));

    public IEnumerable<ReturnColumnInput> FilledReturn => ReturnColumns.Where(c => !string.IsNullOrWhiteSpace(c.Field) || !string.IsNullOrWhiteSpace(c.Header));

    public static IReadOnlyList<string> Words(string? text) =>
        [.. (text ?? "").Split(['、', ',', '，', ' ', '；', ';', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(ReturnText.Plain).Distinct()];
}

internal abstract class TemplateRules<T> : AbstractValidator<T> where T : TemplateInput
{
    private static readonly BankField[] Needed = [BankField.Holder, BankField.Account, BankField.Amount, BankField.Line];

    protected TemplateRules()
    {
        RuleFor(c => c.Name).NotEmpty().WithMessage("请填写格式名称，例如 于都农商银行").MaximumLength(20).WithMessage("名称最多 20 字，请精简");
        RuleFor(c => c.Format).Must(v => TemplateWords.Formats.ContainsKey(v ?? "")).WithMessage("请选择文件类型");
        RuleFor(c => c.Encoding).Must(v => TemplateWords.Encodings.ContainsKey(v ?? "")).WithMessage("请选择编码");
        RuleFor(c => c.Separator).Must(v => TemplateWords.Separators.ContainsKey(v ?? "")).WithMessage("请选择分隔符");
        RuleFor(c => c.Amount).Must(v => TemplateWords.Amounts.ContainsKey(v ?? "")).WithMessage("请选择金额写法");
        RuleFor(c => c.FileName).NotEmpty().WithMessage("请填写文件名").Must(n => n is null || n.Contains("{批次}", StringComparison.Ordinal)).WithMessage("文件名里要有 {批次}，否则不同批次会重名")
            .MaximumLength(60).WithMessage("文件名最多 60 字，请精简").Must(n => n is null || n.IndexOfAny(['/', '\\', ':', '*', '?', '"', '<', '>', '|']) < 0).WithMessage("文件名不能有 / \\ : * ? \" < > |");
        RuleFor(c => c.Columns).Must((c, _) => c.Filled.All(f => f.Field is not null && f.Header?.Trim().Length is > 0 and <= 20)).WithMessage("每一列都要选内容并填列名，列名最多 20 字")
            .Must((c, _) => c.Filled.GroupBy(f => f.Header?.Trim()).All(g => g.Count() == 1)).WithMessage("列名不能重复，请核对")
            .Must((c, _) => Needed.All(n => c.Filled.Any(f => f.Field == n))).WithMessage("清单里必须有领款人姓名、账号、金额和批次行号，回盘才对得上");
        RuleFor(c => c.ReturnColumns).Must((c, _) => c.FilledReturn.All(f => ReturnFields.Names.ContainsKey(f.Field ?? "") && f.Header?.Trim().Length is > 0 and <= 20)).WithMessage("回盘的每一列都要填列名并选内容，列名最多 20 字")
            .Must((c, _) => c.FilledReturn.GroupBy(f => ReturnText.Plain(f.Header)).All(g => g.Count() == 1)).WithMessage("回盘的列名不能重复，请核对");
        RuleFor(c => c.FailedWords).Must((c, _) => !TemplateInput.Words(c.FailedWords).Intersect(TemplateInput.Words(c.PaidWords)).Any()).WithMessage("同一个词不能既表示成功又表示失败");
    }
}
