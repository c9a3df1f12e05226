using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SocialAssistance.Cases.CaseFiles;
using SocialAssistance.Cases.Intake.Accept;
using SocialAssistance.Cases.Intake.Checks;
using SocialAssistance.Cases.Intake.Drafts;
using SocialAssistance.Cases.Intake.Forms;
using SocialAssistance.Cases.Materials;
using SocialAssistance.Contracts.Cases;
using SocialAssistance.Contracts.Households;
using SocialAssistance.Contracts.Programs;
using SocialAssistance.Contracts.Standards;
using SocialAssistance.Platform.Audit;
using SocialAssistance.Platform.Messaging;
using SocialAssistance.Platform.Security;
using SocialAssistance.Platform.TagHelpers;

namespace SocialAssistance.Cases.Intake;

/// <summary>受理 5: everything once more, what it comes to, by when it will be decided; then the clock starts.</summary>
[Allow("cases.intake")]
internal sealed class CheckPageModel(DraftDesk desk, CaseDesk cases, IWorkingCalendar calendar, IMediator mediator, IAuditTrail audit) : PageModel
{
    private IReadOnlyList<Finding> _findings = [];

    public DraftView View { get; private set; } = null!;

    public DraftFrame Frame => new(View, IntakeStep.Check, _findings, 0, Guid.Empty);

    public IReadOnlyList<Finding> Blocking => [.. _findings.Where(f => f.Blocks)];

    public IReadOnlyList<Finding> Notes => [.. _findings.Where(f => !f.Blocks)];

    public IReadOnlyList<MaterialRule> Missing => MaterialsCheck.Missing(View.Data, View.Draft.Program, View.Scanned, View.Today);

    public IReadOnlyList<MaterialState> Materials => MaterialsCheck.Materials(View.Data, View.Draft.Program, View.Scanned, View.Today);

    public IReadOnlyList<(MemberForm Person, AuthorisationForm Form)> Authorisations => MaterialsCheck.Authorisations(View.Data, View.Today);

    public CountyNumber Limit => cases.Limit(View.Draft.Program);

    public DateOnly Promised => calendar.Add(View.Today, Limit.Value);

    public string Village => desk.VillageName(View.Data.Applicant.Village);

    public DeterminationTable? Determination => desk.Assess(View.Draft.Program, View.Data) is { } a
        ? new([.. a.Steps.Select(s => new ExplainStep(s.Label, s.Formula, s.Result, s.Source))], $"按填写的情况测算，每月 {Show.Money(a.MonthlyAmount)} 元，以核对结果为准。", a.Counterfactuals, $"测算月份 {a.Month}")
        : null;

    /// <summary>What a programme that looks at persons still wants to know.</summary>
    public IReadOnlyList<string> Open => desk.Assess(View.Draft.Program, View.Data) is { MeansTested: false } a ? a.Warnings : [];

    public IReadOnlyList<OtherBenefit> Others => desk.Assess(View.Draft.Program, View.Data)?.Others ?? [];

    public IEnumerable<string> IncomeLines => View.Data.Economy.Income.Where(i => !i.IsBlank).Select(i =>
        $"{Name(i.Member)} {IntakeWords.Of(CaseVocabulary.IncomeTypes, i.Type)} {i.Amount ?? "待核对"}{(i.Amount is null ? "" : i.Period is "year" ? " 元/年" : " 元/月")}");

    public IEnumerable<string> OutgoingLines => View.Data.Economy.Outgoings.Where(o => !o.IsBlank).Select(o =>
        $"{IntakeWords.Of(CaseVocabulary.ExpenditureTypes, o.Type)} {o.Amount}{(o.Period is "year" ? " 元/年" : " 元/月")}");

    public string PropertyLine => View.Data.Economy.NoProperty ? "均无" : string.Join('；', View.Data.Economy.Property.Where(p => Typed.Text(p.Value) is not null)
        .Select(p => $"{IntakeWords.Of(CaseVocabulary.PropertyKinds, p.Kind)} {p.Value}"));

    public string LinkTo(Finding finding) => $"{finding.Step.Url(View.Id)}?check=true{(finding.Field.Length == 0 ? "" : "#" + TagBuilder.CreateSanitizedId("Input." + finding.Field, "_"))}";

    public string Age(MemberForm row) => (Typed.IdNumber(row.IdNumber, View.Today)?.BirthDate ?? Typed.Day(row.BirthDate)) is { } born ? $"{Ages.On(born, View.Today)} 岁" : "";

    public static string Circumstances(MemberForm row) => string.Join('、', new[]
    {
        row.LivesTogether ? null : "不共同生活", row.EducationStage is { } stage ? IntakeWords.Of(CaseVocabulary.EducationStages, stage) + "在读" : null,
        row.DisabilityCategory is { } category ? IntakeWords.Of(CaseVocabulary.DisabilityCategories, category) + IntakeWords.Of(IntakeWords.Grades, row.DisabilityGrade) : null,
        row.PovertyGround is { } ground ? $"申请特困供养（{IntakeWords.Of(CaseVocabulary.ExtremePovertyGrounds, ground)}）" : null,
        row.Father is null && row.Mother is null ? null : $"父亲{IntakeWords.Of(CaseVocabulary.ParentStates, row.Father)}，母亲{IntakeWords.Of(CaseVocabulary.ParentStates, row.Mother)}",
        row.Retrenched ? "精简退职" : null,
        row.SeriousIllness ? "重病" : null, row.Employed ? "在业" : null, row.AppliesAlone ? "参照单人户" : null, row.FullAllowance ? "常补对象" : null,
    }.OfType<string>());

    public async Task<IActionResult> OnGetAsync(Guid draftId, CancellationToken cancellationToken)
    {
        if (await LoadAsync(draftId, cancellationToken) is { } elsewhere)
        {
            return elsewhere;
        }

        await audit.ViewedAsync("ApplicationDraft", draftId.ToString(), "核对受理登记", null, cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid draftId, string? then, CancellationToken cancellationToken)
    {
        var accepted = await mediator.Send(new AcceptApplication(draftId, then == "supplement"), cancellationToken);
        if (accepted.Refusal is not { } refusal)
        {
            return LocalRedirect($"/cases/{accepted.Value}/accepted");
        }

        return await LoadAsync(draftId, cancellationToken) ?? this.Refuse(refusal);
    }

    private string Name(string? key) => Typed.Text(View.Rows.FirstOrDefault(r => r.Key == key)?.Name) ?? "成员";

    private async Task<IActionResult?> LoadAsync(Guid draftId, CancellationToken cancellationToken)
    {
        if (await desk.OpenAsync(draftId, cancellationToken) is not { } view)
        {
            return NotFound();
        }

        if (!view.Draft.IsOpen)
        {
            return LocalRedirect(view.Draft.CaseId is { } caseId ? CaseLinks.File(caseId) : "/cases/intake");
        }

        View = view;
        _findings = desk.Findings(view, await desk.DuplicatesAsync(view, cancellationToken));
        return null;
    }
}
