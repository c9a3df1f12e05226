using System.Globalization;
using SocialAssistance.Cases.Intake.Forms;
using SocialAssistance.Contracts.Cases;

namespace SocialAssistance.Cases.Intake.Drafts;

/// <summary>
/// What a draft says so far, as facts of a determination. Unreadable values are left out, so that the meter can run while
/// a page is half filled; an acceptance happens only when nothing is unreadable.
/// </summary>
internal static class DraftFacts
{
    public static CaseFacts Of(DraftData data, DateOnly today)
    {
        var members = Rows(data).Where(r => Typed.Text(r.Name) is not null || Typed.Text(r.IdNumber) is not null).ToArray();
        var keys = members.ToDictionary(m => m.Key!, m => Guid.Parse(m.Key!, CultureInfo.InvariantCulture));
        return new()
        {
            Area = data.Applicant.Area is "urban" ? "urban" : "rural",
            Address = Typed.Text(data.Applicant.LivesElsewhere ? data.Applicant.Residence : data.Applicant.Address) ?? "",
            RegisteredPoverty = data.Applicant.RegisteredPoverty,
            PropertyLimit = Known(CaseVocabulary.PropertyLimits, data.Economy.PropertyLimit),
            Members = [.. members.Select(m => Member(m, data, today))],
            Expenditures = [.. data.Economy.Outgoings.Where(o => !o.IsBlank).Select(o => Outgoing(o, keys)).OfType<ExpenditureFacts>()],
            Property = data.Economy.NoProperty ? [] : [.. data.Economy.Property.Select(Property).OfType<PropertyFacts>()],
            Payee = Payee(data, members),
        };
    }

    /// <summary>Every member with the applicant first, whose name and number stand on page 1.</summary>
    public static IReadOnlyList<MemberForm> Rows(DraftData data)
    {
        var rows = data.Members.Members.Where(m => m.Relation != "head" && !m.IsBlank && m.Key is not null).ToList();
        rows.Insert(0, Head(data));
        return rows;
    }

    private static MemberForm Head(DraftData data) =>
        (data.Members.Members.FirstOrDefault(m => m.Relation == "head") ?? new MemberForm()).As(data.Applicant, data.HeadKey);

    private static MemberFacts Member(MemberForm row, DraftData data, DateOnly today)
    {
        var number = Typed.IdNumber(row.IdNumber, today);
        return new()
        {
            PersonId = Guid.Parse(row.Key!, CultureInfo.InvariantCulture),
            Name = Typed.Text(row.Name) ?? "",
            IdNumber = number?.Value,
            NoIdNumberReason = number is null ? Known(IntakeWords.NoIdReasons, row.NoIdReason) : null,
            // The meter needs some age while the number is still being typed; 30 is an adult without any rule of its own.
            BirthDate = number?.BirthDate ?? Typed.Day(row.BirthDate) ?? today.AddYears(-30),
            Male = number?.Male ?? row.Sex == "male",
            Phone = row.Relation == "head" ? Typed.Digits(data.Applicant.Phone) : null,
            Relation = Known(CaseVocabulary.Relations, row.Relation) ?? "other-relative",
            LivesTogether = row.LivesTogether,
            Dependent = row.Dependent,
            Absence = Known(CaseVocabulary.Absences, row.Absence) ?? "none",
            DisabilityCategory = Known(CaseVocabulary.DisabilityCategories, row.DisabilityCategory),
            DisabilityGrade = Known(CaseVocabulary.DisabilityCategories, row.DisabilityCategory) is not null && int.TryParse(row.DisabilityGrade, CultureInfo.InvariantCulture, out var grade) ? grade : null,
            DisabilityValidUntil = Typed.Day(row.DisabilityUntil),
            SeriousIllness = row.SeriousIllness,
            Employed = row.Employed,
            AppliesAlone = row.AppliesAlone,
            SupportedByParentsOrSiblings = row.Supported,
            AllowanceClass = row.FullAllowance ? "full" : "difference",
            EducationStage = Known(CaseVocabulary.EducationStages, row.EducationStage),
            Enrolled = Known(CaseVocabulary.EducationStages, row.EducationStage) is not null,
            ExtremePovertyGround = Known(CaseVocabulary.ExtremePovertyGrounds, row.PovertyGround),
            SupportObligor = Known(CaseVocabulary.SupportObligors, row.Obligor),
            SelfCare = Typed.Text(row.AssessedBy) is { } by && Typed.Day(row.AssessedOn) is { } on ? new(row.Failed, by, on) : null,
            CareSetting = row.CareSetting is "institutional" ? "institutional" : "scattered",
            OwnPropertyWithinLimit = !row.OwnPropertyAbove,
            Father = Known(CaseVocabulary.ParentStates, row.Father),
            Mother = Known(CaseVocabulary.ParentStates, row.Mother),
            HivInfected = row.HivInfected,
            RetrenchedWorker = row.Retrenched,
            WorkInjuryNursing = row.WorkInjuryNursing,
            Income = [.. data.Economy.Income.Where(i => !i.IsBlank && i.Member == row.Key).Select(Income).OfType<IncomeFacts>()],
        };
    }

    private static IncomeFacts? Income(IncomeForm row) =>
        Known(CaseVocabulary.IncomeTypes, row.Type) is { } type && (Typed.Text(row.Amount) is null || Typed.Amount(row.Amount) is not null)
            ? new(type, Typed.Amount(row.Amount), Period(row.Period), Typed.Text(row.Note))
            : null;

    private static ExpenditureFacts? Outgoing(OutgoingForm row, Dictionary<string, Guid> keys) =>
        Known(CaseVocabulary.ExpenditureTypes, row.Type) is { } type && Typed.Amount(row.Amount) is { } amount
            ? new(type, amount, Period(row.Period), row.Member is not null && keys.TryGetValue(row.Member, out var person) ? person : null, Typed.Text(row.Note))
            : null;

    private static PropertyFacts? Property(PropertyForm row) =>
        Known(CaseVocabulary.PropertyKinds, row.Kind) is { } kind && Typed.Amount(row.Value) is { } value && value > 0 ? new(kind, value, Typed.Text(row.Note)) : null;

    private static PayeeFacts? Payee(DraftData data, IReadOnlyList<MemberForm> members) =>
        Typed.Text(data.Economy.Bank) is { } bank && Typed.Digits(data.Economy.Account) is { } account
            && members.FirstOrDefault(m => m.Key == (data.Economy.PayeeMember ?? data.HeadKey)) is { Name: { } holder }
            ? new(Typed.Text(holder) ?? "", bank, account)
            : null;

    private static string Period(string? period) => period is "year" ? "year" : "month";

    private static string? Known(IReadOnlyDictionary<string, string> words, string? code) => code is not null && words.ContainsKey(code) ? code : null;
}
