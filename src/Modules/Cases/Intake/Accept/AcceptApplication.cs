using MediatR;
using Microsoft.EntityFrameworkCore;
using SocialAssistance.Cases.CaseFiles;
using SocialAssistance.Cases.Data;
using SocialAssistance.Cases.Intake.Checks;
using SocialAssistance.Cases.Intake.Drafts;
using SocialAssistance.Cases.Intake.Forms;
using SocialAssistance.Cases.Materials;
using SocialAssistance.Cases.Supplements;
using SocialAssistance.Contracts.Cases;
using SocialAssistance.Contracts.Households;
using SocialAssistance.Contracts.Standards;
using SocialAssistance.Platform.Data;
using SocialAssistance.Platform.Messaging;
using SocialAssistance.Platform.Security;

namespace SocialAssistance.Cases.Intake.Accept;

/// <summary>
/// Makes a case of a draft (受理). With papers missing, the applicant is told all of them at once and the clock rests.
/// Gives the case's identifier; a draft that is accepted already gives the same one again.
/// </summary>
internal sealed record AcceptApplication(Guid DraftId, bool Supplement) : ICommand<Guid>;

internal sealed class AcceptApplicationHandler(
    CasesDb db, UnitOfWork unitOfWork, DraftDesk drafts, CaseDesk desk, CaseNumbers numbers, SupplementDesk supplements,
    IHouseholds households, IWorkingCalendar calendar, IAccess access, ICurrentUser user) : IRequestHandler<AcceptApplication, Result<Guid>>
{
    private static readonly Refusal Incomplete = new("incomplete", "还有必须修改的地方，请按下面列出的逐项改好后再受理");

    public async Task<Result<Guid>> Handle(AcceptApplication command, CancellationToken cancellationToken)
    {
        await unitOfWork.ExecuteAsync("select 1 from cases.application_drafts where id = $1 for update", [command.DraftId], cancellationToken);
        var draft = await db.ApplicationDrafts.FirstOrDefaultAsync(d => d.Id == command.DraftId, cancellationToken);
        if (draft is null || !draft.IsOpen)
        {
            return draft?.CaseId is { } earlier ? earlier : IntakeRefusals.Closed;
        }

        var view = (await drafts.OpenAsync(draft.Id, cancellationToken))!;
        var village = view.Data.Applicant.Village ?? "";
        if (!access.Allows("cases.accept", village, "draft"))
        {
            return IntakeRefusals.NotAllowed(access.WhoCan("cases.accept"));
        }

        await LockPersonsAsync(view, cancellationToken);
        if (drafts.Findings(view, await drafts.DuplicatesAsync(view, cancellationToken)).FirstOrDefault(f => f.Blocks) is { } blocking)
        {
            return Incomplete with { Message = $"{Incomplete.Message}：{blocking.Message}" };
        }

        var missing = MaterialsCheck.Missing(view.Data, draft.Program, view.Scanned, desk.Today);
        if (missing.Count > 0 && !command.Supplement)
        {
            return new Refusal("papers-missing", $"还缺 {missing.Count} 份材料：{string.Join('、', missing.Select(m => m.Title))}。请补收后再受理，或者一次性告知补正");
        }

        var (file, facts) = await OpenCaseAsync(draft, view, village, cancellationToken);
        await KeepPapersAsync(file, view, facts.Members, cancellationToken);
        if (missing.Count > 0)
        {
            supplements.Tell(file, [.. missing.Select(m => new SupplementItem(m.Code, m.Title, m.Hint))], [.. MaterialsCheck.Materials(view.Data, draft.Program, view.Scanned, desk.Today).Select(m => m.Rule.Code)]);
        }

        (draft.CaseId, draft.UpdatedByName) = (file.Id, user.Name);
        draft.Version++;
        await db.SaveChangesAsync(cancellationToken);
        return file.Id;
    }

    private async Task<(CaseFile File, CaseFacts Facts)> OpenCaseAsync(ApplicationDraft draft, DraftView view, string village, CancellationToken cancellationToken)
    {
        var declared = DraftFacts.Of(view.Data, desk.Today);
        var registered = await households.RegisterAsync(village, declared, desk.Today, cancellationToken);
        var facts = WithPersons(declared, registered.Facts);
        var head = facts.Members[0];
        var limit = desk.Limit(draft.Program);
        var file = new CaseFile
        {
            Id = Guid.CreateVersion7(), Number = await numbers.NextAsync(cancellationToken), Program = draft.Program, DivisionCode = village, HouseholdId = registered.HouseholdId,
            ApplicantName = head.Name, ApplicantIdNumber = head.IdNumber, ApplicantPhone = head.Phone, MemberCount = facts.Members.Count, Area = facts.Area,
            AcceptedOn = desk.Today, DueOn = calendar.Add(desk.Today, limit.Value), RelativeOfOfficial = view.Data.Applicant.RelativeOfOfficial,
            AcceptedBy = user.Id ?? Guid.Empty, AcceptedByName = user.Name,
        };
        file.Accept(desk.Today);
        db.Add(file);
        db.AddRange(facts.Members.Select(m => new CasePerson { CaseId = file.Id, PersonId = m.PersonId, IdNumber = m.IdNumber, Name = m.Name, Relation = m.Relation }));
        desk.Learn(file, facts, "declared", view.Data.Members.PartialGround is { } ground ? IntakeWords.Of(IntakeWords.PartialGrounds, ground) : null);
        desk.Tell(file, "accepted", $"受理，编号 {file.Number}，应在 {file.DueOn:yyyy-MM-dd} 前办结（{limit.Value} 个工作日，{limit.Source}）");
        foreach (var (row, member) in view.Rows.Zip(facts.Members).Where(p => p.First.OtherHousehold is not null))
        {
            desk.Tell(file, "other-household", $"{member.Name}原登记在其他家庭，处理方式：{IntakeWords.Of(IntakeWords.OtherHouseholdReasons, row.OtherHousehold)}");
        }

        if (file.RelativeOfOfficial)
        {
            var form = view.Data.Applicant;
            db.Add(new RelativeDeclaration { CaseId = file.Id, OfficialName = Typed.Text(form.OfficialName)!, Relation = form.OfficialRelation!, Post = Typed.Text(form.OfficialPost)!, Note = Typed.Text(form.OfficialNote) });
            desk.Tell(file, "relative", $"近亲属备案：{Typed.Text(form.OfficialName)}（{Typed.Text(form.OfficialPost)}），县级须入户调查（民发〔2021〕57号 第二十条）");
        }

        return (file, facts);
    }

    private async Task KeepPapersAsync(CaseFile file, DraftView view, IReadOnlyList<MemberFacts> members, CancellationToken cancellationToken)
    {
        var persons = view.Rows.Zip(members).ToDictionary(p => p.First.Key!, p => p.Second);
        foreach (var (person, form) in MaterialsCheck.Authorisations(view.Data, desk.Today))
        {
            var member = persons[person.Key!];
            db.Add(new Authorisation { CaseId = file.Id, PersonId = member.PersonId, Name = member.Name, Status = form.Status!, Guardian = Typed.Text(form.Guardian), SignedOn = desk.Today });
        }

        foreach (var material in MaterialsCheck.Materials(view.Data, file.Program, view.Scanned, desk.Today))
        {
            db.Add(new CaseMaterial
            {
                CaseId = file.Id, Code = material.Rule.Code, Title = material.Rule.Title, Status = material.Status, Reason = Typed.Text(material.Form.Reason),
                ReceivedOn = material.Status == MaterialStatus.Received ? desk.Today : null,
            });
        }

        foreach (var scan in await db.StoredFiles.Where(f => f.DraftId == view.Id).ToListAsync(cancellationToken))
        {
            scan.CaseId = file.Id;
        }
    }

    // Two windows accepting the same person at the same moment: the second waits and then sees the first one's case.
    private Task LockPersonsAsync(DraftView view, CancellationToken cancellationToken)
    {
        var numbers = view.Rows.Select(r => IdentityNumber.Normalize(r.IdNumber)).Where(n => n.Length == 18).Distinct().ToArray();
        return unitOfWork.ExecuteAsync("select pg_advisory_xact_lock(570057, key) from (select distinct hashtext(n) as key from unnest($1::text[]) n order by 1) keys", [numbers], cancellationToken);
    }

    // The registry knows some persons already and gives them back under their own identifiers.
    private static CaseFacts WithPersons(CaseFacts declared, CaseFacts registered)
    {
        var ids = declared.Members.Zip(registered.Members).ToDictionary(p => p.First.PersonId, p => p.Second.PersonId);
        return registered with { Expenditures = [.. declared.Expenditures.Select(e => e with { PersonId = e.PersonId is { } id ? ids[id] : null })] };
    }
}
