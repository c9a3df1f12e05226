using SocialAssistance.Rules.Standards;
using Keys = SocialAssistance.Rules.Standards.ParameterCatalogue.Housing;

namespace SocialAssistance.Rules.SpecialAssistance;

/// <summary>What an urban household asks for: 公租房 or 租赁补贴.</summary>
public enum HousingPreference { PublicRental, RentSubsidy }

/// <summary>A household that may get housing assistance (住房救助).</summary>
public sealed record HousingCase(Area Area, bool HousingDifficulty)
{
    public Choices<Category> Categories { get; init; }
    public CareSetting CareSetting { get; init; }
    public HousingPreference Preference { get; init; }
    public bool SpecialHardship { get; init; }
}

/// <summary>Form and terms of housing assistance; a reason where there is none.</summary>
public sealed record HousingResult(string? Reason)
{
    public bool Eligible => Reason is null;

    /// <summary>Priority follows from eligibility (D-64).</summary>
    public bool Priority => Eligible;

    public string? Form { get; init; }
    public RentRule? RentRule { get; init; }
    public string? SubsidyTier { get; init; }
    public string? Allocation { get; init; }
    public bool TemporaryRentRelief { get; init; }
}

/// <summary>EN-20.</summary>
public static class HousingAid
{
    public static HousingResult Answer(HousingCase given, Inquiry inquiry)
    {
        var groups = inquiry.Need(Keys.Groups);
        var inGroups = given.Categories.And(groups?.Value ?? Choices<Category>.None);
        var supported = Choices<Category>.Of(Category.ExtremePoverty);
        var matching = given.CareSetting == CareSetting.Institutional ? inGroups.Without(supported) : inGroups;
        if (matching.IsEmpty)
        {
            return Refuse(inGroups.IsEmpty ? "category" : "institutional-support", inGroups.IsEmpty ? "不属于住房救助对象" : "集中供养的特困人员不纳入", groups, inquiry);
        }

        if (!given.HousingDifficulty)
        {
            return Refuse("no-housing-difficulty", "没有住房困难", groups, inquiry);
        }

        var result = given switch
        {
            { Area: Area.Rural } => new HousingResult(null) { Form = Vocabulary.Word(inquiry.Need(Keys.RuralForm)!.Value) },
            { Preference: HousingPreference.PublicRental } => PublicRental(given, inquiry),
            _ => RentSubsidy(matching, inquiry),
        };
        inquiry.Step("住房救助", $"{CategoryNames.Of(matching)}；有住房困难", $"优先保障：{FormName(result.Form)}", groups!.Cited);
        return result;
    }

    private static HousingResult PublicRental(HousingCase given, Inquiry inquiry)
    {
        var rule = inquiry.Find(Keys.RentRule);
        var oneToOne = inquiry.IsOn(Keys.OneToOne);
        var relief = given.SpecialHardship && inquiry.IsOn(Keys.TemporaryRentRelief);
        if (rule is { Value: not RentRule.None })
        {
            inquiry.Step("公租房租金", rule.Value == RentRule.Reduction ? "租金减免" : "执行廉租住房租金标准", relief ? "可阶段性减免" : "按规定收取", rule.Cited);
        }

        return new(null)
        {
            Form = "public-rental",
            RentRule = rule is { Value: not RentRule.None } ? rule.Value : null,
            TemporaryRentRelief = relief,
            Allocation = oneToOne ? "one-to-one" : null,
        };
    }

    private static HousingResult RentSubsidy(Choices<Category> matching, Inquiry inquiry)
    {
        var highest = inquiry.Find(Keys.HighestTierClasses);
        var isHighest = highest is not null && !matching.And(highest.Value).IsEmpty;
        inquiry.Step("租赁补贴档次", CategoryNames.Of(matching), isHighest ? "最高档" : "按收入分档", highest?.Cited ?? "EN-20");
        return new(null) { Form = "rent-subsidy", SubsidyTier = isHighest ? "highest" : "by-income" };
    }

    private static string FormName(string? form) => form switch
    {
        "public-rental" => "公租房",
        "rent-subsidy" => "租赁补贴",
        "seismic-farmhouse" => "抗震宜居农房改造",
        _ => "危房改造",
    };

    private static HousingResult Refuse(string reason, string words, Figure<Choices<Category>>? groups, Inquiry inquiry)
    {
        inquiry.Step("住房救助", words, "不符合", groups?.Cited ?? "EN-20");
        return new(reason);
    }
}
