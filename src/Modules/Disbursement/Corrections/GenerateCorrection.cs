using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialAssistance.Disbursement.Data;
using SocialAssistance.Disbursement.Entitlements;
using SocialAssistance.Disbursement.Rosters;
using SocialAssistance.Platform.Data;
using SocialAssistance.Platform.Messaging;
using SocialAssistance.Platform.Security;
using SocialAssistance.Platform.Time;

namespace SocialAssistance.Disbursement.Corrections;

/// <summary>Makes a correction roster (补发批次) of the returned payments whose account was put right.</summary>
internal sealed record GenerateCorrectionCommand(string Program) : ICommand<Guid>;

internal sealed class GenerateCorrectionValidator : AbstractValidator<GenerateCorrectionCommand>
{
    public GenerateCorrectionValidator() => RuleFor(c => c.Program).NotEmpty().WithMessage("请选择救助类型");
}

internal sealed class GenerateCorrectionHandler(
    DisbursementDb db, UnitOfWork unitOfWork, RosterWorkshop workshop, CorrectionDesk desk, IAccess access, ICurrentUser user, ProgramNames programs, TimeProvider time)
    : IRequestHandler<GenerateCorrectionCommand, Result<Guid>>
{
    public async Task<Result<Guid>> Handle(GenerateCorrectionCommand command, CancellationToken cancellationToken)
    {
        if (access.Require(Actions.Prepare) is { } refusal)
        {
            return refusal;
        }

        await unitOfWork.ExecuteAsync("select pg_advisory_xact_lock(5760, 2)", [], cancellationToken);
        if (await db.Rosters.FirstOrDefaultAsync(r => r.Program == command.Program && r.Kind == Roster.Correction && r.SealedAt == null && r.Status != RosterStatus.Withdrawn, cancellationToken) is { } open)
        {
            return new Refusal("correction-open", $"补发批次 {open.Number} 还没有封存。请先复核封存或作废那一批");
        }

        var month = time.Today().FirstOfMonth();
        var roster = new Roster
        {
            Id = Guid.CreateVersion7(), Number = await RosterNumbers.NextAsync(db, month, cancellationToken), Program = command.Program,
            ProgramName = programs.All.GetValueOrDefault(command.Program, BenefitNames.Of(command.Program)), Month = month, Kind = Roster.Correction,
        };
        roster.Prepare(user, time.GetUtcNow(), again: false);
        db.Add(roster);
        await db.SaveChangesAsync(cancellationToken);
        if (await desk.FillAsync(roster, cancellationToken) == 0)
        {
            return new Refusal("nothing-ready", "没有可以补发的款项。未到账的，请先核实并变更领款账号，经另一人审核后再生成补发批次");
        }

        await workshop.CompleteAsync(roster, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return roster.Id;
    }
}
