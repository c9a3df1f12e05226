using SocialAssistance.Rules.Determinations;
using SocialAssistance.Rules.Households;
using SocialAssistance.Rules.Standards;

namespace SocialAssistance.Benchmarks.HouseholdMonths;

internal sealed partial class PlainYudu
{
    private void FindPresent()
    {
        for (var i = 0; i < _count; i++)
        {
            ref var person = ref _people[i];
            var months = Month - 1 - MonthOf(person.Facts.BirthDate);
            person.Age = months < 0 ? 0 : months / 12;
            person.Present = _events.Length == 0 || IsPresent(person.Facts.Id);
            if (person.Present && person.Facts.Disability is { } disability)
            {
                person.Valid = disability.ValidUntil is not { } end || end >= FirstDay;
                person.Severe = person.Valid && disability.Grade <= 2;
                person.Grade3 = person.Valid && disability.Grade == 3 && disability.Category is DisabilityCategory.Intellectual or DisabilityCategory.Mental;
                if (!person.Valid && !person.BeyondCare)
                {
                    Warn("certificate-expired", member: i);
                }
            }
        }
    }

    private bool IsPresent(string id)
    {
        HouseholdEvent? first = null, last = null;
        foreach (var happened in _events)
        {
            if (happened.Member != id)
            {
                continue;
            }

            if (happened.Type == EventType.Death && MonthOf(happened.Date) < Month)
            {
                return false;
            }

            if (happened.Type is EventType.JoinedHousehold or EventType.LeftHousehold)
            {
                first = first is null || Compare(happened, first) < 0 ? happened : first;
                last = IsEffective(happened) && (last is null || Compare(happened, last) >= 0) ? happened : last;
            }
        }

        return last is null ? first?.Type != EventType.JoinedHousehold : last.Type == EventType.JoinedHousehold;
    }

    private static int Compare(HouseholdEvent a, HouseholdEvent b)
    {
        var byMonth = MonthOf(a.DecidedOn ?? a.Date) - MonthOf(b.DecidedOn ?? b.Date);
        return byMonth != 0 ? byMonth : a.Date.CompareTo(b.Date);
    }

    private void CountMembers()
    {
        _counted = 0;
        for (var i = 0; i < _count; i++)
        {
            ref var person = ref _people[i];
            var facts = person.Facts;
            person.Counted = person.Payable = person.Present
                && facts.Absence == Absence.None
                && facts.Relation != Relation.Unrelated
                && (facts.LivesTogether
                    || facts.Relation is Relation.Head or Relation.Spouse
                    || (facts.Relation == Relation.Child
                        && (person.Age < 18 || facts.Dependent
                            || (facts.Education is { } school && (school.Enrolled || school.Suspended) && school.Stage != EducationStage.Postgraduate))))
                && person.Programme == PlainProgramme.None;
            _counted += person.Counted ? 1 : 0;
        }
    }

    private void Review()
    {
        if (_standing is null || (!_hasStandingLine && _standing.PhaseOut is null))
        {
            return;
        }

        for (var i = 0; i < _count; i++)
        {
            ref var person = ref _people[i];
            person.Recipient = person.Standing >= 0m || person.FrozenAmount >= 0m || _wholeStanding >= 0m;
            _unitInBenefit |= person is { Recipient: true, Payable: true } && !person.Facts.AppliesAlone;
        }

        var verified = _standing.LastVerified;
        _inside = verified is not null && _standing.ReviewDue is { } due && Month <= MonthOf(due);
        var change = false;
        foreach (var happened in _events)
        {
            var month = MonthOf(happened.Date);
            if (_inside && month > verified!.Month.Index && happened.Type != EventType.LeftSchool
                && (happened.Type == EventType.Death ? month < Month : IsEffective(happened)))
            {
                _inside = false;
            }

            change |= happened.Type is EventType.FoundWork or EventType.EarningsRise or EventType.LostWork or EventType.HouseholdChange
                && month <= Month && !IsEffective(happened);
        }

        var noPhaseOut = _standing.PhaseOut is null;
        _locked = _inside && _unitInBenefit && noPhaseOut;
        _pending = change && _hasStandingLine && noPhaseOut;
        if (_locked)
        {
            Warn("amount-locked");
        }
        else if (_pending)
        {
            Warn("pending-change");
        }
    }

    private void SumIncome()
    {
        var (yearly, wages) = (0m, false);
        for (var i = 0; i < _count; i++)
        {
            ref var person = ref _people[i];
            if (!person.Counted)
            {
                continue;
            }

            var pensionSeen = false;
            foreach (var income in person.Facts.Income)
            {
                switch (income.Type)
                {
                    case IncomeType.PreferentialPension or IncomeType.FamilyPlanningReward or IncomeType.Scholarship
                        or IncomeType.BraveryAward or IncomeType.SocialAssistance or IncomeType.DisabilitySubsidy
                        or IncomeType.ChildAllowance or IncomeType.RetrenchedWorkerRelief:
                        continue;
                    case IncomeType.BasicPensionCentral:
                        if (!pensionSeen)
                        {
                            pensionSeen = true;
                            Warn(_inside ? "disregard-kept-until-review" : "disregard-expired", "income.excluded.basic-pension-central", i);
                        }

                        if (_inside)
                        {
                            continue;
                        }

                        break;
                }

                var amount = income.Amount.Yuan;
                wages |= income.Type == IncomeType.Wage && amount > 0m;
                person.Yearly += income.Period == Period.Month ? amount * 12m : amount;
            }

            yearly += person.Yearly;
        }

        if (wages)
        {
            Warn("not-configured", "employment-deduction.method");
        }

        _income = (_locked || _pending) && _standing!.LastVerified is { } verified ? verified.Income.Yuan * 12m : yearly;
    }

    private void Classify()
    {
        if (_counted == 0)
        {
            Class = HouseholdClass.None;
            return;
        }

        var line = _standard * 12m * _counted;
        Class = _income < line && _household.Property == PropertyStanding.WithinAllowanceLimit
            ? HouseholdClass.MinimumLivingAllowance
            : ClassAbove(line * 1.5m);
        var fen = 0.12m * _counted;
        WarnIfNear(line, fen, _standard);
        WarnIfNear(line * 1.5m, fen, _standard * 1.5m);
    }

    private void WarnIfNear(decimal line, decimal fen, decimal value)
    {
        var distance = _income - line;
        if (distance <= fen && distance >= -fen)
        {
            Warn("near-boundary", value: value);
        }
    }

    private HouseholdClass ClassAbove(decimal marginLine)
    {
        if (_household.Property <= PropertyStanding.WithinMarginLimit)
        {
            Warn("margin-multiple-provincial", "margin.income-multiple");
            if (_income < marginLine)
            {
                return HouseholdClass.Margin;
            }
        }

        if (_household.Property > PropertyStanding.WithinHardshipLimit)
        {
            return HouseholdClass.None;
        }

        var spent = 0m;
        foreach (var expenditure in _household.Expenditures)
        {
            spent += expenditure.Period == Period.Month ? expenditure.Amount.Yuan * 12m : expenditure.Amount.Yuan;
        }

        if (spent == 0m)
        {
            return HouseholdClass.None;
        }

        Warn("not-configured", "disposable-income.per-capita");
        Warn("not-configured", "expenditure-hardship.minimum-share");
        return HouseholdClass.Undetermined;
    }
}
