using SocialAssistance.Rules.Determinations;

namespace SocialAssistance.Rules.Households;

/// <summary>
/// All monthly cash benefits of one household for one month (section 4). Facts in, a complete answer with its working
/// out; no clock, no store, no culture.
/// </summary>
public static class HouseholdMonth
{
    /// <summary>Determines and explains. The facts must have passed the checks of section 4.1.</summary>
    /// <exception cref="BandNotFoundException">Band mode, and no band of the table covers a gap (E-42).</exception>
    public static HouseholdMonthResult Determine(in HouseholdMonthRequest request, MonthFigures figures, Worksheet worksheet)
    {
        var run = new MonthRun();
        HouseholdMonthCalculation.Run(run, in request, figures, recomputesPast: false, worksheet);
        return run.BandMissing ? throw new BandNotFoundException() : HouseholdMonthAnswer.From(run, worksheet.Steps);
    }

    /// <summary>Determines and explains on a fresh worksheet.</summary>
    /// <exception cref="BandNotFoundException">Band mode, and no band of the table covers a gap (E-42).</exception>
    public static HouseholdMonthResult Determine(in HouseholdMonthRequest request, MonthFigures figures) =>
        Determine(in request, figures, new Worksheet());
}

/// <summary>Band mode, and no band covers the gap S − y: the table has a hole, which no amount may paper over (E-42).</summary>
public sealed class BandNotFoundException() : InvalidOperationException("No band of minimum-living-allowance.bands covers the gap.");
