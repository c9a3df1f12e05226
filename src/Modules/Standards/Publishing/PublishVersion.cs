using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using SocialAssistance.Contracts.Standards;
using SocialAssistance.Platform.Messaging;
using SocialAssistance.Platform.Security;
using SocialAssistance.Standards.Checks;
using SocialAssistance.Standards.Data;
using SocialAssistance.Standards.Figures;
using SocialAssistance.Standards.Versions;

namespace SocialAssistance.Standards.Publishing;

/// <summary>Publishes a submitted version. Only somebody who neither wrote nor submitted it may, and only with the paper read.</summary>
internal sealed record PublishVersion(Guid Id, int RowVersion, bool HasRead, bool AcceptsWarnings) : ICommand<string>;

internal sealed class PublishVersionValidator : AbstractValidator<PublishVersion>
{
    public PublishVersionValidator() => RuleFor(c => c.HasRead).Equal(true).WithMessage("请核对文件原文后勾选");
}

internal sealed class PublishVersionHandler(
    StandardsDb db, VersionDesk desk, VersionChecks checks, FigureStore store, PublishedFigures published, ICurrentUser user, IMediator mediator) : IRequestHandler<PublishVersion, Result<string>>
{
    public async Task<Result<string>> Handle(PublishVersion command, CancellationToken cancellationToken)
    {
        if (await desk.ReadAsync(command.Id, cancellationToken) is not { } known)
        {
            return new Refusal("version-unknown", "没有找到这个版本，请返回标准版本重新打开");
        }

        // One publication at a time; the checks below see everything published before it.
        var at = await store.BeginAsync(known.DivisionCode, cancellationToken);
        published.Forget();
        var version = (await desk.FindAsync(command.Id, cancellationToken))!;
        if (version.Require(command.RowVersion, VersionStatus.Submitted) is { } refusal)
        {
            return refusal;
        }

        if (version.IsOwn(user.Id))
        {
            return new Refusal("own-version", "这个版本由你编制或提交，不能由本人发布。请由另一名管理员核对文件原文后发布");
        }

        var report = await checks.RunAsync(version, cancellationToken);
        if (report.Blocks.Count > 0)
        {
            return new Refusal("version-blocked", $"提交后情况有变化，有 {report.Blocks.Count} 项必须先改正，没有发布。{report.Blocks[0].Text}");
        }

        if (report.Warnings.Count > 0 && !command.AcceptsWarnings)
        {
            throw new ValidationException([new(nameof(command.AcceptsWarnings), $"有 {report.Warnings.Count} 项警告，请逐项看过后勾选")]);
        }

        var lines = await desk.LinesAsync(version.Id, cancellationToken);
        try
        {
            await store.StateAsync(version, lines, at, cancellationToken);
        }
        catch (PostgresException overlap) when (overlap.SqlState == PostgresErrorCodes.ExclusionViolation)
        {
            return new Refusal("periods-overlap", "同一参数有两个时段重叠，数据库没有接受。请退回修改日期");
        }

        version.Publish(user.Id!.Value, user.Name, at);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return new Refusal("version-changed", "这个版本刚才被别人改过，没有发布。请核对现在的内容");
        }

        var first = lines.Min(l => l.FromDay);
        DateOnly[] days = [.. lines.Select(l => l.FromDay).Concat(lines.Where(l => l.ToDay is not null).Select(l => l.ToDay!.Value.AddDays(1))).Distinct().Order()];
        await mediator.Publish(new StandardPublished(version.Id, version.Number, version.DivisionCode, days, at), cancellationToken);
        return $"已发布“{version.Title}”，{lines.Count} 项数值自 {first:yyyy-MM-dd} 起施行。";
    }
}
