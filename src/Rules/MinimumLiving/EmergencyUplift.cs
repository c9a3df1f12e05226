using SocialAssistance.Rules.Determinations;
using SocialAssistance.Rules.Households;
using SocialAssistance.Rules.Standards;
using SocialAssistance.Rules.Values;

namespace SocialAssistance.Rules.MinimumLiving;

/// <summary>应急期提标 (HM-23): one amount per covered member and per person in extreme-poverty support, as a line of its own.</summary>
internal static class EmergencyUplift
{
    private static readonly string Name = Vocabulary.Word(Benefit.EmergencyUplift);

    public static void Apply<TWorking>(MonthRun run, TWorking working)
        where TWorking : struct, IWorking
    {
        var uplift = run.Figures.Uplift;
        if (uplift.Fen <= 0)
        {
            return;
        }

        for (var i = 0; i < run.MemberCount; i++)
        {
            ref readonly var state = ref run.Members[i];
            if (!state.Covered && !state.HasExtremePovertyBasic)
            {
                continue;
            }

            run.Pay(i, Benefit.EmergencyUplift, uplift.Fen, Basis.Uplift);
            if (TWorking.Explains)
            {
                working.Write(new($"{state.Facts.Called} 应急期提标", "每人每月定额", Money.FromFen(uplift.Fen).ToString(), uplift.Cited, state.Facts.Id, Name));
            }
        }
    }
}
