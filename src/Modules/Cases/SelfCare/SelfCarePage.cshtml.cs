using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SocialAssistance.Cases.CaseFiles;
using SocialAssistance.Cases.Data;
using SocialAssistance.Cases.Steps;
using SocialAssistance.Contracts.Cases;
using SocialAssistance.Platform.Messaging;
using SocialAssistance.Platform.Security;
using SocialAssistance.Platform.TagHelpers;

namespace SocialAssistance.Cases.SelfCare;

/// <summary>自理能力评估: what the survey found of a person who applies for extreme-poverty support.</summary>
[Allow("cases.assess-self-care")]
internal sealed class SelfCarePageModel(CaseViewing viewing, CasesDb db, IMediator mediator, IAccess access, CaseDesk desk) : StepPage(viewing, db)
{
    [BindProperty]
    public SelfCareInput Input { get; set; } = new();

    public IReadOnlyList<MemberFacts> Applying { get; private set; } = [];

    public IReadOnlyList<Choice> People => [.. Applying.Select(m => new Choice(m.PersonId.ToString(), m.Name))];

    public bool CanRecord { get; private set; }

    protected override string Purpose => "自理能力评估";

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var result = await mediator.Send(
            new RecordSelfCare
            {
                CaseId = CaseId, Version = Version, PersonId = Input.PersonId, Failed = Input.Failed, AssessedBy = Input.AssessedBy, AssessedOn = Input.AssessedOn,
                Obligor = Input.Obligor, CareSetting = Input.CareSetting,
            },
            cancellationToken);
        return result.Refusal is { } refusal
            ? await AgainAsync(refusal, cancellationToken)
            : this.Done(CaseLinks.File(CaseId), $"评估已登记，测算每月 {Show.Money(result.Value)} 元。");
    }

    protected override async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        var file = await Db.CaseFiles.AsNoTracking().SingleAsync(c => c.Id == CaseId, cancellationToken);
        if (!desk.Profile(file.Program).Asks.HasFlag(SocialAssistance.Contracts.Programs.ProgramFacts.ExtremePoverty))
        {
            return false;
        }

        Applying = [.. (await desk.FactsAsync(file, cancellationToken)).Members.Where(m => m.ExtremePovertyGround is not null)];
        CanRecord = access.Allows("cases.assess-self-care", file.DivisionCode, file.Stage);
        if (IsFirstView && Applying is [var first, ..])
        {
            Input = SelfCareInput.Of(first);
        }

        return true;
    }
}

/// <summary>What is typed.</summary>
internal sealed class SelfCareInput
{
    public Guid? PersonId { get; set; }

    public bool CannotEat { get; set; }

    public bool CannotDress { get; set; }

    public bool CannotGetUp { get; set; }

    public bool CannotUseToilet { get; set; }

    public bool CannotWalk { get; set; }

    public bool CannotBathe { get; set; }

    public string? AssessedBy { get; set; }

    public DateOnly? AssessedOn { get; set; }

    public string? Obligor { get; set; }

    public string? CareSetting { get; set; }

    public IReadOnlyList<string> Failed =>
        [.. CaseVocabulary.SelfCareItems.Keys.Zip([CannotEat, CannotDress, CannotGetUp, CannotUseToilet, CannotWalk, CannotBathe]).Where(i => i.Second).Select(i => i.First)];

    public static SelfCareInput Of(MemberFacts m) => new()
    {
        PersonId = m.PersonId, Obligor = m.SupportObligor, CareSetting = m.CareSetting, AssessedBy = m.SelfCare?.AssessedBy, AssessedOn = m.SelfCare?.AssessedOn,
        CannotEat = Fails(m, "eating"), CannotDress = Fails(m, "dressing"), CannotGetUp = Fails(m, "getting-up"), CannotUseToilet = Fails(m, "toilet"), CannotWalk = Fails(m, "walking"), CannotBathe = Fails(m, "bathing"),
    };

    private static bool Fails(MemberFacts m, string item) => m.SelfCare?.Failed.Contains(item) == true;
}
