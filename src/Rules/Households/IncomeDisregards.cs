using SocialAssistance.Rules.Standards;
using static SocialAssistance.Rules.Standards.ParameterCatalogue.Income;

namespace SocialAssistance.Rules.Households;

/// <summary>Which income types do not count, and which once did not (HM-08).</summary>
internal sealed class IncomeDisregards
{
    private static readonly Parameter<bool>[] Parameters =
    [
        Excluded.Wage, Excluded.Business, Excluded.Property, Excluded.Pension, Excluded.BasicPensionCentral,
        Excluded.SupportPayment, Excluded.OtherTransfer, Excluded.Other, Excluded.PreferentialPension,
        Excluded.FamilyPlanningReward, Excluded.Scholarship, Excluded.BraveryAward, Excluded.SocialAssistance,
        Excluded.DisabilitySubsidy, Excluded.ChildAllowance, Excluded.RetrenchedWorkerRelief, Excluded.OldAgeAllowance,
    ];

    private readonly Figure<bool>?[] _figures = new Figure<bool>?[Parameters.Length];
    private readonly bool[] _excluded = new bool[Parameters.Length];
    private readonly bool[] _ended = new bool[Parameters.Length];

    public IncomeDisregards(Resolver resolver, DateOnly day)
    {
        for (var i = 0; i < Parameters.Length; i++)
        {
            _figures[i] = resolver.Find(Parameters[i], day);
            _excluded[i] = _figures[i] is { Value: true };
            _ended[i] = !_excluded[i] && resolver.HasEnded(Parameters[i], day);
        }
    }

    public bool IsExcluded(IncomeType type) => _excluded[(int)type];

    /// <summary>Not excluded now, but an earlier known exclusion has ended before the month.</summary>
    public bool HasEnded(IncomeType type) => _ended[(int)type];

    public static string Key(IncomeType type) => Parameters[(int)type].Key;

    /// <summary>The figure that decides for the type, for citing; null where none is set.</summary>
    public Figure<bool>? Figure(IncomeType type) => _figures[(int)type];
}
