using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialAssistance.Cases.Data;
using SocialAssistance.Cases.Intake.Forms;
using SocialAssistance.Cases.Materials;
using SocialAssistance.Contracts.Programs;
using SocialAssistance.Platform.Data;
using SocialAssistance.Platform.Messaging;
using SocialAssistance.Platform.Security;

namespace SocialAssistance.Cases.Intake.Drafts;

/// <summary>Keeps one page of a draft exactly as typed, right or wrong.</summary>
/// <param name="DraftId">The draft.</param>
/// <param name="Step">The page.</param>
/// <param name="Form">What was typed.</param>
/// <param name="Seen">Number of the page's last save when it was opened.</param>
/// <param name="EditId">This opening of the page.</param>
/// <param name="Theirs">Fields for which the other clerk's value is chosen after a conflict.</param>
/// <param name="Scans">Files that came with the page.</param>
/// <param name="Withdraw">A scan to take back.</param>
internal sealed record SaveDraft(Guid DraftId, IntakeStep Step, object Form, int Seen, Guid EditId, IReadOnlyList<string> Theirs, IReadOnlyList<Scan> Scans, Guid? Withdraw) : ICommand<DraftSaved>;

/// <summary>Saved, or not because somebody else saved the page meanwhile.</summary>
/// <param name="At">When the page was saved.</param>
/// <param name="Conflict">The other clerk's version; null when saved.</param>
/// <param name="Form">What is stored now.</param>
internal sealed record DraftSaved(DateTimeOffset At, DraftConflict? Conflict, object Form);

/// <summary>Somebody else's version of the page.</summary>
internal sealed record DraftConflict(string ByName, DateTimeOffset At, int Version, object Form);

internal sealed class SaveDraftHandler(CasesDb db, UnitOfWork unitOfWork, FileStore store, IEnumerable<IAssistanceProgram> programs, ICurrentUser user, TimeProvider time) : IRequestHandler<SaveDraft, Result<DraftSaved>>
{
    public async Task<Result<DraftSaved>> Handle(SaveDraft command, CancellationToken cancellationToken)
    {
        // Two pages of one draft may save themselves at the same moment; the second waits instead of failing.
        await unitOfWork.ExecuteAsync("select 1 from cases.application_drafts where id = $1 for update", [command.DraftId], cancellationToken);
        var draft = await db.ApplicationDrafts.FirstOrDefaultAsync(d => d.Id == command.DraftId, cancellationToken);
        if (draft is null || !draft.IsOpen)
        {
            return IntakeRefusals.Closed;
        }

        await KeepScansAsync(command, draft, cancellationToken);
        var now = time.GetUtcNow();
        var mark = draft.Data.MarkOf(command.Step);
        if (mark.Version > command.Seen && mark.EditId != command.EditId)
        {
            return new DraftSaved(now, new(mark.ByName, mark.At, mark.Version, draft.Data.FormOf(command.Step)), command.Form);
        }

        var stored = draft.Data.FormOf(command.Step);
        var form = FormDifference.Take(command.Form, stored, command.Theirs);
        if (form is MembersForm members)
        {
            MemberKeys.Assign(members, (MembersForm)stored);
        }

        if (form is ApplicantForm { Program: { } program } && programs.Any(p => p.Code == program))
        {
            draft.Program = program;
        }

        draft.Data = draft.Data.With(command.Step, form, new(mark.Version + 1, command.EditId, user.Name, now));
        (draft.Step, draft.UpdatedAt, draft.UpdatedByName) = (command.Step.Slug(), now, user.Name);
        draft.Version++;
        await db.SaveChangesAsync(cancellationToken);
        return new DraftSaved(now, null, form);
    }

    // Files are kept even when the page itself meets another clerk's version: they add and never overwrite.
    private async Task KeepScansAsync(SaveDraft command, ApplicationDraft draft, CancellationToken cancellationToken)
    {
        foreach (var scan in command.Scans)
        {
            store.Add(scan.File, scan.Code, draft.DivisionCode, draft.Id, null);
        }

        if (command.Withdraw is { } fileId && await db.StoredFiles.FirstOrDefaultAsync(f => f.Id == fileId && f.DraftId == draft.Id, cancellationToken) is { WithdrawnAt: null } file)
        {
            store.Withdraw(file, "受理前撤回");
        }

        await db.SaveChangesAsync(cancellationToken);
    }
}

/// <summary>Gives new rows a name that the later pages refer to.</summary>
internal static class MemberKeys
{
    public static void Assign(MembersForm form, MembersForm stored)
    {
        form.Members.RemoveAll(m => m.IsBlank);
        var taken = form.Members.Select(m => m.Key).OfType<string>().ToHashSet();
        for (var i = 0; i < form.Members.Count; i++)
        {
            // An autosave already named this row; the page does not know yet.
            var before = i < stored.Members.Count ? stored.Members[i].Key : null;
            form.Members[i].Key ??= before is not null && taken.Add(before) ? before : Guid.CreateVersion7().ToString();
        }
    }
}
