using Microsoft.EntityFrameworkCore;
using SocialAssistance.Cases.CaseFiles;
using SocialAssistance.Cases.Data;
using SocialAssistance.Cases.Intake.Checks;
using SocialAssistance.Cases.Intake.Drafts;
using SocialAssistance.Cases.Intake.Forms;
using SocialAssistance.Cases.Materials;
using SocialAssistance.Contracts.Accounts;
using SocialAssistance.Contracts.Programs;
using SocialAssistance.Platform.TagHelpers;

namespace SocialAssistance.Cases.Intake;

/// <summary>What the pages of an acceptance need of a draft: its data, its files, what is wrong, what it comes to.</summary>
internal sealed class DraftDesk(CasesDb db, CaseDesk cases, DuplicateCheck duplicates, IDivisions divisions)
{
    public DateOnly Today => cases.Today;

    /// <summary>What a programme asks and pays.</summary>
    public ProgramProfile Profile(string program) => cases.Profile(program);

    /// <summary>The open draft with its files; null when it is not open or lies outside the user's area.</summary>
    public async Task<DraftView?> OpenAsync(Guid draftId, CancellationToken cancellationToken)
    {
        var draft = await db.ApplicationDrafts.AsNoTracking().FirstOrDefaultAsync(d => d.Id == draftId, cancellationToken);
        if (draft is null)
        {
            return null;
        }

        var files = await db.StoredFiles.AsNoTracking().Where(f => f.DraftId == draftId && f.WithdrawnAt == null).OrderBy(f => f.UploadedAt).ToListAsync(cancellationToken);
        return new(draft, files, Today);
    }

    /// <summary>The villages of the draft's township, as choices.</summary>
    public IReadOnlyList<Choice> Villages(DraftView view) => [.. divisions.Villages(view.Draft.DivisionCode).Select(v => new Choice(v.Code, v.Name))];

    public string VillageName(string? code) => code is null ? "" : divisions.Name(code);

    /// <summary>What the registry, the cases and the benefits say about the persons of the draft.</summary>
    public Task<IReadOnlyList<Duplicate>> DuplicatesAsync(DraftView view, CancellationToken cancellationToken) =>
        duplicates.FindAsync([.. view.Rows.Select(r => Typed.IdNumber(r.IdNumber, Today)?.Value).OfType<string>().Distinct()], view.Draft.Program, cancellationToken);

    /// <summary>Everything that needs the clerk, page by page.</summary>
    public IReadOnlyList<Finding> Findings(DraftView view, IReadOnlyList<Duplicate>? known = null) =>
    [
        .. ApplicantCheck.Of(view.Data, code => divisions.Find(code) is { } v && Division.TownshipOf(v.Code) == Division.TownshipOf(view.Draft.DivisionCode), Today),
        .. MembersCheck.Of(view.Data, Today),
        .. RecognitionCheck.Of(view.Data, Profile(view.Draft.Program), Today),
        .. EconomyCheck.Of(view.Data, Profile(view.Draft.Program)),
        .. MaterialsCheck.Of(view.Data, view.Draft.Program, view.Scanned, Today),
        .. DuplicateFindings.Of(view, known ?? [], Today),
    ];

    /// <summary>The calculation of what is known so far; null before anybody is named.</summary>
    public Assessment? Assess(string program, DraftData data)
    {
        var facts = DraftFacts.Of(data, Today);
        return facts.Members.Count == 0 || facts.Members[0].Relation != "head" ? null : cases.Assess(program, facts);
    }
}

/// <summary>A draft as the pages see it.</summary>
internal sealed record DraftView(ApplicationDraft Draft, IReadOnlyList<StoredFile> Files, DateOnly Today)
{
    public Guid Id => Draft.Id;

    public DraftData Data => Draft.Data;

    public IReadOnlyList<MemberForm> Rows { get; } = DraftFacts.Rows(Draft.Data);

    /// <summary>Materials of which there is at least one scan.</summary>
    public IReadOnlySet<string> Scanned { get; } = Files.Select(f => f.Subject).ToHashSet();

    /// <summary>The family as choices for fields that ask whose something is.</summary>
    public IReadOnlyList<Choice> People => [.. Rows.Select(r => new Choice(r.Key!, Typed.Text(r.Name) ?? "未填姓名的成员"))];
}
