using SocialAssistance.Policies;
using SocialAssistance.Rules.Determinations;
using SocialAssistance.Rules.Households;
using SocialAssistance.Rules.Oversight;
using SocialAssistance.Rules.Persons;
using SocialAssistance.Rules.Standards;
using SocialAssistance.Rules.Values;

namespace SocialAssistance.Standards.Checks;

/// <summary>A golden case worked through by the core: the result as printed, and the steps with their articles.</summary>
internal sealed record GoldenRun(string Result, IReadOnlyList<Step> Steps)
{
    /// <summary>What is shown where a figure is missing.</summary>
    public const string Unset = "未配置";

    public static GoldenRun Of(GoldenCase golden, PolicyBook book, DateOnly day) => golden.Kind switch
    {
        "figure" => Figure(golden, book, day),
        "care-floor" => Floor(golden, book, day),
        _ => Family(golden, book, day),
    };

    private static GoldenRun Figure(GoldenCase golden, PolicyBook book, DateOnly day)
    {
        var parameter = ParameterCatalogue.Find(golden.Key!) ?? throw new PackException("Golden", golden.Id, $"\"{golden.Key}\" is no key.", "Correct it.");
        var entry = new Resolver(book).FindEntry(parameter, day, parameter.ByArea ? golden.Area : null);
        var text = entry?.Value is { } value ? ParameterText.Write(parameter, value) : Unset;
        return new(text, [new(parameter.Name, "", text, entry?.Terms.Source?.ToString() ?? "")]);
    }

    private static GoldenRun Floor(GoldenCase golden, PolicyBook book, DateOnly day)
    {
        var inquiry = new Inquiry(new Resolver(book), day);
        var floors = CareFloors.Answer(golden.Setting, golden.Area, inquiry);
        return new(floors.Single(f => f.Grade == golden.Grade).Floor?.ToString() ?? Unset, inquiry.Steps);
    }

    private static GoldenRun Family(GoldenCase golden, PolicyBook book, DateOnly day)
    {
        // A value that starts inside a month works from the next one (PA-02).
        var month = day.Day == 1 ? BenefitMonth.Of(day) : BenefitMonth.Of(day).AddMonths(1);
        var result = HouseholdMonth.Determine(new HouseholdMonthRequest(month, Household(golden, day)), new MonthFigures(new Resolver(book), month));
        Benefit[] counted = golden.Kind switch
        {
            "extreme-poverty-basic" => [Benefit.ExtremePovertyBasic],
            "extreme-poverty-care" => [Benefit.ExtremePovertyCare],
            _ => [Benefit.MinimumLivingAllowance, Benefit.CategorySupplement],
        };
        var missing = result.Warnings.Any(w => w.Code == WarningCodes.NotConfigured) && !result.Entitlements.Any(e => counted.Contains(e.Benefit));
        return new(missing ? Unset : Money.FromFen(result.Entitlements.Where(e => counted.Contains(e.Benefit)).Sum(e => e.Amount.Fen)).ToString(), [.. result.Steps]);
    }

    private static Household Household(GoldenCase golden, DateOnly day)
    {
        var isExtremelyPoor = golden.Kind.StartsWith("extreme-poverty", StringComparison.Ordinal);
        return new()
        {
            Area = golden.Area, Property = PropertyStanding.WithinAllowanceLimit,
            Members = [.. Enumerable.Range(0, golden.Members).Select(i => new Member
            {
                Id = $"m{i + 1}", Name = $"成员{i + 1}", BirthDate = isExtremelyPoor ? day.AddYears(-70) : day.AddYears(-40), Relation = i == 0 ? Relation.Head : Relation.Sibling,
                AllowanceClass = golden.IsFull ? AllowanceClass.Full : AllowanceClass.Difference,
                Employed = golden.IsEmployed && i == 0,
                Income = i == 0 && golden.Income > 0 ? [new Income(golden.IsEmployed ? IncomeType.Wage : IncomeType.OtherTransfer, new Money(golden.Income), Period.Month)] : [],
                Statuses = isExtremelyPoor ? [PersonStatus.ExtremePoverty] : [],
                ExtremePovertyGround = isExtremelyPoor ? ExtremePovertyGround.Elderly : null,
                CareSetting = golden.Setting,
                SelfCareItemsFailed = isExtremelyPoor ? golden.Grade switch { SelfCareGrade.SelfCaring => 0, SelfCareGrade.PartialLoss => 1, _ => 6 } : null,
            })],
        };
    }
}
