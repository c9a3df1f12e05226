using SocialAssistance.Rules.Households;

namespace SocialAssistance.Benchmarks.HouseholdMonths;

/// <summary>The plain loop must answer as the product does, household by household and not only in sum.</summary>
internal static class Agreement
{
    public static bool Holds(HouseholdMonthRequest[] requests, MonthFigures figures)
    {
        var (batch, plain) = (new HouseholdMonthBatch(), new PlainYudu());
        foreach (ref readonly var request in requests.AsSpan())
        {
            batch.Determine(in request, figures);
            plain.Determine(in request);
            var product = $"{batch.Class}, {batch.Total.Yuan:0.00}, {batch.EntitlementCount} lines, {batch.RefusalCount} refusals, {batch.WarningCount} warnings, hearing {batch.HearingRequired}";
            var loop = $"{plain.Class}, {plain.Total:0.00}, {plain.LineCount} lines, {plain.RefusalCount} refusals, {plain.WarningCount} warnings, hearing {plain.HearingRequired}";
            if (product != loop)
            {
                Console.Error.WriteLine($"Household {request.Household.Members[0].Id}: product {product}; loop {loop}\n{RequestLine.Write(in request)}");
                return false;
            }
        }

        return true;
    }
}
