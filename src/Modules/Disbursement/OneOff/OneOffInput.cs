using System.ComponentModel.DataAnnotations;
using FluentValidation;
using SocialAssistance.Disbursement.Entitlements;
using SocialAssistance.Disbursement.Funding;
using SocialAssistance.Platform.Time;
using SocialAssistance.Rules.Values;

namespace SocialAssistance.Disbursement.OneOff;

/// <summary>What the officer fills in for a one-off batch; the preview and the order read the same.</summary>
internal abstract record OneOffInput
{
    public string Purpose { get; init; } = OneOffPurposes.PriceSubsidy;

    /// <summary>With another purpose: how it is called on the roster and in the bank's purpose line.</summary>
    public string? Name { get; init; }

    /// <summary>YYYY-MM.</summary>
    public string Month { get; init; } = "";

    public List<string> Programs { get; init; } = [];

    public List<string> Benefits { get; init; } = [];

    public string? Area { get; init; }

    public string? Township { get; init; }

    public string Unit { get; init; } = OneOffTerms.PerPerson;

    [Display(Name = "每人或每户金额")]
    public decimal? Rate { get; init; }

    [Display(Name = "最小年龄")]
    public int? MinAge { get; init; }

    [Display(Name = "最大年龄")]
    public int? MaxAge { get; init; }

    /// <summary>Yuan of each unit by level, in the order of <see cref="FundingLevels"/>.</summary>
    public List<OneOffShareInput> Shares { get; init; } = [.. FundingLevels.Names.Keys.Select(level => new OneOffShareInput { Level = level })];

    public string? Document { get; init; }

    public OneOffTerms Terms() => new()
    {
        Benefit = Purpose == OneOffPurposes.Other ? Name!.Trim() : Purpose, Name = Purpose == OneOffPurposes.Other ? Name!.Trim() : OneOffPurposes.Names[Purpose],
        Programs = [.. Programs.Order(StringComparer.Ordinal)], Benefits = [.. Benefits.Order(StringComparer.Ordinal)], Area = Area ?? "",
        Township = Township is { Length: >= 9 } township ? township[..9] : "", Unit = Unit, Rate = Rate!.Value,
        MinAge = MinAge, MaxAge = MaxAge,
        Shares = Paid.Any() ? [.. FundingLevels.Names.Keys.SelectMany(level => Paid.Where(s => s.Level == level)).Select(s => new OneOffShare(s.Level, s.Amount!.Value))] : null,
    };

    private IEnumerable<OneOffShareInput> Paid => Shares.Where(s => s.Amount is > 0);

    public DateOnly FirstDay() => BenefitMonth.TryParse(Month, out var month) ? month.FirstDay : default;
}

/// <summary>A level and what it pays of each unit.</summary>
internal sealed record OneOffShareInput
{
    public string Level { get; init; } = "";

    [Display(Name = "资金来源金额")]
    public decimal? Amount { get; init; }
}

internal abstract class OneOffRules<T> : AbstractValidator<T> where T : OneOffInput
{
    protected OneOffRules(ProgramNames programs, TimeProvider time)
    {
        RuleFor(c => c.Purpose).Must(p => OneOffPurposes.Names.ContainsKey(p ?? "")).WithMessage("请选择补助项目");
        RuleFor(c => c.Name).NotEmpty().WithMessage("请填写项目名称，例如 高龄慰问金").MaximumLength(20).WithMessage("项目名称最多 20 字，请精简").When(c => c.Purpose == OneOffPurposes.Other);
        RuleFor(c => c.Month).Must(m => BenefitMonth.TryParse(m ?? "", out var month) && month <= BenefitMonth.Of(time.Today()).AddMonths(1)).WithMessage("请选择发放月份，最晚到下个月");
        RuleFor(c => c.Programs).NotEmpty().WithMessage("请至少选择一类救助对象").Must(p => p.All(programs.All.ContainsKey)).WithMessage("请选择救助类型");
        RuleFor(c => c.Area).Must(a => string.IsNullOrEmpty(a) || FundingLevels.Areas.ContainsKey(a)).WithMessage("请选择城市或农村");
        RuleFor(c => c.Unit).Must(u => u is OneOffTerms.PerPerson or OneOffTerms.PerHousehold).WithMessage("请选择按人或按户发放");
        RuleFor(c => c.Rate).NotNull().WithMessage("请填写每人或每户金额").InclusiveBetween(0.01m, 100_000m).WithMessage("金额应在 0.01 到 100000 元之间")
            .Must(r => r is null || decimal.Round(r.Value, 2) == r).WithMessage("金额最多两位小数");
        RuleFor(c => c.MinAge).InclusiveBetween(0, 150).WithMessage("年龄应在 0 到 150 周岁之间");
        RuleFor(c => c.MaxAge).InclusiveBetween(0, 150).WithMessage("年龄应在 0 到 150 周岁之间").Must((c, max) => max is null || c.MinAge is null || max >= c.MinAge).WithMessage("最大年龄不能小于最小年龄");
        RuleForEach(c => c.Shares).ChildRules(share =>
        {
            share.RuleFor(s => s.Level).Must(FundingLevels.Names.ContainsKey).WithMessage("请选择资金来源");
            share.RuleFor(s => s.Amount).GreaterThanOrEqualTo(0).WithMessage("金额不能小于 0").Must(a => a is null || decimal.Round(a.Value, 2) == a).WithMessage("金额最多两位小数");
        });
        RuleFor(c => c.Rate).Must((c, rate) => c.Shares.Sum(s => s.Amount ?? 0) <= rate).WithMessage("各级资金合计超过了每人或每户金额，请核对").When(c => c.Rate is not null);
        RuleFor(c => c.Shares).Must(shares => shares.Select(s => s.Level).Distinct().Count() == shares.Count).WithMessage("每一级资金来源只填一次");
        RuleFor(c => c.Document).NotEmpty().WithMessage("请填写文号").MaximumLength(100).WithMessage("文号最多 100 字，请精简");
    }
}
