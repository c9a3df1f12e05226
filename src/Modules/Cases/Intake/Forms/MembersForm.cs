using System.Text.Json.Serialization;
using SocialAssistance.Contracts.Cases;

namespace SocialAssistance.Cases.Intake.Forms;

/// <summary>Page 2 as typed. The applicant is the first row; name and number come from page 1.</summary>
internal sealed class MembersForm
{
    public List<MemberForm> Members { get; set; } = [];

    /// <summary>Ground for covering only some of the household; empty covers all.</summary>
    public string? PartialGround { get; set; }
}

internal sealed class MemberForm
{
    /// <summary>Names the row for the pages after it; given by the server.</summary>
    public string? Key { get; set; }

    public string? Relation { get; set; }

    public string? Name { get; set; }

    public string? IdNumber { get; set; }

    public string? NoIdReason { get; set; }

    public string? BirthDate { get; set; }

    public string? Sex { get; set; }

    public bool LivesTogether { get; set; } = true;

    public string? Absence { get; set; }

    public bool Dependent { get; set; }

    public string? EducationStage { get; set; }

    public string? DisabilityCategory { get; set; }

    public string? DisabilityGrade { get; set; }

    public bool SeriousIllness { get; set; }

    public bool Employed { get; set; }

    public bool FullAllowance { get; set; }

    public bool AppliesAlone { get; set; }

    public bool Supported { get; set; }

    public string? OtherHousehold { get; set; }

    public string? DisabilityUntil { get; set; }

    public bool WorkInjuryNursing { get; set; }

    public string? PovertyGround { get; set; }

    public string? Obligor { get; set; }

    /// <summary>The person's own property is above the rule.</summary>
    public bool OwnPropertyAbove { get; set; }

    public string? CareSetting { get; set; }

    public bool CannotEat { get; set; }

    public bool CannotDress { get; set; }

    public bool CannotGetUp { get; set; }

    public bool CannotUseToilet { get; set; }

    public bool CannotWalk { get; set; }

    public bool CannotBathe { get; set; }

    /// <summary>Who assessed self-care; without it nothing was assessed.</summary>
    public string? AssessedBy { get; set; }

    public string? AssessedOn { get; set; }

    public string? Father { get; set; }

    public string? Mother { get; set; }

    public bool HivInfected { get; set; }

    public bool Retrenched { get; set; }

    /// <summary>The items of self-care the person cannot do, by code, in the order of the assessment.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Failed =>
        [.. CaseVocabulary.SelfCareItems.Keys.Zip([CannotEat, CannotDress, CannotGetUp, CannotUseToilet, CannotWalk, CannotBathe]).Where(i => i.Second).Select(i => i.First)];

    /// <summary>Whether any circumstance of the fold is filled, so that it opens.</summary>
    [JsonIgnore]
    public bool HasRecognition => PovertyGround is not null || Father is not null || Mother is not null || HivInfected || Retrenched || WorkInjuryNursing;

    /// <summary>The same row under the applicant's name, which stands on page 1.</summary>
    public MemberForm As(ApplicantForm applicant, string key)
    {
        var row = (MemberForm)MemberwiseClone();
        (row.Key, row.Relation, row.LivesTogether) = (key, "head", true);
        (row.Name, row.IdNumber, row.NoIdReason, row.BirthDate, row.Sex, row.OtherHousehold) =
            (applicant.Name, applicant.IdNumber, applicant.NoIdReason, applicant.BirthDate, applicant.Sex, applicant.OtherHousehold);
        return row;
    }

    /// <summary>A row nobody wrote in: the form always offers one.</summary>
    [JsonIgnore]
    public bool IsBlank => Relation != "head" && string.IsNullOrWhiteSpace(Name + IdNumber + Relation + BirthDate + NoIdReason);
}
