using System.ComponentModel.DataAnnotations;
using FluentValidation;
using MediatR;
using SocialAssistance.Disbursement.Data;
using SocialAssistance.Disbursement.Entitlements;
using SocialAssistance.Disbursement.Rosters;
using SocialAssistance.Platform.Messaging;
using SocialAssistance.Platform.Security;
using SocialAssistance.Rules.Values;

namespace SocialAssistance.Disbursement.Funding;

/// <summary>Enters what a level pays per person and month, with its document.</summary>
internal sealed record RecordFundingRateCommand : ICommand<string>
{
    public string Program { get; init; } = "";

    public string Area { get; init; } = "";

    public string Level { get; init; } = "";

    [Display(Name = "每人金额")]
    public decimal? PerPerson { get; init; }

    /// <summary><c>month</c> or <c>year</c>.</summary>
    public string Unit { get; init; } = "month";

    /// <summary>YYYY-MM.</summary>
    public string FromMonth { get; init; } = "";

    public string? Document { get; init; }
}

internal sealed class RecordFundingRateValidator : AbstractValidator<RecordFundingRateCommand>
{
    public RecordFundingRateValidator(ProgramNames programs)
    {
        RuleFor(c => c.Program).Must(p => programs.All.ContainsKey(p ?? "")).WithMessage("请选择救助类型");
        RuleFor(c => c.Area).Must(a => FundingLevels.Areas.ContainsKey(a ?? "")).WithMessage("请选择城市或农村");
        RuleFor(c => c.Level).Must(l => FundingLevels.Names.ContainsKey(l ?? "")).WithMessage("请选择资金来源");
        RuleFor(c => c.PerPerson).NotNull().WithMessage("请填写每人金额").InclusiveBetween(0, 100_000).WithMessage("金额应在 0 到 100000 元之间").Must(a => a is null || decimal.Round(a.Value, 2) == a).WithMessage("金额最多两位小数");
        RuleFor(c => c.Unit).Must(u => u is "month" or "year").WithMessage("请选择每人每月或每人每年");
        RuleFor(c => c.FromMonth).Must(m => BenefitMonth.TryParse(m ?? "", out _)).WithMessage("请填写开始月份，例如 2026-12");
        RuleFor(c => c.Document).NotEmpty().WithMessage("请填写文号和条款").MaximumLength(100).WithMessage("依据最多 100 字，请精简");
    }
}

internal sealed class RecordFundingRateHandler(DisbursementDb db, IAccess access, ICurrentUser user, TimeProvider time) : IRequestHandler<RecordFundingRateCommand, Result<string>>
{
    public async Task<Result<string>> Handle(RecordFundingRateCommand command, CancellationToken cancellationToken)
    {
        if (access.Require(Actions.Prepare) is { } refusal)
        {
            return refusal;
        }

        BenefitMonth.TryParse(command.FromMonth, out var month);
        db.Add(new FundingRate
        {
            Id = Guid.CreateVersion7(), Program = command.Program, Area = command.Area, Level = command.Level, PerPerson = command.PerPerson!.Value, Yearly = command.Unit == "year",
            FromMonth = month.FirstDay, Document = command.Document!, RecordedAt = time.GetUtcNow(), RecordedByName = user.Name,
        });
        await db.SaveChangesAsync(cancellationToken);
        return $"{month.Year}年{month.Month}月";
    }
}
