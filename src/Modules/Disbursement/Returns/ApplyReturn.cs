using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialAssistance.Disbursement.Data;
using SocialAssistance.Disbursement.Rosters;
using SocialAssistance.Platform.Messaging;
using SocialAssistance.Platform.Security;
using SocialAssistance.Platform.TagHelpers;

namespace SocialAssistance.Disbursement.Returns;

/// <summary>Enters a return file (确认入账): all rows or none, each once.</summary>
internal sealed record ApplyReturnCommand(Guid RosterId, Guid FileId) : ICommand<ReturnFile>;

/// <summary>Puts a return file aside without entering it.</summary>
internal sealed record DiscardReturnCommand(Guid RosterId, Guid FileId) : ICommand<Guid>;

internal sealed class ApplyReturnValidator : AbstractValidator<ApplyReturnCommand>
{
    public ApplyReturnValidator() => RuleFor(c => c.FileId).NotEmpty().WithMessage("请先上传并核对回盘文件");
}

internal sealed class DiscardReturnValidator : AbstractValidator<DiscardReturnCommand>
{
    public DiscardReturnValidator() => RuleFor(c => c.FileId).NotEmpty().WithMessage("请选择要放弃的回盘文件");
}

internal sealed class ApplyReturnHandler(DisbursementDb db, RosterWorkshop workshop, ReturnDesk desk, IAccess access, ICurrentUser user, TimeProvider time) :
    IRequestHandler<ApplyReturnCommand, Result<ReturnFile>>, IRequestHandler<DiscardReturnCommand, Result<Guid>>
{
    public async Task<Result<ReturnFile>> Handle(ApplyReturnCommand command, CancellationToken cancellationToken)
    {
        if (access.Require(Actions.EnterReturn) is { } refusal)
        {
            return refusal;
        }

        if (await workshop.LockAsync(command.RosterId, cancellationToken) is not { } roster
            || await db.ReturnFiles.FirstOrDefaultAsync(f => f.Id == command.FileId && f.RosterId == command.RosterId, cancellationToken) is not { } file)
        {
            return Actions.NoRoster;
        }

        if (await CheckAsync(roster, file, cancellationToken) is { } no)
        {
            return no;
        }

        var now = time.GetUtcNow();
        var entered = await desk.EnterAsync(file, now, cancellationToken);
        if (entered != await db.RosterOrders.CountAsync(o => o.RosterId == roster.Id, cancellationToken))
        {
            throw new InvalidOperationException($"Return file {file.Id} answers {entered} rows, not all of roster {roster.Number}.");
        }

        (file.Status, file.AppliedAt, file.AppliedByName) = (ReturnFile.Applied, now, user.Name);
        roster.Answer(file.Failed == 0, now);
        await db.SaveChangesAsync(cancellationToken);
        return file;
    }

    public async Task<Result<Guid>> Handle(DiscardReturnCommand command, CancellationToken cancellationToken)
    {
        if (access.Require(Actions.EnterReturn) is { } refusal)
        {
            return refusal;
        }

        if (await db.ReturnFiles.FirstOrDefaultAsync(f => f.Id == command.FileId && f.RosterId == command.RosterId && f.Status == ReturnFile.Staged, cancellationToken) is not { } file)
        {
            return new Refusal("not-staged", "这个回盘文件已经处理过");
        }

        file.Status = ReturnFile.Discarded;
        await db.SaveChangesAsync(cancellationToken);
        return file.Id;
    }

    private async Task<Refusal?> CheckAsync(Roster roster, ReturnFile file, CancellationToken cancellationToken)
    {
        if (file is { Status: ReturnFile.Applied, AppliedAt: { } at })
        {
            return new("duplicate", $"这个文件已在 {Show.Time(at)} 导入过，没有再次入账");
        }

        if (file.Status != ReturnFile.Staged)
        {
            return new("not-staged", "这个回盘文件已被新上传的文件代替。请核对新文件");
        }

        if (roster.Require(RosterStatus.Sent) is { } refusal)
        {
            return refusal;
        }

        if (file.Total != roster.Total)
        {
            var row = await db.ReturnRows.Where(r => r.FileId == file.Id && r.Problem != null).OrderBy(r => r.Row).Select(r => (int?)r.Row).FirstOrDefaultAsync(cancellationToken);
            return new("totals", ReturnWords.Totals(file, roster, row));
        }

        return file.Problems > 0 ? new("problems", $"还有 {file.Problems} 处对不上，尚未入账。请按下面列出的逐处核对") : null;
    }
}

internal static class ReturnWords
{
    public static string Totals(ReturnFile file, Roster roster, int? row) =>
        $"回盘合计 {Show.Money(file.Total)} 元，与送出的 {Show.Money(roster.Total)} 元相差 {Show.Money(Math.Abs(file.Total - roster.Total))} 元，尚未入账。{(row is null ? "请核对下面缺少的行" : $"请核对第 {row} 行")}";
}
