using SocialAssistance.Rules.Determinations;
using SocialAssistance.Rules.Households;

namespace SocialAssistance.Rules.MinimumLiving;

/// <summary>
/// Refusing work without good reason (HM-20): a warning; a county may decide to stop the person's own share (D-30).
/// </summary>
internal static class WorkRefusal
{
    public static void Apply<TWorking>(MonthRun run, TWorking working)
        where TWorking : struct, IWorking
    {
        if (run.Figures.RefusalLimit is not { Value: > 0 } limit)
        {
            return;
        }

        for (var i = 0; i < run.MemberCount; i++)
        {
            ref var state = ref run.Members[i];
            if (!state.Payable || !state.HasLine || state.Facts.JobRefusals < limit.Value)
            {
                continue;
            }

            run.Warn(WarningCodes.WorkRefusalLimitReached, member: i);
            if (run.Figures.StopsOwnShare)
            {
                state.LineFen = -1;
                run.Refuse(i, Benefit.MinimumLivingAllowance, RefusalReason.WorkRefusal);
                if (TWorking.Explains)
                {
                    working.Write(new($"{state.Facts.Called} 拒绝就业", $"连续 {state.Facts.JobRefusals} 次无正当理由拒绝就业，达到 {limit.Value} 次", "停发本人份额", limit.Cited));
                }
            }
        }
    }
}
