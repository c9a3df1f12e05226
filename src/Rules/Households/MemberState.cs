using SocialAssistance.Rules.Determinations;

namespace SocialAssistance.Rules.Households;

/// <summary>The basic-living programme (基本生活保障) a person is on, if any (HM-24).</summary>
internal enum Programme { None, ExtremePoverty, Orphan, DeFactoUnattendedChild, HivInfectedChild }

/// <summary>What the calculation has found out about one member so far.</summary>
internal struct MemberState
{
    public Member Facts;

    /// <summary>Completed years on the last day of the month before (HM-00).</summary>
    public int Age;

    public bool Present;
    public bool Counted;

    /// <summary>Counted and on no other programme: may receive the allowance.</summary>
    public bool Payable;

    /// <summary>Has the allowance in force already (HM-06).</summary>
    public bool Recipient;

    public bool CertificateValid;
    public bool Severe;

    /// <summary>Valid certificate, grade 3, intellectual or mental.</summary>
    public bool Grade3;

    public Programme Programme;

    /// <summary>The standing allowance line of this member; -1 is none.</summary>
    public long StandingFen;

    /// <summary>The standing category supplement; -1 is none.</summary>
    public long StandingSupplementFen;

    /// <summary>The frozen amount of a running phase-out; -1 is none.</summary>
    public long FrozenFen;

    /// <summary>Counted income, twelfths of a fen per month.</summary>
    public long CountedTwelfths;

    /// <summary>Counted wages, twelfths of a fen per month.</summary>
    public long WageTwelfths;

    /// <summary>Employment cost deducted, in <see cref="Values.Exact"/>.</summary>
    public Int128 EmploymentCost;

    /// <summary>The member's own allowance line; -1 is none.</summary>
    public long LineFen;

    public Basis LineBasis;

    /// <summary>The line, or the household's line, was frozen or unchanged before a death line replaced it (HM-22).</summary>
    public bool LineIsFrozen;

    public Basis FrozenBasis;

    /// <summary>Receives the allowance, by a line of his own or of the household.</summary>
    public bool Covered;

    public bool HasExtremePovertyBasic;
    public bool HasDisabledOrphanCare;

    public readonly bool HasLine => LineFen >= 0;

    /// <summary>Imprisoned and missing persons get no person benefits (D-37).</summary>
    public readonly bool IsBeyondCare => Facts.Absence is Absence.Imprisoned or Absence.DeclaredMissing;
}
