using System.Collections.Immutable;
using SocialAssistance.Rules.Determinations;
using SocialAssistance.Rules.Households;
using SocialAssistance.Rules.Transitions;
using SocialAssistance.Rules.Values;

namespace SocialAssistance.Rules.Timelines;

/// <summary>One household on its way through the months: what stands, and whether it has come to an end.</summary>
internal sealed class TimelineCourse
{
    private readonly TimelineRequest _request;
    private readonly MonthRun _run;
    private readonly ImmutableArray<DatedHousehold> _households;
    private ImmutableArray<HouseholdEvent> _events;
    private ImmutableArray<Entitlement> _lines = [];
    private RunningPhaseOut? _phaseOut;
    private VerifiedIncome? _verified;
    private bool _keepsDisregards = true;
    private DatedHousehold? _facts;
    private TimelineMonth? _end;

    public TimelineCourse(TimelineRequest request, TimelineBench bench)
    {
        (_request, _run) = (request, bench.Run);
        _households = request.Households.Length == 1 ? request.Households : request.Households.Sort(static (a, b) => a.From != b.From ? a.From.CompareTo(b.From) : a.Version.CompareTo(b.Version));
        _events = request.Events.Length < 2 ? request.Events : request.Events.Sort(InOrder);
        if (_households.IsEmpty || _households[0].From > request.Start)
        {
            throw new ArgumentException($"No facts count from {request.Start}.", nameof(request));
        }
    }

    public TimelineMonth Next(BenefitMonth month, Func<BenefitMonth, MonthFigures> figures, bool explains)
    {
        if (_end is { } end)
        {
            return end with { Month = month, HearingRequired = false, Result = null };
        }

        switch (Interrupted(month))
        {
            case { Kind: InterruptionKind.Suspended } suspension:
                return new() { Month = month, Phase = TimelinePhase.Suspended, Decision = suspension.Reason };
            case { } decided:
                return _end = new() { Month = month, Phase = TimelinePhase.Ended, Decision = decided.Reason };
        }

        var isNew = Enter(month);
        var request = RequestOf(month, isNew);
        var worksheet = new Worksheet();
        if (explains)
        {
            HouseholdMonthCalculation.Run(_run, in request, figures(month), recomputesPast: false, worksheet);
        }
        else
        {
            HouseholdMonthCalculation.Run(_run, in request, figures(month), recomputesPast: false, default(NoWorking));
        }

        return Settle(month, isNew, explains && !_run.BandMissing ? HouseholdMonthAnswer.From(_run, worksheet.Steps) : null);
    }

    /// <summary>Takes up the facts of the month; true where they are new and so verified (HM-07 begins anew).</summary>
    private bool Enter(BenefitMonth month)
    {
        var facts = _households[0];
        foreach (var dated in _households)
        {
            if (dated.From <= month)
            {
                facts = dated;
            }
        }

        var isNew = !ReferenceEquals(facts, _facts);
        _facts = facts;
        return isNew;
    }

    private HouseholdMonthRequest RequestOf(BenefitMonth month, bool isNew) => new(month, _facts!.Household)
    {
        Standing = new()
        {
            ConfirmedOn = _request.ConfirmedOn,
            Benefits = [.. _lines.Where(Known).Select(line => new StandingBenefit(line.Member, line.Benefit, line.Amount))],
            PhaseOut = _phaseOut,
            LastVerified = isNew ? null : _verified,
            KeepsDisregards = _keepsDisregards,
            ReviewDue = _facts.ReviewDue,
        },
        Events = _events,
    };

    private TimelineMonth Settle(BenefitMonth month, bool isNew, HouseholdMonthResult? result)
    {
        var missing = Missing();
        var lines = _run.BandMissing ? [] : Lines();
        if (_run.BandMissing || _run.Class == HouseholdClass.Undetermined || (lines.IsEmpty && RefusedUnconfigured()))
        {
            // A missing figure ends nothing: what stands goes on standing until somebody has entered it.
            return new() { Month = month, Phase = TimelinePhase.Undetermined, Missing = missing, Result = result };
        }

        var heard = _run.HearingRequired || (lines.IsEmpty && _run.Figures.HearingRequired && _lines.Any(line => !Died(line.Member, month)));
        if (lines.IsEmpty)
        {
            return _end = new() { Month = month, Phase = TimelinePhase.Ended, EndedBy = Refusal(), HearingRequired = heard, Result = result };
        }

        var phaseOut = Row(PhaseOutCause.Employment);
        Count(phaseOut, lines, month);
        if (isNew)
        {
            // What this verification counted stays counted until the next one.
            (_verified, _keepsDisregards) = (new(month, Exact.ToMoney(_run.Income)) { Exactly = _run.Income }, !Warned(WarningCodes.DisregardExpired));
        }

        var phase = Phase(lines, phaseOut);
        var shown = phase == TimelinePhase.DeathPhaseOut ? Row(PhaseOutCause.Death) : phaseOut;
        _lines = lines;
        return new()
        {
            Month = month, Phase = phase, Lines = lines, HearingRequired = _run.HearingRequired, Result = result,
            PhaseOut = shown is { } counted ? new(counted.Cause, counted.Month, counted.Months) : null,
        };
    }

    // The count runs on under a death phase-out, and what it used up stays used up until the income is below the line
    // again; only then may work found later begin a new one.
    private void Count(PhaseOutRow? employment, ImmutableArray<Entitlement> lines, BenefitMonth month)
    {
        if (employment is { } row)
        {
            _phaseOut = new(row.Month, Frozen(lines));
        }
        else if (_phaseOut is not null && _run.Class == HouseholdClass.MinimumLivingAllowance)
        {
            _phaseOut = null;
            var inSameMonth = _run.Figures.ChangeInSameMonth;
            _events = _events.RemoveAll(happened => happened.Type is EventType.FoundWork or EventType.EarningsRise && Effect.MonthOf(happened, inSameMonth) <= month);
        }
    }

    private ImmutableArray<Entitlement> Lines()
    {
        var count = 0;
        foreach (ref readonly var row in _run.Entitlements.Span)
        {
            count += row.Fen > 0 && _request.Benefits.Contains(row.Benefit) ? 1 : 0;
        }

        var lines = ImmutableArray.CreateBuilder<Entitlement>(count);
        foreach (ref readonly var row in _run.Entitlements.Span)
        {
            if (row.Fen > 0 && _request.Benefits.Contains(row.Benefit))
            {
                lines.Add(new(Id(row.Member), row.Benefit, Money.FromFen(row.Fen), row.Basis));
            }
        }

        return lines.DrainToImmutable();
    }

    // What began the phase-out stays frozen, whatever is paid in its place meanwhile (D-27). A line of the household as a
    // whole belongs to nobody; the head carries it, so that it is not lost with the second month.
    private ImmutableArray<FrozenAmount> Frozen(ImmutableArray<Entitlement> lines)
    {
        if (_phaseOut is { } running)
        {
            return running.Amounts;
        }

        var source = lines.Any(line => line.Basis == Basis.PhaseOut) ? lines.Where(line => line.Basis == Basis.PhaseOut) : _lines;
        var head = _facts!.Household.Members.First(member => member.Relation == Relation.Head).Id;
        return [.. source.Where(line => line.Benefit == Benefit.MinimumLivingAllowance).GroupBy(line => line.Member ?? head)
            .Select(group => new FrozenAmount(group.Key, Money.FromFen(group.Sum(line => line.Amount.Fen))))];
    }

    private ImmutableArray<string> Missing()
    {
        ImmutableArray<string> keys = [];
        foreach (ref readonly var warning in _run.Warnings.Span)
        {
            if (warning.Code == WarningCodes.NotConfigured)
            {
                keys = keys.Add(warning.Key!);
            }
        }

        return keys;
    }

    private bool Warned(string code)
    {
        foreach (ref readonly var warning in _run.Warnings.Span)
        {
            if (warning.Code == code)
            {
                return true;
            }
        }

        return false;
    }

    private PhaseOutRow? Row(PhaseOutCause cause)
    {
        foreach (ref readonly var row in _run.PhaseOuts.Span)
        {
            if (row.Cause == cause)
            {
                return row;
            }
        }

        return null;
    }

    // Only a figure without which an amount cannot be told; one that merely would have been deducted decides nothing.
    private bool RefusedUnconfigured()
    {
        foreach (ref readonly var row in _run.Refusals.Span)
        {
            if (row.Reason == RefusalReason.NotConfigured && _request.Benefits.Contains(row.Benefit))
            {
                return true;
            }
        }

        return false;
    }

    private RefusalReason? Refusal()
    {
        foreach (ref readonly var row in _run.Refusals.Span)
        {
            if (_request.Benefits.Contains(row.Benefit))
            {
                return row.Reason;
            }
        }

        return null;
    }

    private static TimelinePhase Phase(ImmutableArray<Entitlement> lines, PhaseOutRow? employment) =>
        lines.Any(line => line.Basis == Basis.DeathPhaseOut) ? TimelinePhase.DeathPhaseOut
        : employment is not null ? TimelinePhase.EmploymentPhaseOut
        : lines.Any(line => line.Basis is Basis.Held or Basis.Unchanged) ? TimelinePhase.Held
        : TimelinePhase.Ordinary;

    // An end outweighs a suspension; of two the earlier one counts.
    private Interruption? Interrupted(BenefitMonth month) => _request.Interruptions.IsEmpty ? null : _request.Interruptions
        .Where(i => i.From <= month && (i.Kind == InterruptionKind.Ended || i.Through is not { } last || month <= last))
        .OrderByDescending(i => i.Kind).ThenBy(i => i.From.Index).ThenBy(i => i.Reason, StringComparer.Ordinal)
        .FirstOrDefault();

    private bool Known(Entitlement line) => line.Member is null || _facts!.Household.Members.Any(member => member.Id == line.Member);

    private bool Died(string? member, BenefitMonth month) =>
        member is not null && _events.Any(happened => happened.Type == EventType.Death && happened.Member == member && BenefitMonth.Of(happened.Date) < month);

    private string? Id(int member) => member == MonthRun.Household ? null : _run.Members[member].Facts.Id;

    private static int InOrder(HouseholdEvent a, HouseholdEvent b)
    {
        var order = Effect.Order(a, b);
        order = order != 0 ? order : a.Type.CompareTo(b.Type);
        return order != 0 ? order : string.CompareOrdinal(a.Member, b.Member);
    }
}
