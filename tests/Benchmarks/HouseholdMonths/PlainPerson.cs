using SocialAssistance.Rules.Determinations;
using SocialAssistance.Rules.Households;

namespace SocialAssistance.Benchmarks.HouseholdMonths;

internal enum PlainProgramme { None, ExtremePoverty, Orphan, DeFacto, Hiv }

/// <summary>What the plain loop knows of one person; amounts in yuan, -1 is none.</summary>
internal struct PlainPerson
{
    public Member Facts;
    public int Age;
    public bool Present, Counted, Payable, Recipient, Valid, Severe, Grade3, Covered, Frozen, OrphanCare;
    public PlainProgramme Programme;
    public decimal Standing, StandingSupplement, FrozenAmount, Line;

    /// <summary>Counted income of twelve months.</summary>
    public decimal Yearly;

    public Basis LineBasis;

    public readonly bool BeyondCare => Facts.Absence is Absence.Imprisoned or Absence.DeclaredMissing;
}

internal readonly record struct PlainLine(int Member, Benefit Benefit, decimal Amount, Basis Basis);

internal readonly record struct PlainRefusal(int Member, Benefit Benefit, RefusalReason Reason);

internal readonly record struct PlainWarning(string Code, string? Key, int Member, decimal Value);
