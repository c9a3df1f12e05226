using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialAssistance.Cases.CaseFiles;
using SocialAssistance.Cases.Data;
using SocialAssistance.Cases.Steps;
using SocialAssistance.Contracts.Cases;
using SocialAssistance.Platform.Data;
using SocialAssistance.Platform.Messaging;
using SocialAssistance.Platform.Security;
using SocialAssistance.Platform.TagHelpers;

namespace SocialAssistance.Cases.Publicity;

/// <summary>Ends one sheet whose last day has passed (结束公示); families without objection go to confirmation.</summary>
internal sealed record EndNotice(Guid NoticeId) : ICommand<int>;

/// <summary>Ends every sheet whose last day has passed and whose posting is proved; done by the clock.</summary>
internal sealed record EndDueNotices : ICommand<int>;

/// <summary>Takes a sheet down before its time, with a reason; its families wait to be published anew.</summary>
internal sealed record TakeDownNotice(Guid NoticeId, string? Reason) : ICommand<int>, IReasoned;

internal sealed class TakeDownNoticeRules : AbstractValidator<TakeDownNotice>
{
    public TakeDownNoticeRules() => RuleFor(c => c.Reason).NotEmpty().WithMessage("请填写下架原因").MaximumLength(200).WithMessage("最多 200 字，请删减");
}

internal sealed class CloseNoticesHandler(CasesDb db, CaseDesk desk, IAccess access, StepGate gate, UnitOfWork unitOfWork) :
    IRequestHandler<EndNotice, Result<int>>, IRequestHandler<EndDueNotices, Result<int>>, IRequestHandler<TakeDownNotice, Result<int>>
{
    public async Task<Result<int>> Handle(EndNotice command, CancellationToken cancellationToken)
    {
        // The clock and a clerk may end the same sheet at once: the second waits and finds it done.
        await unitOfWork.ExecuteAsync("select 1 from cases.publicity_notices where id = $1 for update", [command.NoticeId], cancellationToken);
        var notice = await db.PublicityNotices.FirstOrDefaultAsync(n => n.Id == command.NoticeId, cancellationToken);
        if (notice is null)
        {
            return new Refusal("not-found", "没有找到这份公示，请从公示管理重新打开");
        }

        if (!access.Allows("cases.publicise", notice.DivisionCode, Stages.Publicity))
        {
            return gate.NotYours("cases.publicise");
        }

        if (notice.ClosedOn is not null)
        {
            return 0;
        }

        if (desk.Today <= notice.ToDay)
        {
            return new Refusal("too-early", $"公示到 {Show.Date(notice.ToDay)} 结束，今天还不能提交确认");
        }

        if (notice.PhotoFileId is null)
        {
            return new Refusal("no-photo", "还没有上传张贴照片，不能证明已经公示。请补传后再结束公示");
        }

        return await EndAsync([notice], cancellationToken);
    }

    public async Task<Result<int>> Handle(EndDueNotices command, CancellationToken cancellationToken)
    {
        var due = await db.PublicityNotices
            .FromSql($"select * from cases.publicity_notices where closed_on is null and photo_file_id is not null and to_day < {desk.Today} for update skip locked")
            .ToListAsync(cancellationToken);
        return await EndAsync(due, cancellationToken);
    }

    public async Task<Result<int>> Handle(TakeDownNotice command, CancellationToken cancellationToken)
    {
        var notice = await db.PublicityNotices.FirstOrDefaultAsync(n => n.Id == command.NoticeId, cancellationToken);
        if (notice is null || notice.ClosedOn is not null)
        {
            return new Refusal("not-found", "这份公示已经结束或不在本辖区，请刷新名单");
        }

        if (!access.Allows("publicity.supervise", notice.DivisionCode, Stages.Publicity))
        {
            return gate.NotYours("publicity.supervise");
        }

        (notice.ClosedOn, notice.ClosedByName, notice.CloseReason) = (desk.Today, desk.UserName, command.Reason!.Trim());
        var (lines, files) = await LinesAsync([notice], cancellationToken);
        foreach (var line in lines)
        {
            line.Outcome = "withdrawn";
            desk.Tell(files[line.CaseId], "taken-down", $"公示下架：{command.Reason!.Trim()}。须重新公示");
        }

        await db.SaveChangesAsync(cancellationToken);
        return lines.Count;
    }

    private async Task<int> EndAsync(IReadOnlyList<PublicityNotice> notices, CancellationToken cancellationToken)
    {
        var (lines, files) = await LinesAsync(notices, cancellationToken);
        foreach (var notice in notices)
        {
            (notice.ClosedOn, notice.ClosedByName) = (desk.Today, desk.UserName);
        }

        var passed = 0;
        foreach (var line in lines)
        {
            line.Outcome = "passed";
            if (files[line.CaseId] is { Stage: Stages.Publicity } file)
            {
                await desk.ResumeAsync(file, cancellationToken);
                file.Move(Stages.Confirmation, desk.Today);
                desk.Tell(file, "publicity-ended", "公示期满无异议，报审核确认");
                passed++;
            }
        }

        await db.SaveChangesAsync(cancellationToken);
        return passed;
    }

    private async Task<(IReadOnlyList<PublicityLine> Lines, IReadOnlyDictionary<Guid, CaseFile> Files)> LinesAsync(IReadOnlyList<PublicityNotice> notices, CancellationToken cancellationToken)
    {
        var ids = notices.Select(n => n.Id).ToArray();
        var lines = await db.PublicityLines.Where(l => ids.Contains(l.NoticeId) && l.Outcome == null).OrderBy(l => l.Position).ToListAsync(cancellationToken);
        var caseIds = lines.Select(l => l.CaseId).ToArray();
        return (lines, await db.CaseFiles.Where(c => caseIds.Contains(c.Id)).ToDictionaryAsync(c => c.Id, cancellationToken));
    }
}
