using System.Collections.Immutable;
using SocialAssistance.Contracts.Cases;
using SocialAssistance.Contracts.Programs;
using SocialAssistance.Rules.Determinations;
using SocialAssistance.Rules.Households;
using SocialAssistance.Rules.Standards;
using SocialAssistance.Rules.Timelines;
using SocialAssistance.Rules.Values;

namespace SocialAssistance.Programs;

/// <summary>Brings the history of a case to the core's timeline and the answer back in words.</summary>
internal sealed class Projection(BenefitHistory history, ProgramDefinition definition, Func<BenefitMonth, MonthFigures> figures)
{
    [ThreadStatic]
    private static TimelineBench? _bench;

    private readonly Dictionary<string, MemberFacts> _people = history.Facts.OrderBy(f => f.From).ThenBy(f => f.Number)
        .SelectMany(f => f.Facts.Members).GroupBy(m => m.PersonId).ToDictionary(g => FactsMapping.Key(g.Key), g => g.Last());

    public BenefitProjection Run(ProjectionContext context, Func<HouseholdMonthResult, CaseFacts, Screening, string, Assessment> answer)
    {
        var request = Request(context.Through);
        var projected = context.Explains
            ? BenefitTimeline.Explain(request, figures, history.Start)
            : BenefitTimeline.Project(request, figures, _bench ??= new());
        ImmutableArray<TimelineMonth> own = [.. projected.Select(Own)];
        var decided = TimelineRevision.Decided(own, history.Decided);
        return new(
            context.Explains ? [.. decided.Select(m => Month(m, context.PolicyCode, answer))] : [],
            [.. TimelineRevision.Spans(decided).Select(Span)],
            decided.FirstOrDefault(m => m.Awaits)?.Month,
            own.IsEmpty ? 0 : Money.FromFen(own[^1].Lines.Sum(line => line.Amount.Fen)).Yuan);
    }

    private TimelineRequest Request(BenefitMonth through) => new()
    {
        Start = history.Start, Through = through, ConfirmedOn = history.ConfirmedOn, Benefits = Choices<Benefit>.Of([.. definition.Benefits, Benefit.EmergencyUplift]), Interruptions = [.. history.Interruptions],
        Households = [.. history.Facts.Select(f => new DatedHousehold(f.From, f.Number, Household(f)) { ReviewDue = f.ReviewDue })],
        Events = [.. history.Events.Select(Event)],
    };

    private Household Household(DatedFacts dated) => FactsMapping.Household(
        definition.Screen(dated.Facts, figures(dated.From)).Facts, definition.Profile.MeansTested ? PropertyStanding.WithinAllowanceLimit : PropertyStanding.AboveLimits);

    // The uplift follows the benefit it lifts (HM-23); without a line of his own somebody's uplift is another programme's.
    private static TimelineMonth Own(TimelineMonth month) => !month.Lines.Any(line => line.Benefit == Benefit.EmergencyUplift)
        ? month
        : month with { Lines = [.. month.Lines.Where(line => line.Benefit != Benefit.EmergencyUplift || month.Lines.Any(own => own.Benefit != Benefit.EmergencyUplift && (own.Member == line.Member || own.Member is null)))] };

    private static HouseholdEvent Event(CaseEvent e) => new()
    {
        Type = FactsMapping.Word<EventType>(e.Type), Date = e.Date, Member = e.PersonId is { } id ? FactsMapping.Key(id) : null,
        Area = e.Area is { } area ? FactsMapping.Word<Area>(area) : null, DecidedOn = e.DecidedOn,
    };

    private ProjectedMonth Month(TimelineMonth month, string policyCode, Func<HouseholdMonthResult, CaseFacts, Screening, string, Assessment> answer)
    {
        var facts = history.Facts.Where(f => f.From <= month.Month).OrderBy(f => f.From).ThenBy(f => f.Number).Last().Facts;
        return new(
            month.Month, month.Phase, Name(month), [.. month.Lines.Select(Amount)], Reason(month),
            month.Result is { } result ? answer(result, facts, definition.Screen(facts, figures(month.Month)), policyCode) : null, month.Awaits);
    }

    private AssessedAmount Amount(Entitlement line) => new(
        Person(line.Member), NameOf(line.Member), Vocabulary.Word(line.Benefit), Wording.Of(line.Benefit), line.Amount.Yuan, Vocabulary.Word(line.Basis), Wording.Of(line.Basis));

    private BenefitSpan Span(TimelineSpan span) => new(
        Person(span.Member), NameOf(span.Member), span.Member is { } m ? _people[m].IdNumber : null, Vocabulary.Word(span.Benefit), span.Amount.Yuan, Vocabulary.Word(span.Basis), span.From, span.Last);

    private string NameOf(string? member) => member is { } known ? _people[known].Name : history.Facts[0].Facts.Members[0].Name;

    private static Guid? Person(string? member) => member is null ? null : Guid.ParseExact(member, "N");

    private static string Name(TimelineMonth month) => month switch
    {
        { Awaits: true } => "等待决定，按原待遇",
        { Phase: TimelinePhase.EmploymentPhaseOut, PhaseOut: { } p } => $"就业渐退 第 {p.Month} 个月（共 {p.Months} 个月）",
        { Phase: TimelinePhase.DeathPhaseOut, PhaseOut: { } p } => $"死亡渐退 第 {p.Month} 个月（共 {p.Months} 个月）",
        { Phase: TimelinePhase.EmploymentPhaseOut } => "就业渐退",
        { Phase: TimelinePhase.DeathPhaseOut } => "死亡渐退",
        { Phase: TimelinePhase.Held } => "核查期内不变",
        { Phase: TimelinePhase.Suspended } => "暂停",
        { Phase: TimelinePhase.Ended } => "终止",
        { Phase: TimelinePhase.Undetermined } => "未能测算",
        _ => "正常",
    };

    private static string? Reason(TimelineMonth month) =>
        month.Decision ?? (month.EndedBy is { } refusal ? Wording.Of(refusal) : month.Missing.IsEmpty ? null : $"缺少标准：{string.Join('、', month.Missing.Select(Named))}");

    private static string Named(string key) => ParameterCatalogue.All.FirstOrDefault(p => p.Key == key)?.Name ?? key;
}
