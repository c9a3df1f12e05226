using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialAssistance.Cases.Data;
using SocialAssistance.Platform.Audit;
using SocialAssistance.Platform.Data;
using SocialAssistance.Platform.Messaging;
using SocialAssistance.Platform.Security;

namespace SocialAssistance.Cases.Intake.Drafts;

/// <summary>Begins an application.</summary>
/// <param name="Program">The programme's code.</param>
/// <param name="IdNumber">Carried over from a search that found nobody.</param>
/// <param name="FromDraft">An open draft of the same family, whose pages are carried over.</param>
/// <param name="FromCase">A case of the same family, whose newest facts are carried over.</param>
internal sealed record StartDraft(string Program, string? IdNumber, Guid? FromDraft = null, Guid? FromCase = null) : ICommand<Guid>;

internal sealed class StartDraftHandler(CasesDb db, IAuditTrail audit, ICurrentUser user, TimeProvider time) : IRequestHandler<StartDraft, Result<Guid>>
{
    public async Task<Result<Guid>> Handle(StartDraft command, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var draft = new ApplicationDraft
        {
            Id = Guid.CreateVersion7(), OwnerId = user.Id ?? Guid.Empty, OwnerName = user.Name, DivisionCode = user.AreaPrefix.PadRight(12, '0'), Program = command.Program,
            Data = await CarriedAsync(command, cancellationToken)
                ?? new() { HeadKey = Guid.CreateVersion7().ToString(), Applicant = new() { IdNumber = command.IdNumber, Area = "rural", Channel = "window" } },
            Step = IntakeStep.Applicant.Slug(), CreatedAt = now, UpdatedAt = now, UpdatedByName = user.Name,
        };
        db.Add(draft);
        await db.SaveChangesAsync(cancellationToken);
        return draft.Id;
    }

    // Consent and papers belong to one application and are asked for again.
    private async Task<DraftData?> CarriedAsync(StartDraft command, CancellationToken cancellationToken)
    {
        if (command.FromDraft is { } draftId && await db.ApplicationDrafts.AsNoTracking().FirstOrDefaultAsync(d => d.Id == draftId, cancellationToken) is { } earlier)
        {
            return earlier.Data with { Materials = new(), Marks = new Dictionary<string, PageMark>() };
        }

        if (command.FromCase is { } caseId && await db.CaseFiles.AsNoTracking().FirstOrDefaultAsync(c => c.Id == caseId, cancellationToken) is { } file)
        {
            await audit.ViewedAsync("CaseFile", $"{caseId}", "带入另一项申请", caseId, cancellationToken);
            var facts = await db.FactVersions.AsNoTracking().Where(v => v.CaseId == caseId && v.Number == file.FactVersion).Select(v => v.Facts).SingleAsync(cancellationToken);
            return DraftFromFacts.Of(facts, file.DivisionCode);
        }

        return null;
    }
}

/// <summary>Puts a draft aside, or takes it back (撤销).</summary>
internal sealed record PutDraftAside(Guid DraftId, bool Back) : ICommand<string>;

internal sealed class PutDraftAsideHandler(CasesDb db, UnitOfWork unitOfWork, TimeProvider time) : IRequestHandler<PutDraftAside, Result<string>>
{
    public async Task<Result<string>> Handle(PutDraftAside command, CancellationToken cancellationToken)
    {
        await unitOfWork.ExecuteAsync("select 1 from cases.application_drafts where id = $1 for update", [command.DraftId], cancellationToken);
        var draft = await db.ApplicationDrafts.FirstOrDefaultAsync(d => d.Id == command.DraftId && d.CaseId == null, cancellationToken);
        if (draft is null)
        {
            return IntakeRefusals.Closed;
        }

        draft.DeletedAt = command.Back ? null : time.GetUtcNow();
        draft.Version++;
        await db.SaveChangesAsync(cancellationToken);
        return draft.Data.Applicant.Name ?? "";
    }
}

/// <summary>Open drafts of the user's office, the user's own first.</summary>
internal sealed record OpenDrafts : IQuery<IReadOnlyList<DraftLine>>;

/// <summary>A draft in a list.</summary>
internal sealed record DraftLine(Guid Id, string? Name, string? IdNumber, int MemberCount, string Program, IntakeStep Step, DateTimeOffset UpdatedAt, string UpdatedByName, bool Mine)
{
    public string Url => Step.Url(Id);
}

internal sealed class OpenDraftsHandler(CasesDb db, ICurrentUser user, IAuditTrail audit) : IRequestHandler<OpenDrafts, IReadOnlyList<DraftLine>>
{
    public async Task<IReadOnlyList<DraftLine>> Handle(OpenDrafts query, CancellationToken cancellationToken)
    {
        var drafts = await db.ApplicationDrafts.AsNoTracking()
            .Where(d => d.CaseId == null && d.DeletedAt == null)
            .OrderByDescending(d => d.OwnerId == user.Id).ThenByDescending(d => d.UpdatedAt)
            .Take(100)
            .ToListAsync(cancellationToken);
        if (drafts.Count > 0)
        {
            await audit.ViewedAsync("ApplicationDraft", user.Office, "查看受理草稿", null, cancellationToken);
        }

        return drafts.Select(d => new DraftLine(
            d.Id, d.Data.Applicant.Name, d.Data.Applicant.IdNumber, Math.Max(1, d.Data.Members.Members.Count), d.Program, IntakeSteps.Parse(d.Step), d.UpdatedAt, d.UpdatedByName, d.OwnerId == user.Id)).ToArray();
    }
}
