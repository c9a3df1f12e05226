using SocialAssistance.Rules.Determinations;
using SocialAssistance.Rules.Households;

namespace SocialAssistance.Benchmarks.HouseholdMonths;

internal sealed partial class PlainYudu
{
    private const Benefit Mla = Benefit.MinimumLivingAllowance;
    private bool _warnedMonths;

    private void Allowance()
    {
        _warnedMonths = false;
        var pendingUnverified = _pending && _standing!.LastVerified is null;
        if (Class == HouseholdClass.MinimumLivingAllowance)
        {
            ForEligible(pendingUnverified);
        }
        else if (pendingUnverified)
        {
            PayStanding();
        }
        else
        {
            ForOthers();
        }

        for (var i = 0; i < _count; i++)
        {
            ref var person = ref _people[i];
            if (person.Payable && person.Line >= 0m && person.Facts.JobRefusals >= 3)
            {
                Warn("work-refusal-limit-reached", member: i);
            }
        }

        if (_wholeLine >= 0m)
        {
            Pay(-1, Mla, _wholeLine, Basis.Unchanged);
        }

        for (var i = 0; i < _count; i++)
        {
            ref var person = ref _people[i];
            if (person.Line >= 0m)
            {
                Pay(i, Mla, person.Line, person.LineBasis);
            }

            person.Frozen = (person.Line >= 0m && person.LineBasis == Basis.Unchanged) || (_wholeLine >= 0m && person.Payable);
            person.Covered = person.Line >= 0m || (_wholeLine >= 0m && person.Payable);
        }
    }

    private bool IsBeforeStart => _standing?.ConfirmedOn is { } confirmed && Month <= MonthOf(confirmed);

    private void ForEligible(bool pendingUnverified)
    {
        if (IsBeforeStart)
        {
            for (var i = 0; i < _count; i++)
            {
                if (_people[i].Payable)
                {
                    Refuse(i, Mla, RefusalReason.BeforeStartMonth);
                }
            }
        }
        else if (pendingUnverified)
        {
            PayStanding();
        }
        else
        {
            PayOrdinary();
        }

        for (var i = 0; i < _count; i++)
        {
            if (_people[i].Payable && _people[i].Facts.AppliesAlone)
            {
                Warn("single-person-not-needed", member: i);
            }
        }
    }

    private void PayOrdinary()
    {
        var (amount, basis) = AmountFor(_income, _counted);
        for (var i = 0; i < _count; i++)
        {
            ref var person = ref _people[i];
            if (!person.Payable)
            {
                continue;
            }

            var full = person.Facts.AllowanceClass == AllowanceClass.Full;
            (person.Line, person.LineBasis) = full ? (_standard, Basis.Full) : (amount, basis);
            if (_locked && person.Standing > person.Line)
            {
                (person.Line, person.LineBasis) = (person.Standing, Basis.Held);
                Warn("amount-held", member: i);
            }
        }
    }

    private (decimal Amount, Basis Basis) AmountFor(decimal yearly, int persons)
    {
        var gap = _standard - yearly / (12m * persons);
        return gap < _floor ? (_floor, Basis.Floor) : (Math.Round(gap, 2, MidpointRounding.AwayFromZero), Basis.Difference);
    }

    private void PayStanding()
    {
        for (var i = 0; i < _count; i++)
        {
            ref var person = ref _people[i];
            if (person.Payable && person.Standing >= 0m)
            {
                (person.Line, person.LineBasis) = (person.Standing, Basis.Unchanged);
            }
        }

        _wholeLine = _wholeStanding;
    }

    private void ForOthers()
    {
        var above = _income >= _standard * 12m * _counted;
        var reason = above ? RefusalReason.IncomeNotBelowStandard : RefusalReason.PropertyAboveLimit;
        if (above && _household.Property == PropertyStanding.WithinAllowanceLimit && _unitInBenefit && WorkIsTheCause(-1))
        {
            reason = RefusalReason.NotConfigured;
        }

        for (var i = 0; i < _count; i++)
        {
            ref var person = ref _people[i];
            if (!person.Payable)
            {
                continue;
            }

            if (!person.Facts.AppliesAlone)
            {
                Refuse(i, Mla, reason);
            }
            else if (TestAlone(i) is { } refusal)
            {
                Refuse(i, Mla, refusal);
            }
        }
    }

    private RefusalReason? TestAlone(int index)
    {
        ref var person = ref _people[index];
        var inGroup = person.Severe || person.Grade3 || person.Facts.SeriousIllness || person.Facts.SpecialHardship;
        var route = (inGroup && Class == HouseholdClass.Margin) || (person.Severe && !person.Facts.Employed && person.Age >= 18);
        if (!route)
        {
            return inGroup ? RefusalReason.SinglePersonHouseholdClass : RefusalReason.SinglePersonGroup;
        }

        if (!person.Facts.OwnPropertyWithinLimit)
        {
            return RefusalReason.SinglePersonOwnProperty;
        }

        if (person.Yearly >= _standard * 12m)
        {
            return person.Recipient && WorkIsTheCause(index) ? RefusalReason.NotConfigured : RefusalReason.OwnIncomeNotBelowStandard;
        }

        if (IsBeforeStart)
        {
            return RefusalReason.BeforeStartMonth;
        }

        (person.Line, person.LineBasis) = person.Facts.AllowanceClass == AllowanceClass.Full
            ? (_standard, Basis.Full)
            : (AmountFor(person.Yearly, 1).Amount, Basis.SinglePerson);
        return null;
    }

    // The months of the phase-out are not configured in Yudu, so a cause only leads to a warning.
    private bool WorkIsTheCause(int only)
    {
        var cause = false;
        for (var i = 0; i < _count && !cause; i++)
        {
            cause = _people[i] is { Payable: true, FrozenAmount: >= 0m } && (only < 0 || only == i);
        }

        foreach (var happened in _events)
        {
            if (!cause && happened.Type is EventType.FoundWork or EventType.EarningsRise && IsEffective(happened))
            {
                var member = IndexOf(happened.Member);
                cause |= member >= 0 && _people[member].Payable && (only < 0 || only == member);
            }
        }

        if (cause && !_warnedMonths)
        {
            _warnedMonths = true;
            Warn("not-configured", "phase-out.employment-months");
        }

        return cause;
    }

    private void Supplements()
    {
        for (var i = 0; i < _count; i++)
        {
            ref var person = ref _people[i];
            if (person.Frozen && person.StandingSupplement >= 0m)
            {
                Pay(i, Benefit.CategorySupplement, person.StandingSupplement, Basis.Unchanged);
            }
        }
    }
}
