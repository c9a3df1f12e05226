using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialAssistance.Cases.CaseFiles;
using SocialAssistance.Cases.Data;
using SocialAssistance.Cases.Steps;
using SocialAssistance.Contracts.Cases;
using SocialAssistance.Platform.Messaging;
using SocialAssistance.Platform.Security;

namespace SocialAssistance.Cases.Publicity;

/// <summary>Reminds the township of what a sheet still lacks (提醒); gives the sentence the township sees.</summary>
internal sealed record RemindTownship(Guid NoticeId) : ICommand<string>;

internal sealed class RemindTownshipHandler(CasesDb db, CaseDesk desk, IAccess access, StepGate gate) : IRequestHandler<RemindTownship, Result<string>>
{
    public async Task<Result<string>> Handle(RemindTownship command, CancellationToken cancellationToken)
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

        if (NoticeWords.Lacks(notice.PhotoFileId is not null, notice.ToDay, desk.Today) is not { } lacks)
        {
            return new Refusal("nothing-lacks", "这份公示照片已有、尚未到期，不需要提醒");
        }

        if (notice.RemindedOn == desk.Today && notice.Reminder == lacks)
        {
            return new Refusal("reminded", "今天已经提醒过，请等乡镇办理");
        }

        (notice.RemindedOn, notice.RemindedByName, notice.Reminder) = (desk.Today, desk.UserName, lacks);
        var caseIds = await db.PublicityLines.Where(l => l.NoticeId == notice.Id).Select(l => l.CaseId).ToListAsync(cancellationToken);
        foreach (var file in await db.CaseFiles.Where(c => caseIds.Contains(c.Id)).ToListAsync(cancellationToken))
        {
            desk.Tell(file, "reminded", $"县级提醒：{lacks}");
        }

        await db.SaveChangesAsync(cancellationToken);
        return lacks;
    }
}
