using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialAssistance.Disbursement.Data;
using SocialAssistance.Disbursement.Entitlements;
using SocialAssistance.Disbursement.Rosters;
using SocialAssistance.Platform.Data;
using SocialAssistance.Platform.Jobs;
using SocialAssistance.Platform.Messaging;
using SocialAssistance.Platform.Security;
using SocialAssistance.Platform.TagHelpers;

namespace SocialAssistance.Disbursement.OneOff;

/// <summary>Makes a one-off roster (一次性补助批次): what the preview showed, once per document and month.</summary>
internal sealed record GenerateOneOffCommand : OneOffInput, ICommand<Guid>
{
    /// <summary>Households the preview counted; another number now means the officer has not seen it.</summary>
    public int? SeenHouseholds { get; init; }

    public decimal? SeenTotal { get; init; }
}

internal sealed class GenerateOneOffValidator(ProgramNames programs, TimeProvider time) : OneOffRules<GenerateOneOffCommand>(programs, time);

internal sealed class GenerateOneOffHandler(DisbursementDb db, UnitOfWork unitOfWork, OneOffDesk desk, IJobs jobs, IAccess access, ICurrentUser user, TimeProvider time)
    : IRequestHandler<GenerateOneOffCommand, Result<Guid>>
{
    public async Task<Result<Guid>> Handle(GenerateOneOffCommand command, CancellationToken cancellationToken)
    {
        if (access.Require(Actions.Prepare) is { } refusal)
        {
            return refusal;
        }

        await unitOfWork.ExecuteAsync("select pg_advisory_xact_lock(5760, 2)", [], cancellationToken);
        var (month, terms, document) = (command.FirstDay(), command.Terms(), DocumentNumbers.Plain(command.Document));
        if (await db.Rosters.AsNoTracking().FirstOrDefaultAsync(r => r.Kind == Roster.OneOff && r.Month == month && r.Document == document && r.Status != RosterStatus.Withdrawn, cancellationToken) is { } same)
        {
            return new Refusal("document-paid", $"{document}在{Show.Month(month)}已有批次 {same.Number}，不能再生成一批。要改内容，请先作废那一批");
        }

        var preview = await desk.PreviewAsync(Guid.Empty, month, terms, cancellationToken);
        if (preview.Households == 0)
        {
            return new Refusal("nobody", "所选范围内没有可以发放的对象。请核对救助类型、月份和范围");
        }

        if ((preview.Households, preview.Total) != (command.SeenHouseholds, command.SeenTotal))
        {
            return new Refusal("preview-changed", "条件或名单在试算以后变了。下面已是最新试算，请核对后再生成");
        }

        var roster = new Roster
        {
            Id = Guid.CreateVersion7(), Number = await RosterNumbers.NextAsync(db, month, cancellationToken), Program = command.Purpose, ProgramName = terms.Name,
            Month = month, Kind = Roster.OneOff, Document = document, Terms = terms,
        };
        roster.Prepare(user, time.GetUtcNow(), again: false);
        db.Add(roster);
        await db.SaveChangesAsync(cancellationToken);
        await jobs.EnqueueAsync(OneOffJob.JobKind, new GenerateRosterJob.Work(roster.Id, roster.Generation), cancellationToken);
        return roster.Id;
    }
}
