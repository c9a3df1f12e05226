using SocialAssistance.Cases.CaseFiles;
using SocialAssistance.Cases.Changes;
using SocialAssistance.Contracts.Accounts;
using SocialAssistance.Cases.Reviews;
using SocialAssistance.Contracts.Cases;
using SocialAssistance.Contracts.Demo;
using SocialAssistance.Contracts.Programs;
using SocialAssistance.Contracts.Standards;
using SocialAssistance.Rules.Values;

namespace SocialAssistance.Cases.Demo;

/// <summary>A change of the demonstration with its consequences.</summary>
internal sealed record DemoChange(DemoFamily Family, BenefitChange Change, DateOnly Decided, BenefitMonth Effective, CaseFacts Facts, ProjectedMonth Before, ProjectedMonth After, BenefitMonth? Ends, Guid DeterminationId);

/// <summary>
/// What happened to families in benefit during the last twelve months: deaths, births, pay, leaving school, leaving home,
/// lost work, suspensions and exits. Drawn from the case's own identifier, so that the same county comes out every time.
/// </summary>
internal sealed class DemoChanges(IEnumerable<IAssistanceProgram> programs, ReviewRhythm rhythm, ICountySettings county)
{
    private static readonly DemoAccount Clerk = DemoAccounts.Of("clerk");
    private const int OneOf = 5;

    /// <summary>The changes of a family, oldest first; most families have none.</summary>
    public IReadOnlyList<DemoChange> Of(DemoFamily family, DateOnly today)
    {
        var source = new SeededSource(BitConverter.ToInt32(family.CaseId.ToByteArray(), 12));
        if (family.Stage != Stages.InBenefit || family.DecidedOn is not { } decided || family.Program != "minimum-living" || source.Below(OneOf) > 0 || decided > today.AddMonths(-3) || decided < today.AddMonths(-30))
        {
            return [];
        }

        var first = decided.AddMonths(1) > today.AddMonths(-12) ? decided.AddMonths(1) : today.AddMonths(-12);
        var happened = first.AddDays(source.Below(Math.Max(1, today.DayNumber - first.DayNumber - 30)));
        var settled = happened.AddDays(source.Between(6, 24));
        return Draw(source, family, happened, settled) is { } change ? [.. Consequences(family, change, settled, source, today)] : [];
    }

    /// <summary>What the family is due, with its changes.</summary>
    public IReadOnlyList<BenefitSpan> Spans(DemoFamily family, IReadOnlyList<DemoChange> changes, DateOnly today) =>
        Program(family).Project(History(family, changes.Select(c => c.Change), today), new(county.PolicyCode, BenefitMonth.Of(today).AddMonths(ChangeDesk.MonthsAhead), Explains: false)).Spans;

    private IEnumerable<DemoChange> Consequences(DemoFamily family, BenefitChange change, DateOnly decided, SeededSource source, DateOnly today)
    {
        var context = new ProjectionContext(county.PolicyCode, BenefitMonth.Of(today).AddMonths(ChangeDesk.MonthsAhead));
        var history = History(family, [change], today);
        var (before, after) = (Program(family).Project(History(family, [], today), context), Program(family).Project(history, context));
        var from = before.Months.Zip(after.Months).Where(p => !p.First.Amounts.SequenceEqual(p.Second.Amounts)).Select(p => (BenefitMonth?)p.First.Month).FirstOrDefault();
        if (from is not { } month || after.Months.First(m => m.Month >= month).Assessment is null)
        {
            yield break;
        }

        var ends = after.Months.Where(m => m.Phase == Rules.Timelines.TimelinePhase.Ended).Select(m => (BenefitMonth?)m.Month).FirstOrDefault();
        if (ends is null)
        {
            yield return new(family, change, decided, month, history.Facts[^1].Facts, before.Months.First(m => m.Month >= month), after.Months.First(m => m.Month >= month), ends, source.Id(At(decided)));
        }
    }

    private static BenefitChange? Draw(SeededSource source, DemoFamily family, DateOnly happened, DateOnly decided)
    {
        var members = family.Facts.Members;
        var earner = members.FirstOrDefault(m => m.Income.Any(i => i is { Type: "wage", Amount: > 0 }));
        var pupil = members.FirstOrDefault(m => m is { EducationStage: "senior-high", Enrolled: true });
        var old = members.Skip(1).FirstOrDefault(m => m.BirthDate < happened.AddYears(-65));
        var young = members.FirstOrDefault(m => m is { Relation: "spouse", Male: false } && m.BirthDate > happened.AddYears(-42));
        BenefitChange Change(string kind, MemberFacts? member, FactPatch patch, string reporter) => new()
        {
            Id = source.Id(At(decided)), CaseId = family.CaseId, DivisionCode = family.DivisionCode, Kind = kind, PersonId = patch.Added?.PersonId ?? member?.PersonId, PersonName = patch.Added?.Name ?? member?.Name,
            HappenedOn = happened, KnownOn = happened.AddDays(3), ReportedBy = reporter, Patch = patch, CountsAsDecidedOn = decided,
            ProposedBy = Clerk.Id, ProposedByName = Clerk.Name, ProposedAt = At(decided.AddDays(-2)),
        };
        return source.Below(6) switch
        {
            0 when old is not null => Change("death", old, FactPatch.None, "村委会"),
            1 when young is not null => Change("birth", null, new() { Added = Newborn(source, members[0], happened) }, "本人"),
            2 when pupil is not null => Change("left-school", pupil, new() { PersonId = pupil.PersonId, LeavesSchool = true }, "本人"),
            3 when earner is not null => Change("lost-work", earner, new() { PersonId = earner.PersonId, Income = new("wage", 0m, "month"), Employed = false }, "本人"),
            _ when earner is not null => Change("income", earner, new() { PersonId = earner.PersonId, Income = new("wage", earner.Income.First(i => i.Type == "wage").Amount + 120m, "month", "工资提高") }, "信息核对"),
            _ => null,
        };
    }

    private static MemberFacts Newborn(SeededSource source, MemberFacts head, DateOnly born) => new()
    {
        PersonId = source.Id(At(born)), Name = head.Name[..1] + source.Of<string>(["小宝", "安安", "乐乐", "果果"]), NoIdNumberReason = "newborn", BirthDate = born, Male = source.Percent(50), Relation = "child",
    };

    private BenefitHistory History(DemoFamily family, IEnumerable<BenefitChange> changes, DateOnly today) => HistoryBuilder.Build(File(family), family.Facts, changes, county.ChangeMonth, today, rhythm.Of(family.Program, family.DivisionCode, [], [], today));

    private IAssistanceProgram Program(DemoFamily family) => programs.Single(p => p.Code == family.Program);

    private static CaseFile File(DemoFamily family)
    {
        var file = new CaseFile
        {
            Id = family.CaseId, Number = family.CaseNumber, Program = family.Program, DivisionCode = family.DivisionCode, HouseholdId = family.HouseholdId, ApplicantName = family.Head.Name,
            MemberCount = family.Facts.Members.Count, Area = family.Facts.Area, AcceptedOn = family.AcceptedOn, DueOn = family.AcceptedOn, AcceptedBy = Clerk.Id, AcceptedByName = Clerk.Name,
        };
        file.Confirm(family.DecidedOn!.Value, Clerk.Id, Clerk.Name, new DateOnly(family.DecidedOn.Value.Year, family.DecidedOn.Value.Month, 1).AddMonths(1));
        return file;
    }

    private static DateTimeOffset At(DateOnly day) => new DateTimeOffset(day, new TimeOnly(15, 0), TimeSpan.FromHours(8)).ToUniversalTime();
}
