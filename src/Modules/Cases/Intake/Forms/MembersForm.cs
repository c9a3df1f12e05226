using System.Text.Json.Serialization;

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

    /// <summary>A row nobody wrote in: the form always offers one.</summary>
    [JsonIgnore]
    public bool IsBlank => Relation != "head" && string.IsNullOrWhiteSpace(Name + IdNumber + Relation + BirthDate + NoIdReason);
}
