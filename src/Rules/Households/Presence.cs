using SocialAssistance.Rules.Determinations;
using SocialAssistance.Rules.Transitions;
using SocialAssistance.Rules.Values;

namespace SocialAssistance.Rules.Households;

/// <summary>Who is there in the month (HM-03), how old (HM-00), with which certificate (section 4.3).</summary>
internal static class Presence
{
    public static void Apply(MonthRun run)
    {
        var members = run.Members;
        for (var i = 0; i < members.Length; i++)
        {
            ref var state = ref members[i];
            state.Age = Ages.InMonth(state.Facts.BirthMonth, run.Month);
            state.Present = run.Events.IsEmpty || IsPresent(run, i, out run.NotCounted[i]);
            if (state.Present && state.Facts.Disability is not null)
            {
                ReadCertificate(run, ref state, i);
            }
        }
    }

    /// <summary>Did the member die in a month before this one? The month of death is paid in full (E-19).</summary>
    public static bool HasDied(MonthRun run, string member)
    {
        foreach (var happened in run.Events)
        {
            if (happened.Type == EventType.Death && happened.Member == member && BenefitMonth.Of(happened.Date) < run.Month)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsPresent(MonthRun run, int member, out NotCountedReason reason)
    {
        reason = NotCountedReason.Deceased;
        var id = run.Members[member].Facts.Id;
        if (HasDied(run, id))
        {
            return false;
        }

        HouseholdEvent? first = null, last = null;
        foreach (var happened in run.Events)
        {
            if (happened.Type is not (EventType.JoinedHousehold or EventType.LeftHousehold) || happened.Member != id)
            {
                continue;
            }

            if (first is null || Effect.Order(happened, first) < 0)
            {
                first = happened;
            }

            if (Effect.IsEffective(happened, run) && (last is null || Effect.Order(happened, last) >= 0))
            {
                last = happened;
            }
        }

        reason = last is null ? NotCountedReason.NotYetJoined : NotCountedReason.LeftHousehold;
        return last is null ? first?.Type != EventType.JoinedHousehold : last.Type == EventType.JoinedHousehold;
    }

    private static void ReadCertificate(MonthRun run, ref MemberState state, int member)
    {
        var disability = state.Facts.Disability!;
        state.CertificateValid = disability.ValidUntil is not { } end || end >= run.Month.FirstDay;
        state.Severe = state.CertificateValid && disability.Grade <= 2;
        state.Grade3 = state.CertificateValid && disability.Grade == 3
            && disability.Category is DisabilityCategory.Intellectual or DisabilityCategory.Mental;
        if (!state.CertificateValid && !state.IsBeyondCare)
        {
            run.Warn(WarningCodes.CertificateExpired, member: member);
        }
    }
}
