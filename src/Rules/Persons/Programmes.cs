using SocialAssistance.Rules.Determinations;
using SocialAssistance.Rules.Households;
using SocialAssistance.Rules.Standards;

namespace SocialAssistance.Rules.Persons;

/// <summary>
/// The one basic-living programme of a person (HM-24): no double basic living. With several recognitions the higher
/// amount decides, the order orphan, de-facto-unattended child, extreme poverty breaking ties and gaps (D-36).
/// </summary>
internal static class Programmes
{
    private static readonly Programme[] Order = [Programme.Orphan, Programme.DeFactoUnattendedChild, Programme.ExtremePoverty];

    public static void Apply<TWorking>(MonthRun run, TWorking working)
        where TWorking : struct, IWorking
    {
        for (var i = 0; i < run.MemberCount; i++)
        {
            ref var state = ref run.Members[i];
            if (!state.Present || state.Facts.Statuses.IsEmpty)
            {
                continue;
            }

            if (state.IsBeyondCare)
            {
                RefuseAbsent(run, i);
            }
            else
            {
                state.Programme = Choose(run, i, working);
            }
        }
    }

    public static Benefit BasicBenefit(Programme programme) => programme switch
    {
        Programme.Orphan => Benefit.OrphanBasic,
        Programme.DeFactoUnattendedChild => Benefit.DeFactoUnattendedChildBasic,
        Programme.HivInfectedChild => Benefit.HivInfectedChildBasic,
        _ => Benefit.ExtremePovertyBasic,
    };

    public static RefusalReason ExcludedBy(Programme programme) => programme switch
    {
        Programme.Orphan => RefusalReason.ExcludedByOrphan,
        Programme.DeFactoUnattendedChild => RefusalReason.ExcludedByDeFactoUnattendedChild,
        Programme.HivInfectedChild => RefusalReason.ExcludedByHivInfectedChild,
        _ => RefusalReason.ExcludedByExtremePoverty,
    };

    public static string NameOf(Programme programme) => programme switch
    {
        Programme.Orphan => "孤儿",
        Programme.DeFactoUnattendedChild => "事实无人抚养儿童",
        Programme.HivInfectedChild => "儿童基本生活保障",
        _ => "特困人员",
    };

    /// <summary>By items failed out of six, never from the disability grade (M43 Art 22).</summary>
    public static SelfCareGrade GradeOf(Member member) => member.SelfCareItemsFailed switch
    {
        null or 0 => SelfCareGrade.SelfCaring,
        <= 3 => SelfCareGrade.PartialLoss,
        _ => SelfCareGrade.FullLoss,
    };

    /// <summary>The published amount of a programme other than the HIV one, which is a share of the orphan's.</summary>
    public static AmountFigure AmountOf(Programme programme, Member member, PersonFigures figures) => programme switch
    {
        Programme.Orphan => figures.OrphanBasic(member.CareSetting),
        Programme.DeFactoUnattendedChild => figures.DeFactoUnattended,
        _ => figures.Basic(GradeOf(member)),
    };

    private static Programme Choose<TWorking>(MonthRun run, int index, TWorking working)
        where TWorking : struct, IWorking
    {
        ref var state = ref run.Members[index];
        var statuses = state.Facts.Statuses;
        var figures = run.Figures.Persons;
        var hiv = statuses.Contains(PersonStatus.HivInfectedChild);
        if (hiv && figures.HivShare is null)
        {
            run.NotConfigured(ParameterCatalogue.HivInfectedChild.OrphanShare.Key);
            hiv = false;
        }

        var extremelyPoor = statuses.Contains(PersonStatus.ExtremePoverty) && MinorContinuation.Continues(run, index, working);
        var (first, best) = (Programme.None, Programme.None);
        var highest = -1L;
        var allConfigured = true;
        foreach (var candidate in Order)
        {
            if (!IsCandidate(candidate, statuses, extremelyPoor))
            {
                continue;
            }

            var amount = AmountOf(candidate, state.Facts, figures);
            allConfigured &= amount.IsSet;
            first = first == Programme.None ? candidate : first;
            if (amount.Fen > highest)
            {
                (best, highest) = (candidate, amount.Fen);
            }
        }

        var chosen = hiv ? Programme.HivInfectedChild : allConfigured ? best : first;

        foreach (var candidate in Order)
        {
            if (candidate != chosen && IsCandidate(candidate, statuses, extremelyPoor))
            {
                run.Refuse(index, BasicBenefit(candidate), ExcludedBy(chosen));
            }
        }

        if (TWorking.Explains && chosen != Programme.None)
        {
            working.Write(new($"{state.Facts.Called} 基本生活保障项目", "同一人同月只享受一项基本生活保障", NameOf(chosen), "HM-24"));
        }

        return chosen;
    }

    private static bool IsCandidate(Programme programme, System.Collections.Immutable.ImmutableArray<PersonStatus> statuses, bool extremelyPoor) => programme switch
    {
        Programme.Orphan => statuses.Contains(PersonStatus.Orphan),
        Programme.DeFactoUnattendedChild => statuses.Contains(PersonStatus.DeFactoUnattendedChild),
        _ => extremelyPoor,
    };

    private static void RefuseAbsent(MonthRun run, int index)
    {
        foreach (var status in run.Members[index].Facts.Statuses)
        {
            var benefit = status switch
            {
                PersonStatus.ExtremePoverty => Benefit.ExtremePovertyBasic,
                PersonStatus.Orphan => Benefit.OrphanBasic,
                PersonStatus.DeFactoUnattendedChild => Benefit.DeFactoUnattendedChildBasic,
                PersonStatus.HivInfectedChild => Benefit.HivInfectedChildBasic,
                _ => (Benefit?)null,
            };
            if (benefit is { } refused)
            {
                run.Refuse(index, refused, RefusalReason.Absent);
            }
        }
    }
}
