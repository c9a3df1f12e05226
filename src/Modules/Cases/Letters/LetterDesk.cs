using Microsoft.EntityFrameworkCore;
using SocialAssistance.Cases.CaseFiles;
using SocialAssistance.Cases.Data;
using SocialAssistance.Contracts.Accounts;
using SocialAssistance.Contracts.Programs;
using SocialAssistance.Platform.Audit;

namespace SocialAssistance.Cases.Letters;

/// <summary>What the letters of the window share: the case, the names on paper, and the record of each print.</summary>
internal sealed class LetterDesk(CasesDb db, IDivisions divisions, IEnumerable<IAssistanceProgram> programs, IAuditTrail audit)
{
    /// <summary>The case for a letter; the print is recorded (补打 shows in the trail, not on paper). Null when unknown or outside the user's area.</summary>
    public async Task<CaseFile?> OpenAsync(Guid caseId, string letter, string purpose, CancellationToken cancellationToken)
    {
        var file = await db.CaseFiles.AsNoTracking().FirstOrDefaultAsync(c => c.Id == caseId, cancellationToken);
        if (file is not null)
        {
            await audit.ActedAsync("printed", "Letter", $"{letter}/{file.Number}", purpose, null, caseId, cancellationToken);
        }

        return file;
    }

    public string ProgramName(CaseFile file) => programs.FirstOrDefault(p => p.Code == file.Program)?.Name ?? file.Program;

    public ProgramProfile Profile(CaseFile file) => programs.Single(p => p.Code == file.Program).Profile;

    public string Office(CaseFile file) => divisions.Name(Division.TownshipOf(file.DivisionCode)) + "人民政府";

    public string Place(CaseFile file) => divisions.FullName(file.DivisionCode);
}
