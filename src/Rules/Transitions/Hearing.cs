using SocialAssistance.Rules.Determinations;
using SocialAssistance.Rules.Households;

namespace SocialAssistance.Rules.Transitions;

/// <summary>
/// HM-35: whoever gets less or nothing of a standing benefit must be heard before (LAW Art 48). Dead members are left
/// out, and so is the end of an emergency uplift (D-33).
/// </summary>
internal static class Hearing
{
    public static void Apply<TWorking>(MonthRun run, TWorking working)
        where TWorking : struct, IWorking
    {
        if (!run.Figures.HearingRequired || run.Standing.Benefits.IsEmpty)
        {
            return;
        }

        run.HearingRequired = SomebodyLoses(run);
        if (TWorking.Explains && run.HearingRequired)
        {
            working.Write(new("听取意见", "待遇减少或停止前须听取当事人意见", "需要", "《中华人民共和国社会救助法》 第四十八条"));
        }
    }

    private static bool SomebodyLoses(MonthRun run)
    {
        var compareHousehold = run.HouseholdStandingFen >= 0 || run.HouseholdLineFen >= 0;
        var (before, now) = (0L, 0L);
        foreach (ref readonly var line in run.Standing.Benefits.AsSpan())
        {
            if (line.Benefit == Benefit.EmergencyUplift || (line.Member is not null && Presence.HasDied(run, line.Member)))
            {
                continue;
            }

            if (compareHousehold && line.Benefit == Benefit.MinimumLivingAllowance)
            {
                before += line.Amount.Fen;
            }
            else if (line.Amount.Fen > Paid(run, run.IndexOf(line.Member), line.Benefit))
            {
                return true;
            }
        }

        foreach (ref readonly var row in run.Entitlements.Span)
        {
            now += row.Benefit == Benefit.MinimumLivingAllowance ? row.Fen : 0;
        }

        return compareHousehold && before > now;
    }

    private static long Paid(MonthRun run, int member, Benefit benefit)
    {
        foreach (ref readonly var row in run.Entitlements.Span)
        {
            if (row.Member == member && row.Benefit == benefit)
            {
                return row.Fen;
            }
        }

        return 0;
    }
}
