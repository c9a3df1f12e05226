using FluentValidation;
using MediatR;
using SocialAssistance.Contracts.Cases;
using SocialAssistance.Contracts.Standards;
using SocialAssistance.Platform.Messaging;
using SocialAssistance.Platform.Security;
using SocialAssistance.Platform.TagHelpers;
using SocialAssistance.Platform.Time;
using SocialAssistance.Standards.Data;
using SocialAssistance.Standards.Figures;
using SocialAssistance.Standards.Versions;

namespace SocialAssistance.Standards.Publishing;

/// <summary>Takes a published version back before its first day, while nothing decided by people rests on it; raises it already made for months ahead go back with it.</summary>
internal sealed record WithdrawVersion(Guid Id, int RowVersion, string? WithdrawalReason) : ICommand<string>, IReasoned
{
    public string? Reason => WithdrawalReason;
}

internal sealed class WithdrawVersionValidator : AbstractValidator<WithdrawVersion>
{
    public WithdrawVersionValidator() => RuleFor(c => c.WithdrawalReason).NotEmpty().WithMessage("请写明撤销的原因").MaximumLength(200).WithMessage("原因最多 200 字");
}

internal sealed class WithdrawVersionHandler(StandardsDb db, VersionDesk desk, FigureStore store, ICases cases, ICurrentUser user, IMediator mediator, TimeProvider time)
    : IRequestHandler<WithdrawVersion, Result<string>>
{
    public async Task<Result<string>> Handle(WithdrawVersion command, CancellationToken cancellationToken)
    {
        if (await desk.ReadAsync(command.Id, cancellationToken) is not { } known)
        {
            return new Refusal("version-unknown", "没有找到这个版本，请返回标准版本重新打开");
        }

        var at = await store.BeginAsync(known.DivisionCode, cancellationToken);
        var version = (await desk.FindAsync(command.Id, cancellationToken))!;
        if (version.Require(command.RowVersion, VersionStatus.Published) is { } refusal)
        {
            return refusal;
        }

        var first = (await desk.LinesAsync(version.Id, cancellationToken)).Min(l => l.FromDay);
        if (first <= time.Today())
        {
            return new Refusal("version-in-force", $"这个版本自 {Show.Date(first)} 起已经施行，不能撤销。需要更正的，请新建标准版本");
        }

        var stated = version.PublishedAt!.Value;
        if (await store.IsCutAsync(version, stated, cancellationToken))
        {
            return new Refusal("version-followed", "后来发布的版本改动了这个版本的时段。请先撤销后来的版本");
        }

        if (await cases.DecidedOnAsync(LocalFigure.Remark(version.Number), stated, cancellationToken) is > 0 and var decided)
        {
            return new Refusal("version-used", $"已有 {decided} 户按这个版本作出决定，不能撤销。需要更正的，请新建标准版本");
        }

        await store.TakeBackAsync(version, stated, at, cancellationToken);
        version.Withdraw(user.Name, at, command.WithdrawalReason!.Trim());
        await db.SaveChangesAsync(cancellationToken);
        await mediator.Publish(new StandardWithdrawn(version.Id, version.Number, at), cancellationToken);
        return $"已撤销“{version.Title}”，原来的数值继续有效。";
    }
}
