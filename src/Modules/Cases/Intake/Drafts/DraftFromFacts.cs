using System.Globalization;
using SocialAssistance.Cases.Intake.Forms;
using SocialAssistance.Contracts.Cases;

namespace SocialAssistance.Cases.Intake.Drafts;

/// <summary>The pages of a new application filled with what a case already knows of the family (带入), so that nobody asks twice.</summary>
internal static class DraftFromFacts
{
    public static DraftData Of(CaseFacts facts, string village)
    {
        var head = facts.Members[0];
        var payee = facts.Payee is { } p ? facts.Members.FirstOrDefault(m => m.Name == p.Holder) : null;
        return new()
        {
            HeadKey = Key(head),
            Applicant = new()
            {
                IdNumber = head.IdNumber, NoIdReason = head.NoIdNumberReason, BirthDate = head.IdNumber is null ? Day(head.BirthDate) : null, Sex = head.IdNumber is null ? Sex(head) : null,
                Name = head.Name, Phone = head.Phone, Village = village, Address = facts.Address, Area = facts.Area, Channel = "window", RegisteredPoverty = facts.RegisteredPoverty,
            },
            Members = new() { Members = [.. facts.Members.Select(Member)] },
            Economy = new()
            {
                Income = [.. facts.Members.SelectMany(m => m.Income.Select(i => new IncomeForm { Member = Key(m), Type = i.Type, Amount = Number(i.Amount), Period = i.Period, Note = i.Note }))],
                Outgoings = [.. facts.Expenditures.Select(e => new OutgoingForm { Member = e.PersonId?.ToString(), Type = e.Type, Amount = Number(e.Amount), Period = e.Period, Note = e.Note })],
                NoProperty = facts.Property.Count == 0,
                Property = [.. facts.Property.Select(x => new PropertyForm { Kind = x.Kind, Value = Number(x.Value), Note = x.Note })],
                PropertyLimit = facts.PropertyLimit, PayeeMember = payee is null ? null : Key(payee), Bank = facts.Payee?.Bank, Account = facts.Payee?.Account,
            },
        };
    }

    private static MemberForm Member(MemberFacts m) => new()
    {
        Key = Key(m), Relation = m.Relation, Name = m.Name, IdNumber = m.IdNumber, NoIdReason = m.NoIdNumberReason,
        BirthDate = m.IdNumber is null ? Day(m.BirthDate) : null, Sex = m.IdNumber is null ? Sex(m) : null,
        LivesTogether = m.LivesTogether, Absence = m.Absence == "none" ? null : m.Absence, Dependent = m.Dependent, EducationStage = m.EducationStage,
        DisabilityCategory = m.DisabilityCategory, DisabilityGrade = m.DisabilityGrade?.ToString(CultureInfo.InvariantCulture), DisabilityUntil = Day(m.DisabilityValidUntil),
        SeriousIllness = m.SeriousIllness, Employed = m.Employed, FullAllowance = m.AllowanceClass == "full", AppliesAlone = m.AppliesAlone, Supported = m.SupportedByParentsOrSiblings,
        WorkInjuryNursing = m.WorkInjuryNursing, PovertyGround = m.ExtremePovertyGround, Obligor = m.SupportObligor, OwnPropertyAbove = !m.OwnPropertyWithinLimit, CareSetting = m.CareSetting,
        CannotEat = Fails(m, "eating"), CannotDress = Fails(m, "dressing"), CannotGetUp = Fails(m, "getting-up"), CannotUseToilet = Fails(m, "toilet"), CannotWalk = Fails(m, "walking"), CannotBathe = Fails(m, "bathing"),
        AssessedBy = m.SelfCare?.AssessedBy, AssessedOn = Day(m.SelfCare?.AssessedOn), Father = m.Father, Mother = m.Mother, HivInfected = m.HivInfected, Retrenched = m.RetrenchedWorker,
    };

    private static bool Fails(MemberFacts m, string item) => m.SelfCare?.Failed.Contains(item) == true;

    private static string Key(MemberFacts m) => m.PersonId.ToString();

    private static string Sex(MemberFacts m) => m.Male ? "male" : "female";

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string? Number(decimal? amount) => amount?.ToString("0.##", CultureInfo.InvariantCulture);
}
