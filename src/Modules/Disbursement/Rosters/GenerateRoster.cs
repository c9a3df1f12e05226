using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialAssistance.Disbursement.Data;
using SocialAssistance.Disbursement.Entitlements;
using SocialAssistance.Disbursement.Settlement;
using SocialAssistance.Platform.Data;
using SocialAssistance.Platform.Jobs;
using SocialAssistance.Platform.Messaging;
using SocialAssistance.Platform.Security;
using SocialAssistance.Platform.Time;
using SocialAssistance.Rules.Values;

namespace SocialAssistance.Disbursement.Rosters;

/// <summary>Makes the roster of a programme for a month; asked twice, it is the same roster.</summary>
internal sealed record GenerateRosterCommand : ICommand<GeneratedRoster>
{
    public string Program { get; init; } = "";

    /// <summary>YYYY-MM.</summary>
    public string Month { get; init; } = "";
}

/// <param name="Id">The roster.</param>
/// <param name="Existed">It was there before.</param>
internal sealed record GeneratedRoster(Guid Id, bool Existed);

internal sealed class GenerateRosterValidator : AbstractValidator<GenerateRosterCommand>
{
    public GenerateRosterValidator(ProgramNames programs)
    {
        RuleFor(c => c.Program).Must(programs.All.ContainsKey).WithMessage("请选择救助类型");
        RuleFor(c => c.Month).Must(m => BenefitMonth.TryParse(m, out _)).WithMessage("请选择发放月份");
    }
}

internal sealed class GenerateRosterHandler(DisbursementDb db, UnitOfWork unitOfWork, SettleDesk settling, IJobs jobs, IAccess access, ICurrentUser user, ProgramNames programs, TimeProvider time)
    : IRequestHandler<GenerateRosterCommand, Result<GeneratedRoster>>
{
    public async Task<Result<GeneratedRoster>> Handle(GenerateRosterCommand command, CancellationToken cancellationToken)
    {
        if (access.Require(Actions.Prepare) is { } refusal)
        {
            return refusal;
        }

        BenefitMonth.TryParse(command.Month, out var month);
        // One at a time: the second of two simultaneous requests finds the roster of the first.
        await unitOfWork.ExecuteAsync("select pg_advisory_xact_lock(5760, 2)", [], cancellationToken);
        var others = await db.Rosters.AsNoTracking().Where(r => r.Program == command.Program && r.Kind == Roster.Monthly && r.Status != RosterStatus.Withdrawn).ToListAsync(cancellationToken);
        if (others.FirstOrDefault(r => r.Month == month.FirstDay) is { } same)
        {
            return new GeneratedRoster(same.Id, true);
        }

        if (Refuse(month, others) is { } no)
        {
            return no;
        }

        var roster = new Roster
        {
            Id = Guid.CreateVersion7(), Number = await RosterNumbers.NextAsync(db, month.FirstDay, cancellationToken), Program = command.Program,
            ProgramName = programs.All[command.Program], Month = month.FirstDay, Kind = Roster.Monthly,
        };
        roster.Prepare(user, time.GetUtcNow(), again: false);
        roster.Settle(await settling.UntilAsync(roster.Month, cancellationToken));
        db.Add(roster);
        await db.SaveChangesAsync(cancellationToken);
        await jobs.EnqueueAsync(GenerateRosterJob.JobKind, new GenerateRosterJob.Work(roster.Id, roster.Generation), cancellationToken);
        return new GeneratedRoster(roster.Id, false);
    }

    private Refusal? Refuse(BenefitMonth month, IReadOnlyList<Roster> others)
    {
        var next = BenefitMonth.Of(time.Today()).AddMonths(1);
        if (month > next)
        {
            return new("too-early", $"最早只能生成{next.Year}年{next.Month}月的批次，更晚的月份到时再生成");
        }

        if (others.FirstOrDefault(r => r.IsSealed && r.Month > month.FirstDay) is { } later)
        {
            return new("later-sealed", $"{later.Month.Year}年{later.Month.Month}月的批次已经封存。以前月份少发的，会自动列入下一批的补发");
        }

        return others.FirstOrDefault(r => !r.IsSealed) is { } open
            ? new("earlier-open", $"{open.Month.Year}年{open.Month.Month}月的批次还没有封存。请先复核封存或作废那一批")
            : null;
    }
}

internal static class RosterNumbers
{
    /// <summary>The next number of a month; the caller holds the lock under which rosters are made.</summary>
    public static async Task<string> NextAsync(DisbursementDb db, DateOnly month, CancellationToken cancellationToken)
    {
        var count = await db.Rosters.CountAsync(r => r.Month == month, cancellationToken);
        return $"FF-{month.Year:d4}{month.Month:d2}-{count + 1:d2}";
    }
}
