using MediatR;
using SocialAssistance.Contracts.Programs;
using SocialAssistance.Rules.Values;

namespace SocialAssistance.Contracts.Cases;

/// <summary>
/// What a case pays was decided anew from a month on. Handled in the same transaction: open entitlements end, the differences
/// are appended, and what is due minus what was paid follows by itself. Lines that are the same as before may come along.
/// A loss without a ground that allows it is refused by an exception and by the database.
/// </summary>
/// <param name="CaseId">The case.</param>
/// <param name="CaseNumber">Its number.</param>
/// <param name="HouseholdId">The household.</param>
/// <param name="DivisionCode">Where the household is looked after now; moves that are still ahead stand in <see cref="Moves"/>.</param>
/// <param name="Program">Code of the programme.</param>
/// <param name="HeadName">Head of the household.</param>
/// <param name="Area">Urban or rural.</param>
/// <param name="From">First month that is decided anew.</param>
/// <param name="Lines">What is due from then on; stretches that begin earlier are cut.</param>
/// <param name="Deaths">Last month of each person who died.</param>
/// <param name="Cause">Cause code of the roster's preview: <c>members</c>, <c>income</c>, <c>standard</c>, <c>added</c> or <c>stopped</c>.</param>
/// <param name="Reason">What happened, for lists.</param>
/// <param name="Explanation">Why it is that amount, in one line.</param>
/// <param name="DeterminationId">The determination behind it.</param>
/// <param name="Ground">What allows somebody to lose by it; see <see cref="RevisionGrounds"/>.</param>
/// <param name="HearingId">The recorded hearing, with the ground <c>hearing</c>.</param>
public sealed record BenefitTimelineRevised(
    Guid CaseId, string CaseNumber, Guid HouseholdId, string DivisionCode, string Program, string HeadName, string Area, BenefitMonth From,
    IReadOnlyList<BenefitSpan> Lines, IReadOnlyDictionary<Guid, BenefitMonth> Deaths, string Cause, string Reason, string Explanation, Guid DeterminationId,
    string Ground = RevisionGrounds.NoLoss, Guid? HearingId = null) : INotification
{
    /// <summary>Moves that were decided and have not begun, in order: until then the township of now pays.</summary>
    public IReadOnlyList<MoveAhead> Moves { get; init; } = [];

    /// <summary>The village that answers for a month.</summary>
    public string PlaceIn(BenefitMonth month) => Moves.LastOrDefault(m => m.From <= month)?.DivisionCode ?? DivisionCode;
}

/// <summary>From a month on another village looks after the household.</summary>
/// <param name="From">First month there.</param>
/// <param name="DivisionCode">The village.</param>
public sealed record MoveAhead(BenefitMonth From, string DivisionCode);

/// <summary>Why a benefit may be ended or lowered (社会救助法 第四十八条).</summary>
public static class RevisionGrounds
{
    /// <summary>Nobody gets less; another row takes over.</summary>
    public const string NoLoss = "no-loss";

    /// <summary>听取意见: the person was heard, the reply period is over or waived.</summary>
    public const string Hearing = "hearing";

    /// <summary>死亡: only what the dead person got ends.</summary>
    public const string Death = "death";

    /// <summary>自愿退出.</summary>
    public const string VoluntaryExit = "voluntary-exit";

    /// <summary>确认撤回 before any money was sealed.</summary>
    public const string Withdrawn = "withdrawn";

    /// <summary>标准施行前撤销: a raise for months ahead goes back to what was recorded before it.</summary>
    public const string NotInForce = "not-in-force";
}

/// <summary>Somebody would get less and was not heard.</summary>
public sealed class HearingMissingException(string caseNumber) : InvalidOperationException($"Case {caseNumber} would lose benefits without a recorded hearing.");
