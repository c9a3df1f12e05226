using SocialAssistance.Rules.Determinations;
using SocialAssistance.Rules.Households;
using SocialAssistance.Rules.Standards;

namespace SocialAssistance.Benchmarks.HouseholdMonths;

internal sealed partial class PlainYudu
{
    private void ChooseProgrammes()
    {
        for (var i = 0; i < _count; i++)
        {
            ref var person = ref _people[i];
            if (!person.Present || person.Facts.Statuses.IsEmpty)
            {
                continue;
            }

            if (person.BeyondCare)
            {
                foreach (var status in person.Facts.Statuses)
                {
                    if (status != PersonStatus.RetrenchedWorker)
                    {
                        Refuse(i, BenefitOf(status), RefusalReason.Absent);
                    }
                }
            }
            else
            {
                person.Programme = Choose(i);
            }
        }
    }

    private static Benefit BenefitOf(PersonStatus status) => status switch
    {
        PersonStatus.ExtremePoverty => Benefit.ExtremePovertyBasic,
        PersonStatus.Orphan => Benefit.OrphanBasic,
        PersonStatus.DeFactoUnattendedChild => Benefit.DeFactoUnattendedChildBasic,
        _ => Benefit.HivInfectedChildBasic,
    };

    // Orphans get 1,820 or 1,360, de-facto-unattended children 1,360, the extremely poor at most 1,150.
    private PlainProgramme Choose(int index)
    {
        var (orphan, deFacto, poor, hiv) = (false, false, false, false);
        foreach (var status in _people[index].Facts.Statuses)
        {
            orphan |= status == PersonStatus.Orphan;
            deFacto |= status == PersonStatus.DeFactoUnattendedChild;
            poor |= status == PersonStatus.ExtremePoverty;
            hiv |= status == PersonStatus.HivInfectedChild;
        }

        poor = poor && StaysPoor(index);
        var (chosen, reason) =
            hiv ? (PlainProgramme.Hiv, RefusalReason.ExcludedByHivInfectedChild)
            : orphan ? (PlainProgramme.Orphan, RefusalReason.ExcludedByOrphan)
            : deFacto ? (PlainProgramme.DeFacto, RefusalReason.ExcludedByDeFactoUnattendedChild)
            : (poor ? PlainProgramme.ExtremePoverty : PlainProgramme.None, default);
        if (orphan && chosen != PlainProgramme.Orphan)
        {
            Refuse(index, Benefit.OrphanBasic, reason);
        }

        if (deFacto && chosen != PlainProgramme.DeFacto)
        {
            Refuse(index, Benefit.DeFactoUnattendedChildBasic, reason);
        }

        if (poor && chosen != PlainProgramme.ExtremePoverty)
        {
            Refuse(index, Benefit.ExtremePovertyBasic, reason);
        }

        return chosen;
    }

    private bool StaysPoor(int index)
    {
        ref var person = ref _people[index];
        var facts = person.Facts;
        if (facts.ExtremePovertyGround != ExtremePovertyGround.Minor || person.Age < 18)
        {
            return true;
        }

        var birthday = facts.BirthDate.AddYears(18);
        foreach (var happened in _events)
        {
            if (happened.Type == EventType.LeftSchool && happened.Member == facts.Id && happened.Date >= birthday && MonthOf(happened.Date) < Month)
            {
                Refuse(index, Benefit.ExtremePovertyBasic, RefusalReason.LeftSchool);
                return false;
            }
        }

        // August: an admission notice is as good as a school.
        if (facts.Education is { Stage: EducationStage.Compulsory or EducationStage.SeniorHigh or EducationStage.SecondaryVocational } school
            && (school.Enrolled || school.Suspended || school.AdmissionNotice))
        {
            return true;
        }

        Refuse(index, Benefit.ExtremePovertyBasic, RefusalReason.AgedOut);
        return false;
    }

    private void PersonBenefits()
    {
        for (var i = 0; i < _count; i++)
        {
            ref var person = ref _people[i];
            if (!person.Present || person.BeyondCare)
            {
                continue;
            }

            if (person.Programme != PlainProgramme.None)
            {
                BasicLiving(i);
            }

            if (person.Valid)
            {
                Disability(i);
            }

            if (!person.Facts.Statuses.IsEmpty && person.Facts.Statuses.Contains(PersonStatus.RetrenchedWorker))
            {
                Pay(i, Benefit.RetrenchedWorkerRelief, _urban ? 665m : 550m, Basis.PublishedStandard);
                if (person.Covered)
                {
                    Warn("retrenched-relief-with-allowance", member: i);
                }
            }
        }
    }

    private void BasicLiving(int index)
    {
        ref var person = ref _people[index];
        var facts = person.Facts;
        var orphan = facts.CareSetting == CareSetting.Institutional ? 1820m : 1360m;
        var minor = true;
        switch (person.Programme)
        {
            case PlainProgramme.Hiv:
                Pay(index, Benefit.HivInfectedChildBasic, orphan, Basis.PublishedStandard);
                break;
            case PlainProgramme.Orphan:
                Pay(index, Benefit.OrphanBasic, orphan, Basis.PublishedStandard);
                break;
            case PlainProgramme.DeFacto:
                Pay(index, Benefit.DeFactoUnattendedChildBasic, 1360m, Basis.PublishedStandard);
                break;
            default:
                var failed = facts.SelfCareItemsFailed ?? 0;
                Pay(index, Benefit.ExtremePovertyBasic, !_urban && failed == 0 ? 860m : 1150m, Basis.PublishedStandard);
                WarnOfMultiple();
                Pay(index, Benefit.ExtremePovertyCare, failed == 0 ? 100m : failed <= 3 ? 350m : 1380m, Basis.PublishedStandard);
                minor = facts.ExtremePovertyGround == ExtremePovertyGround.Minor;
                break;
        }

        if (person.Programme != PlainProgramme.ExtremePoverty && person.Age >= 18)
        {
            Warn("age-limit-review", member: index);
        }

        if (minor && facts.BirthDate.AddYears(18).DayNumber - FirstDay.DayNumber is >= 0 and <= 90)
        {
            Warn("ageing-out-approaching", member: index);
        }
    }

    // 1.3 × 885 is above the urban 1,150; 1.3 × 660 is below the rural 860.
    private void WarnOfMultiple()
    {
        var shortfall = 1.3m * _standard - (_urban ? 1150m : 860m);
        if (shortfall > 0m && !_warnedMultiple)
        {
            _warnedMultiple = true;
            Warn("standard-below-multiple", "extreme-poverty.basic.self-caring", value: Math.Ceiling(shortfall * 100m) / 100m);
        }
    }

    private void Disability(int index)
    {
        ref var person = ref _people[index];
        var poor = person.Programme == PlainProgramme.ExtremePoverty;
        var statuses = person.Facts.Statuses;
        var viaHiv = person.Programme == PlainProgramme.Hiv
            && (statuses.Contains(PersonStatus.Orphan) || statuses.Contains(PersonStatus.DeFactoUnattendedChild));
        if (viaHiv || person.Programme is PlainProgramme.Orphan or PlainProgramme.DeFacto)
        {
            if (viaHiv)
            {
                Warn("hiv-with-disabled-orphan-care", member: index);
            }

            person.OrphanCare = true;
            Pay(index, Benefit.DisabledOrphanCare, 1380m, Basis.PublishedStandard);
        }

        if (person.Programme != PlainProgramme.None)
        {
            Refuse(index, Benefit.DisabilityLivingSubsidy, poor ? RefusalReason.ExcludedByExtremePoverty : RefusalReason.ExcludedByChildAllowance);
        }
        else if (person.Covered)
        {
            Pay(index, Benefit.DisabilityLivingSubsidy, 100m, Basis.PublishedStandard);
        }
        else
        {
            Refuse(index, Benefit.DisabilityLivingSubsidy, Class == HouseholdClass.Undetermined ? RefusalReason.NotConfigured : RefusalReason.HouseholdNotEligible);
        }

        if (!person.Severe)
        {
            return;
        }

        if (poor || person.Facts.WorkInjuryNursing || person.OrphanCare)
        {
            Refuse(index, Benefit.SevereDisabilityNursingSubsidy, poor ? RefusalReason.ExcludedByExtremePoverty
                : person.Facts.WorkInjuryNursing ? RefusalReason.ExcludedByWorkInjuryNursing : RefusalReason.ExcludedByDisabledOrphanCare);
        }
        else
        {
            Pay(index, Benefit.SevereDisabilityNursingSubsidy, 100m, Basis.PublishedStandard);
        }
    }
}
