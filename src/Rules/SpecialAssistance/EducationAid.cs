using SocialAssistance.Rules.Standards;
using static SocialAssistance.Rules.Standards.EducationStage;

namespace SocialAssistance.Rules.SpecialAssistance;

/// <summary>
/// EN-10: which forms of aid a stage of school has in a jurisdiction. Each row of a table is one sentence of its document;
/// a jurisdiction without a table of its own has the national one.
/// </summary>
public static class EducationAid
{
    private sealed record Row(EducationStage[] Stages, Func<EducationCase, bool> When, string[] Items);

    private sealed record Table(Citation Source, Row[] Rows);

    private static readonly EducationStage[] All = Enum.GetValues<EducationStage>();
    private static readonly EducationStage[] FromUpperSecondary = [SeniorHigh, SecondaryVocational, College, Undergraduate, Postgraduate];
    private static readonly EducationStage[] Tertiary = [College, Undergraduate, Postgraduate];

    private static readonly Table Xinxiang = new(new("新办〔2021〕20号", "二（二）"),
    [
        new([Preschool], c => c.IsRegisteredPoor, ["care-fee-subsidy"]),
        new([Preschool, Compulsory], c => c.IsInHardship, ["living-subsidy"]),
        new([Compulsory], c => c.IsRegisteredPoor || c.IsPoorAndDisabled, ["nutrition-subsidy"]),
        new([SeniorHigh, SecondaryVocational], c => c.IsInHardship, ["national-grant"]),
        new([SeniorHigh], c => c.IsRegisteredPoor || c.IsPoorAndDisabled || c.IsRuralRecipient, ["tuition-waiver", "boarding-waiver"]),
        new([SecondaryVocational], _ => true, ["tuition-waiver"]),
        new([SecondaryVocational], c => c.Outstanding, ["national-scholarship"]),
        new(Tertiary, c => c.IsInHardship, ["origin-loan"]),
        new([College, Undergraduate], c => c.IsInHardship && c.Freshman, ["freshman-grant"]),
    ]);

    private static readonly Table Fuliang = new(new("浮办发〔2021〕2号", "二（三）7"),
    [
        new(All, c => c.IsInHardship, ["grant", "fee-reduction", "fee-waiver"]),
        new(FromUpperSecondary, c => c.IsInHardship, ["award", "work-study"]),
        new(Tertiary, c => c.IsInHardship, ["loan"]),
    ]);

    private static readonly Row[] MaguanAndNingxia =
    [
        new([.. All.Except([Postgraduate])], c => c.IsInHardship, ["fee-reduction", "grant"]),
        new([.. FromUpperSecondary.Except([Postgraduate])], c => c.IsInHardship, ["work-study"]),
    ];

    private static readonly Table Maguan = new(new("马办通〔2021〕63号", "二（二）2"), MaguanAndNingxia);
    private static readonly Table Ningxia = new(new("宁党办〔2021〕14号", "二（三）8"), MaguanAndNingxia);

    private static readonly Table Nation = new(new("社会救助法", "第二十五条"),
    [
        new([Preschool], c => c.IsInHardship, ["fee-reduction"]),
        new([Compulsory], c => c.IsInHardship, ["living-subsidy"]),
        new([SeniorHigh, SecondaryVocational], c => c.IsInHardship, ["grant", "fee-reduction"]),
        new([College, Undergraduate], c => c.IsInHardship, ["grant", "work-study"]),
        new(Tertiary, c => c.IsInHardship, ["loan"]),
    ]);

    /// <summary>The forms of aid, in the order of the document; none is not eligible.</summary>
    public static IReadOnlyList<EducationItem> Answer(EducationCase given, Inquiry inquiry)
    {
        var table = inquiry.Figures.Book.Slug switch
        {
            "xinxiang" => Xinxiang,
            "fuliang" => Fuliang,
            "maguan" => Maguan,
            "ningxia" => Ningxia,
            _ => Nation,
        };
        var items = table.Rows
            .Where(row => row.Stages.Contains(given.Stage) && row.When(given))
            .SelectMany(row => row.Items)
            .Select(item => new EducationItem(item, table.Source))
            .ToList();

        // A disabled child who cannot go to school is taught at home, whatever the household's means.
        if (given is { Stage: Compulsory, Disabled: true, Attending: false })
        {
            items.Insert(0, new("home-teaching", table.Source));
        }

        inquiry.Step("教育救助方式", CategoryNames.Of(given.Categories), items.Count == 0 ? "不符合" : string.Join("、", items.Select(i => Name(i.Item))), table.Source.ToString());
        return items;
    }

    private static string Name(string item) => item switch
    {
        "care-fee-subsidy" => "保教费补助",
        "living-subsidy" => "生活补助",
        "nutrition-subsidy" => "营养补助",
        "national-grant" => "国家助学金",
        "tuition-waiver" => "免学费",
        "boarding-waiver" => "免住宿费",
        "national-scholarship" => "国家奖学金",
        "origin-loan" => "生源地信用助学贷款",
        "freshman-grant" => "新生资助",
        "grant" => "助学金",
        "fee-reduction" => "费用减收",
        "fee-waiver" => "费用免收",
        "award" => "奖励",
        "work-study" => "勤工助学",
        "loan" => "助学贷款",
        "home-teaching" => "送教上门",
        _ => item,
    };
}
