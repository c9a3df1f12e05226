using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialAssistance.Cases.Data;
using SocialAssistance.Contracts.Accounts;
using SocialAssistance.Contracts.Cases;
using SocialAssistance.Platform.Messaging;
using SocialAssistance.Platform.Security;
using SocialAssistance.Platform.TagHelpers;
using SocialAssistance.Platform.Time;

namespace SocialAssistance.Cases.Reviews;

/// <summary>Lets the reviews of an area stand still in an emergency (暂停核查): the days are added to every due day.</summary>
internal sealed record SuspendReviews : ICommand<string>, IReasoned
{
    public string? Division { get; init; }

    public DateOnly? FromDay { get; init; }

    public DateOnly? ToDay { get; init; }

    public string? Reason { get; init; }

    public string? Basis { get; init; }
}

/// <summary>Lets them go on (恢复核查): the last day of standing still is known now.</summary>
internal sealed record ResumeReviews(Guid Id, DateOnly? LastDay) : ICommand<string>;

internal sealed class SuspendReviewsRules : AbstractValidator<SuspendReviews>
{
    public SuspendReviewsRules(IDivisions divisions)
    {
        RuleFor(c => c.Division).Must(d => d is not null && divisions.Find(d) is not null).WithMessage("请选择暂停核查的地区");
        RuleFor(c => c.FromDay).NotNull().WithMessage("请填写从哪一天起暂停");
        RuleFor(c => c.ToDay).Must((c, d) => d is null || c.FromDay is null || d >= c.FromDay).WithMessage("结束日期不能早于开始日期，请修改");
        RuleFor(c => c.Reason).NotEmpty().WithMessage("请写明是什么突发事件，如“洪水灾害”").MaximumLength(100).WithMessage("最多 100 字，请精简");
        RuleFor(c => c.Basis).NotEmpty().WithMessage("请填写依据的文件和条款").MaximumLength(100).WithMessage("最多 100 字，请精简");
    }
}

internal sealed class ResumeReviewsRules : AbstractValidator<ResumeReviews>
{
    public ResumeReviewsRules() => RuleFor(c => c.LastDay).NotNull().WithMessage("请填写暂停的最后一天");
}

internal sealed class SuspendReviewsHandler(CasesDb db, ReviewCalendar calendar, IAccess access, IDivisions divisions, ICurrentUser user, TimeProvider time) :
    IRequestHandler<SuspendReviews, Result<string>>, IRequestHandler<ResumeReviews, Result<string>>
{
    public async Task<Result<string>> Handle(SuspendReviews command, CancellationToken cancellationToken)
    {
        if (!access.Allows("reviews.suspend", command.Division!, Stages.InBenefit))
        {
            return new Refusal("not-allowed", $"暂停核查由{access.WhoCan("reviews.suspend")}办理，只能选本辖区");
        }

        if (!calendar.Suspends)
        {
            return new Refusal("no-basis", "本县现行规定没有突发事件期间暂停核查的条款，不能登记");
        }

        var division = divisions.Find(command.Division!)!;
        var suspension = new ReviewSuspension
        {
            Id = Guid.CreateVersion7(), DivisionCode = division.Code, Prefix = division.Prefix, FromDay = command.FromDay!.Value, Reason = command.Reason!.Trim(), Basis = command.Basis!.Trim(),
            RecordedBy = user.Id!.Value, RecordedByName = user.Name, RecordedAt = time.GetUtcNow(),
            ToDay = command.ToDay, PlannedToDay = command.ToDay,
        };

        db.Add(suspension);
        await db.SaveChangesAsync(cancellationToken);
        await calendar.RefreshAsync(null, cancellationToken);
        return $"已登记{division.Name}自 {Show.Date(command.FromDay)} 起暂停核查，到期日期相应顺延。";
    }

    public async Task<Result<string>> Handle(ResumeReviews command, CancellationToken cancellationToken)
    {
        if (await db.ReviewSuspensions.FirstOrDefaultAsync(s => s.Id == command.Id, cancellationToken) is not { } suspension || !access.Allows("reviews.suspend", suspension.DivisionCode, Stages.InBenefit))
        {
            return new Refusal("not-found", "没有找到这条暂停记录，请刷新后重试");
        }

        if (command.LastDay < suspension.FromDay || (suspension.ToDay is { } known && command.LastDay > known))
        {
            return new Refusal("wrong-day", $"最后一天应在 {Show.Date(suspension.FromDay)}{(suspension.ToDay is { } end ? $" 至 {Show.Date(end)}" : "")}之间。要延长的另行登记");
        }

        suspension.End(command.LastDay!.Value, user.Name, time.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        await calendar.RefreshAsync(null, cancellationToken);
        return $"{divisions.Name(suspension.DivisionCode)}的核查自 {Show.Date(command.LastDay.Value.AddDays(1))} 起恢复，到期日期已重新计算。";
    }
}
