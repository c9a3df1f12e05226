using System.Collections.Immutable;
using SocialAssistance.Rules.Standards;
using SocialAssistance.Rules.Values;

namespace SocialAssistance.Rules.Households;

/// <summary>Relation to the head of the household (户主); a child is one of the head or the spouse.</summary>
public enum Relation { Head, Spouse, Child, Parent, Grandparent, Grandchild, Sibling, OtherRelative, Unrelated }

/// <summary>Why a person does not live in the household for public reasons (M57 Art 7).</summary>
public enum Absence { None, Imprisoned, CompulsoryRehabilitation, DeclaredMissing, IndependentClergy }

/// <summary>常补 (full) or 非常补 (difference); only where a county distinguishes them (D-19).</summary>
public enum AllowanceClass { Difference, Full }

/// <summary>Recognitions in force (认定身份).</summary>
public enum PersonStatus { ExtremePoverty, Orphan, DeFactoUnattendedChild, HivInfectedChild, RetrenchedWorker }

/// <summary>Why a person was recognised as extremely poor (特困认定事由).</summary>
public enum ExtremePovertyGround { Elderly, Disabled, Minor }

/// <summary>Kinds of disability (残疾类别).</summary>
public enum DisabilityCategory { Visual, Hearing, Speech, Physical, Intellectual, Mental, Multiple }

/// <summary>A disability certificate: grade 1 (heaviest) to 4, and its last valid day.</summary>
public sealed record Disability(DisabilityCategory Category, int Grade, DateOnly? ValidUntil = null);

/// <summary>Schooling (在读情况).</summary>
public sealed record Education(EducationStage Stage, bool Enrolled, bool AdmissionNotice = false, bool Suspended = false);

/// <summary>One person of the household file, whether counted in the end or not.</summary>
public sealed record Member
{
    public required string Id { get; init; }

    /// <summary>Name for reading the working aloud; the id stands in where there is none.</summary>
    public string? Name { get; init; }

    public required DateOnly BirthDate
    {
        get;
        init
        {
            field = value;
            BirthMonth = BenefitMonth.Of(value);
        }
    }

    /// <summary>Ages by the month need no more of the birth date, and a batch asks for it often.</summary>
    internal BenefitMonth BirthMonth { get; private init; }

    public required Relation Relation { get; init; }

    public bool LivesTogether { get; init; } = true;

    /// <summary>An adult child unable to live independently (不能独立生活的成年子女).</summary>
    public bool Dependent { get; init; }

    public Absence Absence { get; init; }

    public Disability? Disability { get; init; }

    public bool SeriousIllness { get; init; }

    public bool SpecialHardship { get; init; }

    public bool Employed { get; init; }

    public bool SupportedByParentsOrSiblings { get; init; }

    /// <summary>The person asks to be covered alone (参照“单人户”纳入低保).</summary>
    public bool AppliesAlone { get; init; }

    public bool OwnPropertyWithinLimit { get; init; } = true;

    public AllowanceClass AllowanceClass { get; init; }

    /// <summary>Consecutive refusals of work without good reason.</summary>
    public int JobRefusals { get; init; }

    /// <summary>Already receives nursing from work-injury insurance.</summary>
    public bool WorkInjuryNursing { get; init; }

    public ImmutableArray<PersonStatus> Statuses { get; init; } = [];

    public CareSetting CareSetting { get; init; } = CareSetting.Scattered;

    /// <summary>Required with the status of extreme poverty.</summary>
    public ExtremePovertyGround? ExtremePovertyGround { get; init; }

    /// <summary>Items failed of the six of the self-care assessment; required with the status of extreme poverty.</summary>
    public int? SelfCareItemsFailed { get; init; }

    public Education? Education { get; init; }

    public ImmutableArray<Income> Income { get; init; } = [];

    /// <summary>How the person is called in the working.</summary>
    public string Called => Name ?? Id;
}
