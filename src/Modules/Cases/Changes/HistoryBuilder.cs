using SocialAssistance.Cases.CaseFiles;
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
    /// <param name="file">The case, in benefit or ended.</param>
    /// <param name="confirmed">The facts that were confirmed.</param>
    /// <param name="changes">Confirmed changes, and one under discussion; superseded ones are left out here.</param>
    /// <param name="monthOf">First month in which a change decided on a day counts.</param>
    /// <param name="today">Day on which a change under discussion would be decided.</param>
    public static BenefitHistory Build(CaseFile file, CaseFacts confirmed, IEnumerable<BenefitChange> changes, Func<DateOnly, BenefitMonth> monthOf, DateOnly today) =>
        Build(BenefitMonth.Of(file.StartMonth!.Value), file.DecidedOn, confirmed, changes, monthOf, today);

    /// <summary>The same for a case of which only the first month and the day of confirmation were read.</summary>
    public static BenefitHistory Build(
        BenefitMonth start, DateOnly? confirmedOn, CaseFacts confirmed, IEnumerable<BenefitChange> changes, Func<DateOnly, BenefitMonth> monthOf, DateOnly today)
    {
        var all = changes.ToList();
        var replaced = all.Select(c => c.Supersedes).OfType<Guid>().ToHashSet();
        var counted = all.Where(c => !replaced.Contains(c.Id)).Select(c => (Change: c, Decided: c.CountsFrom ?? c.CountsAsDecidedOn ?? today))
            .Select(c => (c.Change, c.Decided, Month: Later(MonthOf(c.Change, c.Decided, monthOf), start)))
            .OrderBy(c => c.Month).ThenBy(c => c.Change.HappenedOn).ThenBy(c => c.Change.Id).ToArray();
        return new()
        {
            Start = start, ConfirmedOn = confirmedOn,
            DecidedThrough = counted.Aggregate(start, (latest, c) => Later(latest, c.Month)),
            Facts = [.. Facts(start, confirmed, counted)],
            Events = [.. counted.Where(c => ChangeKinds.Find(c.Change.Kind)?.Event is not null).Select(c => Event(c.Change, c.Decided))],
            Interruptions = [.. Interruptions(counted)],
        };
    }

    /// <summary>First month that differs: a death by its own date, everything else by its decision.</summary>
    public static BenefitMonth MonthOf(BenefitChange change, DateOnly decided, Func<DateOnly, BenefitMonth> monthOf) =>
        change.Kind == ChangeKinds.Death ? BenefitMonth.Of(change.HappenedOn).AddMonths(1) : monthOf(decided);

    private static IEnumerable<DatedFacts> Facts(BenefitMonth start, CaseFacts confirmed, (BenefitChange Change, DateOnly Decided, BenefitMonth Month)[] changes)
    {
        var facts = confirmed;
        var number = 1;
        yield return new(start, number, facts);
        foreach (var month in changes.Where(c => c.Change.Patch != FactPatch.None).GroupBy(c => c.Month))
        {
            facts = month.Aggregate(facts, (known, c) => c.Change.Patch.Apply(known));
            yield return new(month.Key, ++number, facts);
        }
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
