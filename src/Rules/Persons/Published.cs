using SocialAssistance.Rules.Determinations;
using SocialAssistance.Rules.Households;
using SocialAssistance.Rules.Standards;
using SocialAssistance.Rules.Values;

namespace SocialAssistance.Rules.Persons;

/// <summary>Pays a published amount as it stands, or says that none is configured. Published amounts are never rounded (D-20).</summary>
internal static class Published
{
    public static bool Pay<TWorking>(MonthRun run, int index, Benefit benefit, AmountFigure amount, string title, bool refuses, TWorking working)
        where TWorking : struct, IWorking
    {
        if (!amount.IsSet)
        {
            run.NotConfigured(amount.Key);
            if (refuses)
            {
                run.Refuse(index, benefit, RefusalReason.NotConfigured);
            }

            return false;
        }

        Pay(run, index, benefit, amount.Fen, Basis.PublishedStandard, title, "按公布标准", TWorking.Explains ? amount.Cited : "", working);
        return true;
    }

    public static void Pay<TWorking>(MonthRun run, int index, Benefit benefit, long fen, Basis basis, string title, string formula, string source, TWorking working)
        where TWorking : struct, IWorking
    {
        run.Pay(index, benefit, fen, basis);
        if (TWorking.Explains)
        {
            var member = run.Members[index].Facts;
            working.Write(new($"{member.Called} {title}", formula, Money.FromFen(fen).ToString(), source, member.Id, Vocabulary.Word(benefit)));
        }
    }
}
