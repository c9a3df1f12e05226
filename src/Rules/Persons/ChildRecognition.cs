using SocialAssistance.Rules.Households;

namespace SocialAssistance.Rules.Persons;

/// <summary>What became of a parent (父母情况), as the recognition of children knows it.</summary>
public enum ParentState
{
    Able, Dead, Untraceable, DeclaredMissing, SeverelyDisabled, SeriouslyIll, Imprisoned, CompulsoryRehabilitation, Restricted, LostContact, CustodyRevoked, Deported,
}

/// <summary>
/// Which child is recognised as what: an orphan has lost both parents or none can be found (国办发〔2010〕54号 一); a
/// de-facto-unattended child has two parents who cannot care, or one of them dead or missing
/// (民发〔2019〕62号 一, 民发〔2020〕125号 一).
/// </summary>
public static class ChildRecognition
{
    /// <summary>Recognised until this age (周岁).</summary>
    public const int AgeLimit = 18;

    /// <summary>The recognition, or null while a parent is able or unknown.</summary>
    public static PersonStatus? Of(ParentState? father, ParentState? mother) => (father, mother) switch
    {
        (null or ParentState.Able, _) or (_, null or ParentState.Able) => null,
        (ParentState.Dead or ParentState.Untraceable, ParentState.Dead or ParentState.Untraceable) => PersonStatus.Orphan,
        _ => PersonStatus.DeFactoUnattendedChild,
    };

    /// <summary>The document and article of a recognition.</summary>
    public static string Source(PersonStatus status) => status == PersonStatus.Orphan ? "国办发〔2010〕54号 一" : "民发〔2019〕62号 一";
}
