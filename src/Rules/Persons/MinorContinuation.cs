using SocialAssistance.Rules.Determinations;
using SocialAssistance.Rules.Households;
using SocialAssistance.Rules.Standards;
using SocialAssistance.Rules.Values;

namespace SocialAssistance.Rules.Persons;

/// <summary>
/// Extreme-poverty support on the ground "minor" after the limit age (HM-25): it stops unless the person goes on at
/// school; who leaves school after the limit birthday is out for good (D-34).
/// </summary>
internal static class MinorContinuation
{
    public static bool Continues<TWorking>(MonthRun run, int index, TWorking working)
        where TWorking : struct, IWorking
    {
        ref var state = ref run.Members[index];
        if (state.Facts.ExtremePovertyGround != ExtremePovertyGround.Minor)
        {
            return true;
        }

        var figures = run.Figures.Persons;
        if (figures.MinorAge is not { } limit)
        {
            run.NotConfigured(ParameterCatalogue.ExtremePoverty.MinorAge.Key);
            return true;
        }

        if (state.Age < limit.Value)
        {
            return true;
        }

        if (HasLeftSchool(run, state.Facts, Ages.Birthday(state.Facts.BirthDate, limit.Value)))
        {
            Stop(run, index, RefusalReason.LeftSchool, "超龄后已离校，不再恢复", limit, working);
            return false;
        }

        if (figures.ContinuationStages is null)
        {
            run.NotConfigured(ParameterCatalogue.ExtremePoverty.MinorContinuationStages.Key);
        }

        if (!IsAtSchool(run, state.Facts))
        {
            Stop(run, index, RefusalReason.AgedOut, "已满年龄且不在延续供养的学段就读", limit, working);
            return false;
        }

        if (figures.StatutoryStages is { } statutory && !statutory.Value.Contains(state.Facts.Education!.Stage))
        {
            run.Warn(WarningCodes.BeyondStatute, member: index);
        }

        return true;
    }

    // In summer a school leaver with an admission notice is between two schools, not out of school.
    private static bool IsAtSchool(MonthRun run, Member member) =>
        member.Education is { } education
        && run.Figures.Persons.ContinuationStages is { } stages && stages.Value.Contains(education.Stage)
        && (education.Enrolled || education.Suspended || (education.AdmissionNotice && run.Month.Month is >= 6 and <= 9));

    private static bool HasLeftSchool(MonthRun run, Member member, DateOnly limitBirthday)
    {
        foreach (var happened in run.Events)
        {
            if (happened.Type == EventType.LeftSchool && happened.Member == member.Id
                && happened.Date >= limitBirthday && BenefitMonth.Of(happened.Date) < run.Month)
            {
                return true;
            }
        }

        return false;
    }

    private static void Stop<TWorking>(MonthRun run, int index, RefusalReason reason, string why, Figure<int> limit, TWorking working)
        where TWorking : struct, IWorking
    {
        run.Refuse(index, Benefit.ExtremePovertyBasic, reason);
        if (TWorking.Explains)
        {
            working.Write(new($"{run.Members[index].Facts.Called} 特困供养（未成年人）", $"{why}（{limit.Value} 周岁）", "停止", limit.Cited));
        }
    }
}
