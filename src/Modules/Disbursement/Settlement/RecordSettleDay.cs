using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialAssistance.Disbursement.Data;
using SocialAssistance.Disbursement.Rosters;
using SocialAssistance.Platform.Messaging;
using SocialAssistance.Platform.Security;
using SocialAssistance.Rules.Values;

namespace SocialAssistance.Disbursement.Settlement;

/// <summary>Enters the settle day from a month on, with its document.</summary>
internal sealed record RecordSettleDayCommand : ICommand<string>
{
    /// <summary>YYYY-MM of the first roster.</summary>
    public string FromMonth { get; init; } = "";

    /// <summary><c>before</c>, <c>same</c> or <c>none</c>.</summary>
    public string Timing { get; init; } = "";

    public int? Day { get; init; }

    public string? Document { get; init; }
}

internal sealed class RecordSettleDayValidator : AbstractValidator<RecordSettleDayCommand>
{
    public RecordSettleDayValidator()
    {
        RuleFor(c => c.FromMonth).Must(m => BenefitMonth.TryParse(m ?? "", out _)).WithMessage("请填写开始月份，例如 2026-12");
        RuleFor(c => c.Timing).Must(t => t is "before" or "same" or "none").WithMessage("请选择结算日在哪个月");
        RuleFor(c => c.Day).NotNull().WithMessage("请填写结算日").InclusiveBetween(1, 28).WithMessage("结算日应在 1 到 28 日之间").When(c => c.Timing != "none");
        RuleFor(c => c.Document).NotEmpty().WithMessage("请填写文号和条款").MaximumLength(100).WithMessage("依据最多 100 字，请精简");
    }
}

internal sealed class RecordSettleDayHandler(DisbursementDb db, IAccess access, ICurrentUser user, TimeProvider time) : IRequestHandler<RecordSettleDayCommand, Result<string>>
{
    public async Task<Result<string>> Handle(RecordSettleDayCommand command, CancellationToken cancellationToken)
    {
        if (access.Require(Actions.Prepare) is { } refusal)
        {
            return refusal;
        }

        BenefitMonth.TryParse(command.FromMonth, out var month);
        if (await db.Rosters.AsNoTracking().Where(r => r.Kind == Roster.Monthly && r.SealedAt != null && r.Month >= month.FirstDay).OrderByDescending(r => r.Month).FirstOrDefaultAsync(cancellationToken) is { } sealedOne)
        {
            return new Refusal("month-sealed", $"{sealedOne.Month.Year}年{sealedOne.Month.Month}月的批次已经封存。结算日只能从以后的月份开始");
        }

        var day = new SettleDay
        {
            Id = Guid.CreateVersion7(), FromMonth = month.FirstDay, Day = command.Timing == "none" ? null : command.Day, MonthBefore = command.Timing == "before",
            Document = command.Document!, RecordedAt = time.GetUtcNow(), RecordedByName = user.Name,
        };
        if (day.Until(month.FirstDay) is { } until && await db.Rosters.AnyAsync(r => r.Kind == Roster.Monthly && r.SealedAt != null && r.PreparedAt > until && (r.KnownUntil == null || r.KnownUntil > until), cancellationToken))
        {
            return new Refusal("before-known", "已封存的批次已经计入这个结算日以后的事项。请选择更晚的结算日，或者从更晚的月份开始");
        }

        db.Add(day);
        await db.SaveChangesAsync(cancellationToken);
        return $"{month.Year}年{month.Month}月的批次起，{day}";
    }
}
