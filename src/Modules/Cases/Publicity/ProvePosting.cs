using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialAssistance.Cases.CaseFiles;
using SocialAssistance.Cases.Data;
using SocialAssistance.Cases.Materials;
using SocialAssistance.Cases.Steps;
using SocialAssistance.Contracts.Cases;
using SocialAssistance.Platform.Messaging;
using SocialAssistance.Platform.Security;
using SocialAssistance.Platform.Time;

namespace SocialAssistance.Cases.Publicity;

/// <summary>Records the photo of the sheet on the wall (登记张贴).</summary>
internal sealed record ProvePosting(Guid NoticeId, DateOnly? PostedOn, FileContent? Photo) : ICommand<Guid>;

internal sealed class ProvePostingRules : AbstractValidator<ProvePosting>
{
    public ProvePostingRules(TimeProvider time)
    {
        RuleFor(c => c.PostedOn).Cascade(CascadeMode.Stop).NotNull().WithMessage("请填写实际张贴日期").Must(d => d <= time.Today()).WithMessage("张贴日期不能晚于今天，请修改");
        RuleFor(c => c.Photo).NotNull().WithMessage("请上传张贴照片");
    }
}

internal sealed class ProvePostingHandler(CasesDb db, CaseDesk desk, IAccess access, StepGate gate, FileStore files) : IRequestHandler<ProvePosting, Result<Guid>>
{
    public async Task<Result<Guid>> Handle(ProvePosting command, CancellationToken cancellationToken)
    {
        var notice = await db.PublicityNotices.FirstOrDefaultAsync(n => n.Id == command.NoticeId, cancellationToken);
        if (notice is null || notice.ClosedOn is not null)
        {
            return new Refusal("not-found", "这份公示已经结束或不在本辖区，请从公示管理重新打开");
        }

        if (!access.Allows("publicity.post", notice.DivisionCode, Stages.Publicity))
        {
            return gate.NotYours("publicity.post");
        }

        if (command.PostedOn > notice.FromDay)
        {
            // Posted later than announced: the days would be short.
            return new Refusal("posted-late", $"公示从 {notice.FromDay:yyyy-MM-dd} 起算，实际张贴晚于这一天，公示天数不足。请联系县局下架后重新公示");
        }

        var photo = files.Add(command.Photo!, "publicity-photo", notice.DivisionCode, null, null);
        (notice.PostedOn, notice.PhotoFileId) = (command.PostedOn, photo.Id);
        var caseIds = await db.PublicityLines.Where(l => l.NoticeId == notice.Id).Select(l => l.CaseId).ToListAsync(cancellationToken);
        foreach (var file in await db.CaseFiles.Where(c => caseIds.Contains(c.Id)).ToListAsync(cancellationToken))
        {
            desk.Tell(file, "posted", $"公示已张贴 {command.PostedOn:yyyy-MM-dd}，已留照片");
        }

        await db.SaveChangesAsync(cancellationToken);
        return photo.Id;
    }
}
