using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialAssistance.Contracts.Accounts;
using SocialAssistance.Contracts.Programs;
using SocialAssistance.Contracts.Standards;
using SocialAssistance.Platform.Jobs;
using SocialAssistance.Platform.Messaging;
using SocialAssistance.Platform.Security;
using SocialAssistance.Platform.Time;
using SocialAssistance.Rules.Values;
using SocialAssistance.Standards.Data;

namespace SocialAssistance.Standards.Impact;

/// <summary>Starts a run of a version over the whole caseload (测算影响); the answer is the run.</summary>
internal sealed record StartImpact(Guid VersionId) : ICommand<Guid>;

internal sealed class StartImpactValidator : AbstractValidator<StartImpact>
{
    public StartImpactValidator() => RuleFor(c => c.VersionId).NotEmpty().WithMessage("请从标准版本打开要测算的版本");
}

internal sealed class StartImpactHandler(
    StandardsDb db, IStandardVersions versions, IEnumerable<IAssistanceProgram> programs, IDivisions divisions, IJobs jobs, ICurrentUser user, TimeProvider time) : IRequestHandler<StartImpact, Result<Guid>>
{
    public async Task<Result<Guid>> Handle(StartImpact command, CancellationToken cancellationToken)
    {
        if (await versions.FindAsync(command.VersionId, cancellationToken) is not { FirstDay: { } first } version)
        {
            return new Refusal("version-empty", "这个版本还没有填写数值，不能测算影响。请先填写并保存");
        }

        if (version.Status is StandardVersionStatus.Published or StandardVersionStatus.Withdrawn)
        {
            return new Refusal("version-final", "这个版本已经发布或撤销，影响测算留作记录，不再重新测算");
        }

        if (await db.ImpactRuns.AsNoTracking().Where(r => r.VersionId == version.Id && r.Status == ImpactStatus.Running).Select(r => (Guid?)r.Id).FirstOrDefaultAsync(cancellationToken) is { } running)
        {
            return running;
        }

        var today = BenefitMonth.Of(time.Today());
        var from = BenefitMonth.Of(first);
        var next = today.AddMonths(1);
        var run = new ImpactRun
        {
            Id = Guid.CreateVersion7(), VersionId = version.Id, VersionRow = version.RowVersion, FromMonth = from.FirstDay, PaidThrough = today.FirstDay,
            Month = (from > next ? from : next).FirstDay, Chunks = programs.Count() * divisions.Townships().Count, AskedByName = user.Name, AskedAt = time.GetUtcNow(),
        };
        db.Add(run);
        await db.SaveChangesAsync(cancellationToken);
        await jobs.EnqueueAsync(ImpactJob.JobKind, new ImpactJob.Work(run.Id), cancellationToken);
        return run.Id;
    }
}
