using SocialAssistance.Cases.CaseFiles;
using SocialAssistance.Cases.Reviews;
using SocialAssistance.Contracts.Cases;
using SocialAssistance.Contracts.Programs;
using SocialAssistance.Rules.Timelines;
using SocialAssistance.Rules.Values;

namespace SocialAssistance.Cases.Changes;

/// <summary>
/// Folds the confirmed facts and the changes into the history a timeline follows from. Pure; the changes may come in any
/// order.
/// </summary>
internal static class HistoryBuilder
{
    // Nobody looks at income and property for these; the review stays due when it was.
    private static readonly HashSet<string> Unexamined = [ChangeKinds.Moved, ChangeKinds.Head, ChangeKinds.Suspend, ChangeKinds.Resume];

    /// <param name="file">The case, in benefit or ended.</param>
    /// <param name="confirmed">The facts that were confirmed.</param>
    /// <param name="changes">Confirmed changes, and one under discussion; superseded ones are left out here.</param>
    /// <param name="monthOf">First month in which a change decided on a day counts.</param>
    /// <param name="today">Day on which a change under discussion would be decided.</param>
    /// <param name="reviews">Reviews that were done and the rule for the next; null: nothing is locked.</param>
    public static BenefitHistory Build(
        CaseFile file, CaseFacts confirmed, IEnumerable<BenefitChange> changes, Func<DateOnly, BenefitMonth> monthOf, DateOnly today, ReviewCourse? reviews = null) =>
        Build(BenefitMonth.Of(file.StartMonth!.Value), file.DecidedOn, confirmed, changes, monthOf, today, reviews);

    /// <summary>The same for a case of which only the first month and the day of confirmation were read.</summary>
    public static BenefitHistory Build(
        BenefitMonth start, DateOnly? confirmedOn, CaseFacts confirmed, IEnumerable<BenefitChange> changes, Func<DateOnly, BenefitMonth> monthOf, DateOnly today, ReviewCourse? reviews = null)
    {
        var counted = Counted(changes, start, monthOf, today);
        return new()
        {
            Start = start, ConfirmedOn = confirmedOn,
            Decided = counted.Select(c => c.Month).Append(start).ToHashSet(),
            Facts = [.. Facts(start, confirmedOn, confirmed, counted, monthOf, reviews ?? ReviewCourse.None)],
            Events = [.. counted.Where(c => ChangeKinds.Find(c.Change.Kind)?.Event is not null).Select(c => Event(c.Change, c.Decided))],
            Interruptions = [.. Interruptions(counted)],
        };
    }

    /// <summary>Where the family is looked after now, and moves that were decided and have not begun; the file follows a move with its month.</summary>
    public static (string Now, IReadOnlyList<MoveAhead> Ahead) Places(BenefitMonth start, string divisionCode, IEnumerable<BenefitChange> changes, Func<DateOnly, BenefitMonth> monthOf, DateOnly today)
    {
        var moves = Counted(changes, start, monthOf, today).Where(c => c.Change.NewDivision is not null).Select(c => new MoveAhead(c.Month, c.Change.NewDivision!)).ToLookup(m => m.From <= BenefitMonth.Of(today));
        return (moves[true].LastOrDefault()?.DivisionCode ?? divisionCode, [.. moves[false]]);
    }

    /// <summary>First month that differs: a death by its own date, everything else by its decision.</summary>
    public static BenefitMonth MonthOf(BenefitChange change, DateOnly decided, Func<DateOnly, BenefitMonth> monthOf) =>
        change.Kind == ChangeKinds.Death ? BenefitMonth.Of(change.HappenedOn).AddMonths(1) : monthOf(decided);

    private static (BenefitChange Change, DateOnly Decided, BenefitMonth Month)[] Counted(IEnumerable<BenefitChange> changes, BenefitMonth start, Func<DateOnly, BenefitMonth> monthOf, DateOnly today)
    {
        var all = changes.ToList();
        var replaced = all.Select(c => c.Supersedes).OfType<Guid>().ToHashSet();
        return
        [
            .. all.Where(c => !replaced.Contains(c.Id)).Select(c => (Change: c, Decided: c.CountsFrom ?? c.CountsAsDecidedOn ?? today))
                .Select(c => (c.Change, c.Decided, Month: Later(MonthOf(c.Change, c.Decided, monthOf), start)))
                .OrderBy(c => c.Month).ThenBy(c => c.Change.HappenedOn).ThenBy(c => c.Change.Id),
        ];
    }

    // Facts are dated by the changes of their month; whoever looks at the family again dates them anew, changed or not (HM-07).
    private static IEnumerable<DatedFacts> Facts(
        BenefitMonth start, DateOnly? confirmedOn, CaseFacts confirmed, (BenefitChange Change, DateOnly Decided, BenefitMonth Month)[] changes, Func<DateOnly, BenefitMonth> monthOf, ReviewCourse reviews)
    {
        var looks = changes.Where(c => !Unexamined.Contains(c.Change.Kind)).Select(c => (c.Month, Day: c.Decided)).Concat(reviews.Done.Select(day => (Month: Later(monthOf(day), start), Day: day))).ToArray();
        var patched = changes.Where(c => c.Change.Patch != FactPatch.None).ToLookup(c => c.Month);
        var (facts, number) = (confirmed, 1);
        yield return new(start, number, facts, Due(start));
        foreach (var month in patched.Select(p => p.Key).Concat(looks.Select(l => l.Month)).Distinct().OrderBy(m => m.Index))
        {
            facts = patched[month].Aggregate(facts, (known, c) => c.Change.Patch.Apply(known));
            number += patched[month].Any() ? 1 : 0;
            if (month != start || patched[month].Any())
            {
                yield return new(month, number, facts, Due(month));
            }
        }

        DateOnly? Due(BenefitMonth month) => confirmedOn is not { } first ? null
            : reviews.Due(Present(facts, changes, month), looks.Where(l => l.Month <= month).Select(l => l.Day).Append(first).Max());
    }

    private static CaseFacts Present(CaseFacts facts, (BenefitChange Change, DateOnly Decided, BenefitMonth Month)[] changes, BenefitMonth month)
    {
        var gone = changes.Where(c => c.Month <= month && c.Change.Kind is ChangeKinds.Death or ChangeKinds.Left).Select(c => c.Change.PersonId).ToHashSet();
        return gone.Count == 0 ? facts : facts with { Members = [.. facts.Members.Where(m => !gone.Contains(m.PersonId))] };
    }

    private static CaseEvent Event(BenefitChange change, DateOnly decided)
    {
        var kind = ChangeKinds.Find(change.Kind)!;
        var type = change.Kind == ChangeKinds.Income && change.Patch is { Employed: true } ? "earnings-rise" : kind.Event!;
        return new(type, change.HappenedOn, change.PersonId, change.Patch.Area, decided < change.HappenedOn ? change.HappenedOn : decided);
    }

    private static IEnumerable<Interruption> Interruptions((BenefitChange Change, DateOnly Decided, BenefitMonth Month)[] changes)
    {
        foreach (var (change, _, month) in changes)
        {
            var reason = change.Note is { } note ? $"{ChangeKinds.Name(change.Kind)}：{note}" : ChangeKinds.Name(change.Kind);
            if (change.Kind is ChangeKinds.Exit or ChangeKinds.Stop)
            {
                yield return new(InterruptionKind.Ended, month, null, reason);
            }
            else if (change.Kind == ChangeKinds.Suspend)
            {
                var back = changes.Where(c => c.Change.Kind == ChangeKinds.Resume && c.Month > month).Select(c => (BenefitMonth?)c.Month).FirstOrDefault();
                yield return new(InterruptionKind.Suspended, month, back?.AddMonths(-1), reason);
            }
        }
    }

    private static BenefitMonth Later(BenefitMonth a, BenefitMonth b) => a > b ? a : b;
}
