using SocialAssistance.Rules.Determinations;
using SocialAssistance.Rules.Households;
using SocialAssistance.Rules.Standards;
using SocialAssistance.Rules.Values;

namespace SocialAssistance.Rules.BackPayments;

/// <summary>
/// Back pay of a set of cases: what is due now less what was paid, per person, benefit and month. Differences are never
/// netted against each other (BP-04).
/// </summary>
public static class BackPayRun
{
    /// <exception cref="BandNotFoundException">Band mode, and no band of the table covers a gap (E-42).</exception>
    public static BackPayResult Calculate(BackPayRequest request, Resolver resolver, Worksheet worksheet)
    {
        var months = new Dictionary<BenefitMonth, MonthFigures>();
        MonthFigures FiguresOf(BenefitMonth month) =>
            months.TryGetValue(month, out var known) ? known : months[month] = new MonthFigures(resolver, month);

        var sheet = new BackPaySheet(request, resolver, new MonthDues(request, FiguresOf), worksheet);
        foreach (var file in request.Cases)
        {
            for (var month = request.From; month <= request.Through; month = month.AddMonths(1))
            {
                sheet.Compare(file, month);
            }

            sheet.Reexamine(file, FiguresOf);
        }

        return sheet.Result();
    }
}
