using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using SocialAssistance.Cases.CaseFiles;
using SocialAssistance.Cases.Data;
using SocialAssistance.Cases.Materials;
using SocialAssistance.Platform.Data;

namespace SocialAssistance.Cases.Visits;

/// <summary>
/// Keeps the unfinished form: typed text and files are saved before anything is judged, so neither a lost network nor a
/// mistake in one field costs a signature or a photo.
/// </summary>
internal sealed class VisitDrafts(CasesDb db, FileStore files, UnitOfWork unitOfWork, CaseDesk desk, TimeProvider time)
{
    public const int MaxPhotos = 12;

    public Task<VisitDraft?> FindAsync(Guid caseId, CancellationToken cancellationToken) =>
        db.VisitDrafts.AsNoTracking().FirstOrDefaultAsync(d => d.CaseId == caseId, cancellationToken);

    /// <summary>Saves what was typed together with new files; returns a problem per file field.</summary>
    public async Task<IReadOnlyList<(string Field, string Message)>> SaveAsync(CaseFile file, VisitForm form, VisitFiles sent, CancellationToken cancellationToken)
    {
        var problems = new List<(string, string)>();
        var kept = (await FindAsync(file.Id, cancellationToken))?.Form ?? new VisitForm();
        var first = await ReadAsync("FirstSignatureFile", sent.FirstSignatureFile);
        var second = await ReadAsync("SecondSignatureFile", sent.SecondSignatureFile);
        var family = await ReadAsync("FamilySignatureFile", sent.FamilySignatureFile);
        var photos = new List<FileContent>();
        foreach (var photo in sent.PhotoFiles ?? [])
        {
            if (await ReadAsync("PhotoFiles", photo) is { } content)
            {
                photos.Add(content);
            }
        }

        if (kept.Photos.Count + photos.Count > MaxPhotos)
        {
            problems.Add(("PhotoFiles", $"照片最多 {MaxPhotos} 张，请减少后再传"));
            photos.Clear();
        }

        await unitOfWork.RunAsync(async () =>
        {
            form.FirstSignature = Keep(first, "visit-signature") ?? kept.FirstSignature;
            form.SecondSignature = Keep(second, "visit-signature") ?? kept.SecondSignature;
            form.FamilySignature = Keep(family, "visit-signature") ?? kept.FamilySignature;
            form.Photos = [.. kept.Photos, .. photos.Select(p => Keep(p, "visit-photo")!.Value)];
            var draft = await db.VisitDrafts.FirstOrDefaultAsync(d => d.CaseId == file.Id, cancellationToken);
            if (draft is null)
            {
                db.Add(new VisitDraft { CaseId = file.Id, Form = form, UpdatedByName = desk.UserName, UpdatedAt = time.GetUtcNow() });
            }
            else
            {
                (draft.Form, draft.UpdatedByName, draft.UpdatedAt) = (form, desk.UserName, time.GetUtcNow());
            }

            await db.SaveChangesAsync(cancellationToken);
        }, cancellationToken);
        return problems;

        async Task<FileContent?> ReadAsync(string field, IFormFile? upload)
        {
            if (upload is null)
            {
                return null;
            }

            var (content, problem) = await FileContent.ReadAsync(upload, cancellationToken);
            if (problem is not null)
            {
                problems.Add((field, problem));
            }

            return content;
        }

        Guid? Keep(FileContent? content, string subject) => content is null ? null : files.Add(content, subject, file.DivisionCode, null, file.Id).Id;
    }
}

/// <summary>Files as they were sent.</summary>
internal sealed class VisitFiles
{
    public IFormFile? FirstSignatureFile { get; set; }

    public IFormFile? SecondSignatureFile { get; set; }

    public IFormFile? FamilySignatureFile { get; set; }

    public List<IFormFile>? PhotoFiles { get; set; }
}
