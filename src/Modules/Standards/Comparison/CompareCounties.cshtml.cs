using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SocialAssistance.Contracts.Standards;
using SocialAssistance.Platform.Security;
using SocialAssistance.Platform.TagHelpers;
using SocialAssistance.Platform.Time;
using SocialAssistance.Policies;
using SocialAssistance.Rules.Standards;
using SocialAssistance.Rules.Values;
using SocialAssistance.Standards.Versions;

namespace SocialAssistance.Standards.Comparison;

/// <summary>两县对照: where the parameters of two counties differ, and one family in both.</summary>
[Allow("standards.read")]
internal sealed class CompareCountiesModel(ICountySettings county, PolicyLibrary library, TimeProvider time) : PageModel
{
    private const string DefaultOther = "410700";

    [FromQuery(Name = "left")]
    public string? LeftCode { get; set; }

    [FromQuery(Name = "right")]
    public string? RightCode { get; set; }

    [FromQuery(Name = "month")]
    public string? MonthText { get; set; }

    [FromQuery(Name = "area")]
    public string? AreaWord { get; set; }

    [FromQuery(Name = "family")]
    public string? FamilyCode { get; set; }

    public PolicyBook Left { get; private set; } = null!;

    public PolicyBook Right { get; private set; } = null!;

    public BenefitMonth Month { get; private set; }

    public SampleFamily Family { get; private set; } = null!;

    public ComparedFamily Result { get; private set; } = null!;

    public IReadOnlyList<ParameterDifference> Differences { get; private set; } = [];

    public IReadOnlyList<Choice> Counties => [.. library.Headers.Where(h => h.Code != Pack.Nation).Select(h => new Choice(h.Code, h.Name))];

    public IReadOnlyList<Choice> Families { get; private set; } = [];

    /// <summary>Why what was typed could not be used; null when it could.</summary>
    public string? Problem { get; private set; }

    public void OnGet()
    {
        var area = AreaWord == "urban" ? Area.Urban : Area.Rural;
        if (BenefitMonth.TryParse(MonthText ?? "", out var month))
        {
            Month = month;
        }
        else
        {
            Month = BenefitMonth.Of(time.Today());
            Problem = string.IsNullOrWhiteSpace(MonthText) ? null : $"月份“{MonthText}”不能识别，请写成 {Month}。下面按本月对照";
        }

        (LeftCode, RightCode) = (Known(LeftCode) ?? county.PolicyCode, Known(RightCode) ?? DefaultOther);
        (Left, Right) = (county.Book(LeftCode), county.Book(RightCode));
        var families = SampleFamilies.Of(Month, area);
        Families = [.. families.Select(f => new Choice(f.Code, f.Title))];
        Family = families.FirstOrDefault(f => f.Code == FamilyCode) ?? families[0];
        (FamilyCode, MonthText, AreaWord) = (Family.Code, Month.ToString(), Vocabulary.Word(area));
        Differences = CountyComparison.Differences(Left, Right, Month.FirstDay);
        Result = CountyComparison.Compare(Left, Right, Month, Family.Household);
    }

    public static string Value(Parameter parameter, Entry? entry) => ValueText.Show(parameter, entry?.Value);

    public static string Total(Money? money) => money is { } amount ? Show.Money(amount.Yuan) : "不享受";

    private string? Known(string? code) => Counties.Any(c => c.Value == code) ? code : null;
}
