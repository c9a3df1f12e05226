namespace SocialAssistance.Cases.Intake.Forms;

/// <summary>Page 1 as typed: everything is text, so that wrong values are kept too.</summary>
internal sealed class ApplicantForm
{
    /// <summary>Code of the programme (救助类型); decides which facts the pages after this one ask for.</summary>
    public string? Program { get; set; }

    public string? IdNumber { get; set; }

    public string? NoIdReason { get; set; }

    public string? BirthDate { get; set; }

    public string? Sex { get; set; }

    public string? Name { get; set; }

    public string? Phone { get; set; }

    public string? Village { get; set; }

    public string? Address { get; set; }

    /// <summary>Lives elsewhere than registered (人户分离).</summary>
    public bool LivesElsewhere { get; set; }

    public string? Residence { get; set; }

    public string? Area { get; set; }

    public string? Channel { get; set; }

    public bool RegisteredPoverty { get; set; }

    /// <summary>Why this person, who belongs to another household, applies here.</summary>
    public string? OtherHousehold { get; set; }

    public bool RelativeOfOfficial { get; set; }

    public string? OfficialName { get; set; }

    public string? OfficialRelation { get; set; }

    public string? OfficialPost { get; set; }

    public string? OfficialNote { get; set; }
}
