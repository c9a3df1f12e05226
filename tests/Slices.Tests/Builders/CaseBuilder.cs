using Microsoft.Extensions.DependencyInjection;
using SocialAssistance.Cases.CaseFiles;
using SocialAssistance.Cases.Data;
using SocialAssistance.Cases.Materials;
using SocialAssistance.Cases.Opinions;
using SocialAssistance.Contracts.Accounts;
using SocialAssistance.Contracts.Cases;
using SocialAssistance.Contracts.Households;
using SocialAssistance.Contracts.Standards;
using SocialAssistance.Platform.Data;

namespace SocialAssistance.Slices.Tests.Builders;

/// <summary>Puts a case of a synthetic family at a stage, through the module's own classes and today's clock.</summary>
internal sealed class CaseBuilder(App app)
{
    private static int _number;

    /// <summary>The village; that of the demonstration's assistant unless changed.</summary>
    public string Division { get; init; } = DemoAccounts.Village;

    public CaseFacts Facts { get; init; } = Families.Three();

    public string Program { get; init; } = "minimum-living";

    public bool RelativeOfOfficial { get; init; }

    /// <summary>Account that took the case in.</summary>
    public string AcceptedBy { get; init; } = "clerk";

    /// <summary>Makes the case and moves it to this stage.</summary>
    public Task<Guid> At(string stage) => app.Run(async services =>
    {
        var db = services.GetRequiredService<CasesDb>();
        var desk = services.GetRequiredService<CaseDesk>();
        var clerk = DemoAccounts.Of(AcceptedBy);
        var id = Guid.CreateVersion7();
        await services.GetRequiredService<UnitOfWork>().RunAsync(async () =>
        {
            var registered = await services.GetRequiredService<IHouseholds>().RegisterAsync(Division, Facts, desk.Today);
            var (facts, head) = (registered.Facts, registered.Facts.Members[0]);
            var file = new CaseFile
            {
                Id = id, Number = $"SQ-TEST-{Interlocked.Increment(ref _number):0000}", Program = Program, DivisionCode = Division, HouseholdId = registered.HouseholdId,
                ApplicantName = head.Name, ApplicantIdNumber = head.IdNumber, ApplicantPhone = head.Phone, MemberCount = facts.Members.Count, Area = facts.Area, AcceptedOn = desk.Today,
                DueOn = services.GetRequiredService<IWorkingCalendar>().Add(desk.Today, desk.Limit(Program).Value), RelativeOfOfficial = RelativeOfOfficial, AcceptedBy = clerk.Id, AcceptedByName = clerk.Name,
            };
            file.Accept(desk.Today);
            db.Add(file);
            db.AddRange(facts.Members.Select(m => new CasePerson { CaseId = id, PersonId = m.PersonId, IdNumber = m.IdNumber, Name = m.Name, Relation = m.Relation }));
            db.AddRange(facts.Members.Where(m => Ages.On(m.BirthDate, desk.Today) >= 18).Select(m => new Authorisation { CaseId = id, PersonId = m.PersonId, Name = m.Name, Status = "signed", SignedOn = desk.Today }));
            var record = desk.Learn(file, facts, "declared", null);
            desk.Tell(file, "accepted", $"受理，编号 {file.Number}");
            MoveTo(stage, db, desk, file, record, clerk);
            await db.SaveChangesAsync();
        });
        return id;
    });

    private static void MoveTo(string stage, CasesDb db, CaseDesk desk, CaseFile file, DeterminationRecord record, DemoAccount clerk)
    {
        if (stage is Stages.Investigating)
        {
            return;
        }

        file.CompleteVerification(desk.Today);
        file.CompleteVisit(desk.Today);
        if (stage is Stages.Opinion)
        {
            return;
        }

        db.Add(new CaseOpinion
        {
            Id = Guid.CreateVersion7(), CaseId = file.Id, Recommendation = "confirm", Reason = "建议确认：收入和财产符合规定", DeterminationId = record.Id, MonthlyAmount = record.MonthlyAmount,
            PersonsCovered = file.MemberCount, GivenBy = clerk.Id, GivenByName = clerk.Name, GivenAt = record.MadeAt,
        });
        file.Move(stage, desk.Today);
    }
}
