using System.Collections.Immutable;
using SocialAssistance.Assess.Answers;
using SocialAssistance.Assess.Requests;
using SocialAssistance.Rules.Determinations;
using SocialAssistance.Rules.Households;
using SocialAssistance.Rules.Persons;
using SocialAssistance.Rules.Standards;
using SocialAssistance.Rules.Values;

namespace SocialAssistance.Assess.Kinds.Entitlements;

/// <summary>Disabled persons (EN-50) and children (EN-60): the person rules of the household month for one person (D-66).</summary>
internal static class PersonTopics
{
    private const string Person = "person";
    private static readonly FieldSet DisabilityFields = new(
        "area", "householdClass", "singlePersonRecipient", "disability", "programme", "workInjuryNursing", "disabledOrphanCare");
    private static readonly FieldSet ChildFields = new(
        "area", "birthDate", "statuses", "careSetting", "disability", "selfCareItemsFailed", "receivesAllowance");
    private static readonly string[] Classes = ["minimum-living-allowance", "margin", "expenditure-hardship", "none"];
    private static readonly string[] Programmes = ["extreme-poverty", "orphan", "de-facto-unattended-child", "hiv-infected-child"];
    private static readonly DateOnly UnknownBirth = new(1900, 1, 1);

    public static void Disability(RequestReader given, BenefitMonth month, PolicyContext policy, AnswerWriter answer)
    {
        given.Only(DisabilityFields);
        Vocabulary<HouseholdClass>.TryParse(given["householdClass"].Word(Classes), out var household);
        PersonStatus? programme = given.Find("programme") is { } recognised ? ReadStatus(recognised) : null;
        given.Object("disability");
        var person = new Member
        {
            Id = Person,
            Name = "本人",
            BirthDate = UnknownBirth,
            Relation = Relation.Head,
            Disability = MemberReader.ReadDisability(given),
            WorkInjuryNursing = given.Boolean("workInjuryNursing", false),
        };
        var covered = given.Boolean("singlePersonRecipient", false) || household == HouseholdClass.MinimumLivingAllowance;
        var orphanCare = given.Boolean("disabledOrphanCare", false);
        var figures = new HouseholdMonthFigures(policy.Figures, month, given.Enum<Area>("area"));
        var sheet = new Worksheet();
        Write(PersonMonth.OfDisabled(person, household, covered, programme, orphanCare, figures, sheet), sheet, answer);
    }

    public static void Children(RequestReader given, BenefitMonth month, PolicyContext policy, AnswerWriter answer)
    {
        given.Only(ChildFields);
        var birthDate = given.Date("birthDate");
        if (birthDate > month.LastDay)
        {
            throw given.ErrorAt("birthDate", ErrorCode.FutureBirth, "born after the month computed");
        }

        var statuses = ImmutableArray.CreateBuilder<PersonStatus>();
        foreach (var item in given.List("statuses", 10, 1))
        {
            statuses.Add(ReadStatus(item));
        }

        var failed = given.Find("selfCareItemsFailed")?.Integer(0, 6);
        if (failed is null && statuses.Contains(PersonStatus.ExtremePoverty))
        {
            throw given.ErrorAt("selfCareItemsFailed", ErrorCode.MissingField, "required with extreme poverty");
        }

        var person = new Member
        {
            Id = Person,
            Name = "本人",
            BirthDate = birthDate,
            Relation = Relation.Head,
            Statuses = statuses.ToImmutable(),
            CareSetting = given.Enum("careSetting", CareSetting.Scattered),
            Disability = MemberReader.ReadDisability(given),
            SelfCareItemsFailed = failed,
        };
        var receives = given.Boolean("receivesAllowance", false);
        var figures = new HouseholdMonthFigures(policy.Figures, month, given.Enum<Area>("area"));
        var sheet = new Worksheet();
        Write(PersonMonth.OfRecognised(person, receives, figures, sheet), sheet, answer);
    }

    private static PersonStatus ReadStatus(RequestValue value)
    {
        Vocabulary<PersonStatus>.TryParse(value.Word(Programmes), out var status);
        return status;
    }

    private static void Write(PersonMonthResult result, Worksheet sheet, AnswerWriter answer)
    {
        BenefitLists.Write(result.Entitlements, result.Refusals, answer);
        answer.Money("total", result.Total);
        answer.Warnings(result.Warnings);
        answer.Steps(sheet.Steps.Count > 0 ? sheet.Steps : [new Step("个人待遇", "逐项核对", "没有应发待遇", "EN-50")]);
    }
}
