using MediatR;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SocialAssistance.Cases.CaseFiles;
using SocialAssistance.Cases.Data;
using SocialAssistance.Cases.Materials;
using SocialAssistance.Cases.Steps;
using SocialAssistance.Contracts.Accounts;
using SocialAssistance.Contracts.Cases;
using SocialAssistance.Platform.Messaging;
using SocialAssistance.Platform.Security;
using SocialAssistance.Platform.TagHelpers;

namespace SocialAssistance.Cases.Changes;

/// <summary>登记变更 of one kind; a correction (更正) names the change whose place it takes.</summary>
[Allow("cases.change")]
internal sealed class NewChangeModel(CaseViewing viewing, CasesDb db, IMediator mediator, IDivisions divisions) : StepPage(viewing, db)
{
    private const string RelationField = "Relation.";

    [BindProperty(SupportsGet = true)]
    public string Kind { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public Guid? Supersedes { get; set; }

    [BindProperty]
    public ChangeInput Input { get; set; } = new();

    public ChangeKind Of { get; private set; } = ChangeKinds.All[0];

    public BenefitChange? Corrected { get; private set; }

    public IReadOnlyList<MemberFacts> People { get; private set; } = [];

    public IEnumerable<Choice> Members => People.Select(m => new Choice($"{m.PersonId}", m.Name, CaseVocabulary.Relations[m.Relation]));

    public IEnumerable<Choice> Relations => AllRelations.Where(r => r.Value != "head");

    public IEnumerable<Choice> AllRelations { get; } = CaseVocabulary.Relations.Select(r => new Choice(r.Key, r.Value));

    public IEnumerable<Choice> IncomeTypes { get; } = CaseVocabulary.IncomeTypes.Select(r => new Choice(r.Key, r.Value));

    public IEnumerable<Choice> PropertyLimits { get; } = CaseVocabulary.PropertyLimits.Select(r => new Choice(r.Key, r.Value));

    public IEnumerable<Choice> Villages => divisions.Townships().SelectMany(t => divisions.Villages(t.Code).Select(v => new Choice(v.Code, $"{t.Name} {v.Name}")));

    protected override string Purpose => "登记变更";

    public string? RelationOf(MemberFacts member) => Request.HasFormContentType ? Request.Form[RelationField + member.PersonId].ToString() : null;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var evidence = new List<FileContent>();
        foreach (var file in Input.EvidenceFiles ?? [])
        {
            var (content, problem) = await FileContent.ReadAsync(file, cancellationToken);
            if (problem is not null)
            {
                ModelState.AddModelError("Input.EvidenceFiles", problem);
            }
            else
            {
                evidence.Add(content!);
            }
        }

        if (!ModelState.IsValid)
        {
            return await InvalidAsync(cancellationToken);
        }

        var result = await mediator.Send(
            new ProposeChange
            {
                CaseId = CaseId, Version = Version, Kind = Kind, PersonId = Input.PersonId, HappenedOn = Input.HappenedOn, KnownOn = Input.KnownOn, ReportedBy = Input.ReportedBy, Note = Input.Note,
                Name = Input.Name, IdNumber = Input.IdNumber, BirthDate = Input.BirthDate, Male = Input.Male, Relation = Input.Relation, IncomeType = Input.IncomeType, Amount = Input.Amount,
                Period = Input.Period, Village = Input.Village, Area = Input.Area, Address = Input.Address, PropertyLimit = Input.PropertyLimit, Relations = PostedRelations(),
                Supersedes = Supersedes, SupersedeReason = Input.SupersedeReason, Evidence = evidence,
            },
            cancellationToken);
        if (result.Refusal is { } refusal)
        {
            return await AgainAsync(refusal, cancellationToken);
        }

        this.Success($"已登记变更（{ChangeKinds.Name(Kind)}）。请核对下面的待遇变化，由负责人确认后生效。");
        return LocalRedirect(ChangeLinks.Show(CaseId, result.Value));
    }

    protected override async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (ChangeKinds.Find(Kind) is not { } kind)
        {
            return false;
        }

        Of = kind;
        People = (await Db.FactVersions.AsNoTracking().Where(v => v.CaseId == CaseId).OrderByDescending(v => v.Number).FirstAsync(cancellationToken)).Facts.Members;
        Corrected = Supersedes is { } id ? await Db.BenefitChanges.AsNoTracking().FirstOrDefaultAsync(c => c.Id == id && c.CaseId == CaseId, cancellationToken) : null;
        if (IsFirstView && Corrected is { } known)
        {
            Input = new() { PersonId = known.PersonId, HappenedOn = known.HappenedOn, KnownOn = known.KnownOn, ReportedBy = known.ReportedBy, Note = known.Note, Amount = known.Patch.Income?.Amount, IncomeType = known.Patch.Income?.Type, Period = known.Patch.Income?.Period };
        }

        return true;
    }

    private Dictionary<Guid, string> PostedRelations() => Request.Form.Keys.Where(k => k.StartsWith(RelationField, StringComparison.Ordinal))
        .Select(k => (Id: Guid.TryParse(k[RelationField.Length..], out var id) ? id : Guid.Empty, Relation: $"{Request.Form[k]}"))
        .Where(r => r.Id != Guid.Empty).ToDictionary(r => r.Id, r => r.Relation);
}

/// <summary>What is typed.</summary>
internal sealed class ChangeInput
{
    public Guid? PersonId { get; set; }

    public DateOnly? HappenedOn { get; set; }

    public DateOnly? KnownOn { get; set; }

    public string? ReportedBy { get; set; }

    public string? Note { get; set; }

    public string? Name { get; set; }

    public string? IdNumber { get; set; }

    public DateOnly? BirthDate { get; set; }

    public bool? Male { get; set; }

    public string? Relation { get; set; }

    public string? IncomeType { get; set; }

    public decimal? Amount { get; set; }

    public string? Period { get; set; }

    public string? Village { get; set; }

    public string? Area { get; set; }

    public string? Address { get; set; }

    public string? PropertyLimit { get; set; }

    public string? SupersedeReason { get; set; }

    public List<IFormFile>? EvidenceFiles { get; set; }
}
