using SocialAssistance.Rules.Determinations;
using SocialAssistance.Rules.Persons;
using SocialAssistance.Rules.Standards;

namespace SocialAssistance.Rules.Households;

/// <summary>Who shares the income (HM-05): the counted members (共同生活的家庭成员), and who of them may be paid.</summary>
internal static class Counting
{
    public static void Apply<TWorking>(MonthRun run, TWorking working)
        where TWorking : struct, IWorking
    {
        var members = run.Members;
        for (var i = 0; i < members.Length; i++)
        {
            ref var state = ref members[i];
            if (!state.Present)
            {
                continue;
            }

            if (ReasonAgainst(run, in state) is { } reason)
            {
                run.NotCounted[i] = reason;
                continue;
            }

            state.Counted = true;
            state.Payable = state.Programme == Programme.None;
            run.Counted++;
            if (!state.Payable)
            {
                run.Refuse(i, Benefit.MinimumLivingAllowance, Programmes.ExcludedBy(state.Programme));
            }
        }

        if (TWorking.Explains)
        {
            Explain(run, working);
        }
    }

    private static NotCountedReason? ReasonAgainst(MonthRun run, in MemberState state)
    {
        var member = state.Facts;
        if (member.Absence != Absence.None)
        {
            return NotCountedReason.Absent;
        }

        if (member.Relation == Relation.Unrelated)
        {
            return NotCountedReason.Unrelated;
        }

        if (!BelongsToHousehold(in state))
        {
            return NotCountedReason.NotLivingTogether;
        }

        return state.Programme != Programme.None && !run.Figures.IncludesOtherProgrammes ? NotCountedReason.OtherProgramme : null;
    }

    // Spouses and minor children count wherever they live; adult children while dependent or studying (D-17).
    private static bool BelongsToHousehold(in MemberState state)
    {
        var member = state.Facts;
        return member.LivesTogether
            || member.Relation is Relation.Head or Relation.Spouse
            || (member.Relation == Relation.Child
                && (state.Age < 18
                    || member.Dependent
                    || (member.Education is { } education && (education.Enrolled || education.Suspended) && education.Stage != EducationStage.Postgraduate)));
    }

    private static void Explain<TWorking>(MonthRun run, TWorking working)
        where TWorking : struct, IWorking
    {
        var counted = new List<string>();
        for (var i = 0; i < run.MemberCount; i++)
        {
            if (run.Members[i].Counted)
            {
                counted.Add(run.Members[i].Facts.Called);
            }
            else
            {
                working.Write(new($"{run.Members[i].Facts.Called} 不计入共同生活人口", Wording.Of(run.NotCounted[i]), "不计入", "HM-05"));
            }
        }

        working.Write(new("共同生活的家庭成员", string.Join("、", counted), $"{run.Counted} 人", "民发〔2021〕57号 第七条"));
    }
}
