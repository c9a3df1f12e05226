using System.ComponentModel.DataAnnotations;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialAssistance.Disbursement.Data;
using SocialAssistance.Disbursement.Entitlements;
using SocialAssistance.Disbursement.Returns;
using SocialAssistance.Disbursement.Rosters;
using SocialAssistance.Platform.Messaging;
using SocialAssistance.Platform.Security;
using SocialAssistance.Platform.Time;
using SocialAssistance.Rules.Values;

namespace SocialAssistance.Disbursement.Hints;

/// <summary>Enters one hint by hand.</summary>
internal sealed record EnterHintCommand : ICommand<int>
{
    [Display(Name = "身份证号")]
    public string? IdNumber { get; init; }

    [Display(Name = "死亡日期")]
    public DateOnly? DiedOn { get; init; }

    public string? Source { get; init; }
}

/// <summary>Enters a file of hints, all of its rows or none.</summary>
internal sealed record ImportHintsCommand : ICommand<int>
{
    public byte[] Content { get; init; } = [];
}

/// <summary>Puts a hint aside after somebody else looked; the payment goes on.</summary>
internal sealed record ClearHintCommand(Guid HintId, string? Reason) : ICommand<int>, IReasoned;

internal sealed class EnterHintValidator : AbstractValidator<EnterHintCommand>
{
    public EnterHintValidator(TimeProvider time)
    {
        RuleFor(c => c.IdNumber).Must(n => HintsFile.IsIdNumber(ReturnText.Plain(n))).WithMessage("请填写 18 位身份证号");
        RuleFor(c => c.DiedOn).Must(d => d is null || d <= time.Today()).WithMessage("死亡日期不能晚于今天");
        RuleFor(c => c.Source).NotEmpty().WithMessage("请填写来源，例如殡葬信息").MaximumLength(50).WithMessage("来源最多 50 字");
    }
}

internal sealed class ImportHintsValidator : AbstractValidator<ImportHintsCommand>
{
    public ImportHintsValidator() => RuleFor(c => c.Content).Must(c => c.Length is > 0 and <= ReturnTable.LargestFile).WithMessage("请选择不超过 20 MB 的 Excel 或 CSV 文件");
}

internal sealed class ClearHintValidator : AbstractValidator<ClearHintCommand>
{
    public ClearHintValidator() => RuleFor(c => c.Reason).NotEmpty().WithMessage("请填写核实情况").MaximumLength(200).WithMessage("核实情况最多 200 字，请精简");
}

internal sealed class EnterHintsHandler(DisbursementDb db, EntitlementBook book, IAccess access, ICurrentUser user, TimeProvider time) :
    IRequestHandler<EnterHintCommand, Result<int>>, IRequestHandler<ImportHintsCommand, Result<int>>, IRequestHandler<ClearHintCommand, Result<int>>
{
    public async Task<Result<int>> Handle(EnterHintCommand command, CancellationToken cancellationToken) =>
        access.Require(Actions.Prepare) is { } refusal ? refusal
        : await AddAsync([new(ReturnText.Plain(command.IdNumber).ToUpperInvariant(), command.DiedOn, command.Source!)], cancellationToken) is > 0 and var added ? added
        : new Refusal("known", "这个人已经有未消除的死亡提示，没有再次登记");

    public async Task<Result<int>> Handle(ImportHintsCommand command, CancellationToken cancellationToken)
    {
        if (access.Require(Actions.Prepare) is { } refusal)
        {
            return refusal;
        }

        var (rows, problem) = HintsFile.Read(command.Content, time.Today());
        return problem is not null ? new Refusal("file", problem) : await AddAsync(rows, cancellationToken);
    }

    public async Task<Result<int>> Handle(ClearHintCommand command, CancellationToken cancellationToken)
    {
        if (access.Require(Actions.Prepare) is { } refusal)
        {
            return refusal;
        }

        if (await db.DeathHints.FirstOrDefaultAsync(h => h.Id == command.HintId && h.ClearedAt == null, cancellationToken) is not { } hint)
        {
            return new Refusal("no-hint", "这条提示已经消除。下面是最新情况");
        }

        if (hint.RecordedBy is not null && hint.RecordedBy == user.Id)
        {
            return new Refusal("same-person", "登记提示的人不能自己消除。请由另一位资金岗核实后消除");
        }

        hint.Clear(user.Id, user.Name, time.GetUtcNow(), command.Reason!);
        await db.SaveChangesAsync(cancellationToken);
        return 1;
    }

    // Persons who already have an open hint are left as they are.
    private async Task<int> AddAsync(IReadOnlyList<HintRow> rows, CancellationToken cancellationToken)
    {
        // A seal under way ends first, and the next one sees the hint.
        await book.HoldAsync(cancellationToken);
        var numbers = rows.Select(r => r.IdNumber).ToArray();
        var known = (await db.DeathHints.Where(h => h.ClearedAt == null && numbers.Contains(h.IdNumber)).Select(h => h.IdNumber).ToListAsync(cancellationToken)).ToHashSet();
        var fresh = rows.Where(r => known.Add(r.IdNumber)).ToArray();
        db.AddRange(fresh.Select(r => new DeathHint
        {
            Id = Guid.CreateVersion7(), IdNumber = r.IdNumber, Source = r.Source, DiedOn = r.DiedOn, RecordedBy = user.Id, RecordedAt = time.GetUtcNow(), RecordedByName = user.Name,
        }));
        await db.SaveChangesAsync(cancellationToken);
        return fresh.Length;
    }
}
