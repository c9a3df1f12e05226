using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using SocialAssistance.Cases.Data;
using SocialAssistance.Platform.Audit;
using SocialAssistance.Platform.Security;

namespace SocialAssistance.Cases.Materials;

/// <summary>Keeps files in the database, so that a backup of the database is a backup of everything.</summary>
internal sealed class FileStore(CasesDb db, ICurrentUser user, IAuditTrail audit, TimeProvider time)
{
    /// <summary>Adds a file of a draft or case; inside a command, before it saves.</summary>
    public StoredFile Add(FileContent file, string subject, string divisionCode, Guid? draftId, Guid? caseId)
    {
        var stored = new StoredFile
        {
            Id = Guid.CreateVersion7(), DraftId = draftId, CaseId = caseId, DivisionCode = divisionCode, Subject = subject, FileName = file.FileName, MediaType = file.MediaType,
            Size = file.Bytes.Length, Sha256 = Convert.ToHexStringLower(SHA256.HashData(file.Bytes)), UploadedBy = user.Id, UploadedByName = user.Name, UploadedAt = time.GetUtcNow(),
        };
        db.Add(stored);
        db.Add(new StoredFileContent { FileId = stored.Id, Content = file.Bytes });
        return stored;
    }

    /// <summary>A file with its bytes for somebody who may see it; the view is recorded. Null when unknown or outside the user's area.</summary>
    public async Task<(StoredFile File, byte[] Content)?> OpenAsync(Guid fileId, CancellationToken cancellationToken)
    {
        var file = await db.StoredFiles.AsNoTracking().FirstOrDefaultAsync(f => f.Id == fileId, cancellationToken);
        if (file is null)
        {
            return null;
        }

        var content = await db.Set<StoredFileContent>().AsNoTracking().Where(c => c.FileId == fileId).Select(c => c.Content).SingleAsync(cancellationToken);
        await audit.ViewedAsync("StoredFile", fileId.ToString(), "查看材料", file.CaseId, cancellationToken);
        return (file, content);
    }

    /// <summary>Takes a file back; it stays in the trail.</summary>
    public void Withdraw(StoredFile file, string reason) =>
        (file.WithdrawnAt, file.WithdrawnByName, file.WithdrawReason) = (time.GetUtcNow(), user.Name, reason);
}
