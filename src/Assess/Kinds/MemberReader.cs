using System.Collections.Immutable;
using SocialAssistance.Assess.Requests;
using SocialAssistance.Rules.Households;
using SocialAssistance.Rules.Standards;

namespace SocialAssistance.Assess.Kinds;

/// <summary>Reads and checks one member of a household.</summary>
internal static class MemberReader
{
    private static readonly FieldSet MemberFields = new(
        "id", "birthDate", "relation", "livesTogether", "dependent", "absence", "disability", "seriousIllness", "specialHardship",
        "employed", "supportedByParentsOrSiblings", "appliesAlone", "ownPropertyWithinLimit", "allowanceClass", "jobRefusals",
        "workInjuryNursing", "statuses", "careSetting", "extremePovertyGround", "selfCareItemsFailed", "education", "income");

    private static readonly FieldSet DisabilityFields = new("category", "grade", "validUntil");
    private static readonly FieldSet EducationFields = new("stage", "enrolled", "admissionNotice", "suspended");
    private static readonly FieldSet IncomeFields = new("type", "amount", "period");

    public static Member Read(RequestReader member, DateOnly lastBirth)
    {
        member.Only(MemberFields);
        var statuses = ReadStatuses(member, "statuses", 10);
        return new()
        {
            Id = member.Identifier("id"),
            BirthDate = ReadBirth(member, lastBirth),
            Relation = member.Enum<Relation>("relation"),
            LivesTogether = member.Boolean("livesTogether", true),
            Dependent = member.Boolean("dependent", false),
            Absence = member.Enum("absence", Absence.None),
            Disability = ReadDisability(member),
            SeriousIllness = member.Boolean("seriousIllness", false),
            SpecialHardship = member.Boolean("specialHardship", false),
            Employed = member.Boolean("employed", false),
            SupportedByParentsOrSiblings = member.Boolean("supportedByParentsOrSiblings", false),
            AppliesAlone = member.Boolean("appliesAlone", false),
            OwnPropertyWithinLimit = member.Boolean("ownPropertyWithinLimit", true),
            AllowanceClass = member.Enum("allowanceClass", AllowanceClass.Difference),
            JobRefusals = member.Integer("jobRefusals", 0, 100, 0),
            WorkInjuryNursing = member.Boolean("workInjuryNursing", false),
            Statuses = statuses,
            CareSetting = member.Enum("careSetting", CareSetting.Scattered),
            ExtremePovertyGround = Required(member, "extremePovertyGround", statuses, member.FindEnum<ExtremePovertyGround>("extremePovertyGround")),
            SelfCareItemsFailed = Required(member, "selfCareItemsFailed", statuses, member.Find("selfCareItemsFailed")?.Integer(0, 6)),
            Education = member.FindObject("education") is { } education ? ReadEducation(education) : null,
            Income = ReadIncome(member),
        };
    }

    /// <summary>The birth date; <c>future-birth</c> after the last day that counts.</summary>
    public static DateOnly ReadBirth(RequestReader member, DateOnly lastBirth)
    {
        var birth = member.Date("birthDate");
        return birth <= lastBirth ? birth : throw member.ErrorAt("birthDate", ErrorCode.FutureBirth, "born after the month computed");
    }

    public static ImmutableArray<PersonStatus> ReadStatuses(RequestReader member, string field, int max)
    {
        var list = member.ListOrEmpty(field, max);
        if (list.Count == 0)
        {
            return [];
        }

        var statuses = ImmutableArray.CreateBuilder<PersonStatus>(list.Count);
        foreach (var item in list)
        {
            statuses.Add(item.Enum<PersonStatus>());
        }

        return statuses.MoveToImmutable();
    }

    public static Disability? ReadDisability(RequestReader owner)
    {
        if (owner.FindObject("disability") is not { } disability)
        {
            return null;
        }

        disability.Only(DisabilityFields);
        return new(disability.Enum<DisabilityCategory>("category"), disability.Integer("grade", 1, 4), disability.FindDate("validUntil"));
    }

    private static T? Required<T>(RequestReader member, string field, ImmutableArray<PersonStatus> statuses, T? value)
        where T : struct => value is null && statuses.Contains(PersonStatus.ExtremePoverty)
            ? throw member.ErrorAt(field, ErrorCode.MissingField, "required with the status extreme-poverty")
            : value;

    private static Education ReadEducation(RequestReader education)
    {
        education.Only(EducationFields);
        return new(
            education.Enum<EducationStage>("stage"),
            education.Boolean("enrolled"),
            education.Boolean("admissionNotice", false),
            education.Boolean("suspended", false));
    }

    private static ImmutableArray<Income> ReadIncome(RequestReader member)
    {
        var list = member.ListOrEmpty("income", 50);
        if (list.Count == 0)
        {
            return [];
        }

        var incomes = ImmutableArray.CreateBuilder<Income>(list.Count);
        foreach (var item in list)
        {
            var income = item.Object();
            income.Only(IncomeFields);
            incomes.Add(new(income.Enum<IncomeType>("type"), income.Money("amount"), income.Enum<Period>("period")));
        }

        return incomes.MoveToImmutable();
    }
}
