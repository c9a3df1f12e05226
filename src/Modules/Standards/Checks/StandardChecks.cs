using SocialAssistance.Platform.TagHelpers;
using SocialAssistance.Policies;
using SocialAssistance.Rules.Oversight;
using SocialAssistance.Rules.Standards;
using SocialAssistance.Rules.Values;
using SocialAssistance.Standards.Versions;
using Keys = SocialAssistance.Rules.Standards.ParameterCatalogue;

namespace SocialAssistance.Standards.Checks;

/// <summary>OV-08 over a version: guidance of the levels above, the multiple for extreme poverty, and common dates, by the core's own rule.</summary>
internal static class StandardChecks
{
    private static readonly Parameter<decimal> Allowance = Keys.MinimumLivingAllowance.Standard;
    private static readonly Parameter<decimal> ExtremePoverty = Keys.ExtremePoverty.Basic.SelfCaring;

    public static IEnumerable<Finding> Run(StandardVersion version, IReadOnlyList<VersionLine> lines, PolicyBook applied, PolicyLibrary library)
    {
        var touched = lines.Where(l => l.Key == Allowance.Key || l.Key == ExtremePoverty.Key).ToArray();
        foreach (var area in Vocabulary<Area>.Values)
        {
            foreach (var day in touched.Where(l => AreaWords.Read(l.Area) == area).Select(l => l.FromDay).Distinct().Order())
            {
                foreach (var finding in Check(version, touched, applied, library, area, day))
                {
                    yield return finding;
                }
            }
        }
    }

    private static IEnumerable<Finding> Check(StandardVersion version, VersionLine[] touched, PolicyBook applied, PolicyLibrary library, Area area, DateOnly day)
    {
        var figures = new Resolver(applied);
        if (figures.Find(Allowance, day, area) is not { } allowance)
        {
            yield break;
        }

        var guidance = version.Guidance ?? new();
        var isUrban = area == Area.Urban;
        var (findings, _) = StandardCheck.Answer(new(area, new Money(allowance.Value))
        {
            ExtremePovertyStandard = Of(figures.Find(ExtremePoverty, day, area)?.Value),
            ProvincialAllowanceGuidance = Of((isUrban ? guidance.ProvincialAllowanceUrban : guidance.ProvincialAllowanceRural) ?? Above(library, version.DivisionCode[..2] + "0000", Allowance)),
            PrefecturalAllowanceGuidance = Of((isUrban ? guidance.PrefecturalAllowanceUrban : guidance.PrefecturalAllowanceRural) ?? Above(library, version.DivisionCode[..4] + "00", Allowance)),
            ProvincialExtremePovertyGuidance = Of((isUrban ? guidance.ProvincialExtremePovertyUrban : guidance.ProvincialExtremePovertyRural) ?? Above(library, version.DivisionCode[..2] + "0000", ExtremePoverty)),
            PrefecturalExtremePovertyGuidance = Of((isUrban ? guidance.PrefecturalExtremePovertyUrban : guidance.PrefecturalExtremePovertyRural) ?? Above(library, version.DivisionCode[..4] + "00", ExtremePoverty)),
            AllowanceEffective = Effective(Allowance), ExtremePovertyEffective = Effective(ExtremePoverty),
        }, new Inquiry(figures, day));
        foreach (var finding in findings)
        {
            yield return new(finding.Code, finding.Blocks, Text(finding, area, day));
        }

        decimal? Above(PolicyLibrary packs, string code, Parameter<decimal> parameter) =>
            code == version.DivisionCode || packs.PackOf(code) is not { } pack ? null : ((Entry<decimal>?)new Resolver(new PolicyBook(code, code, code, [pack.Layer])).FindEntry(parameter, day, area))?.Figure?.Value;

        DateOnly? Effective(Parameter parameter) => touched.Where(l => l.Key == parameter.Key && AreaWords.Read(l.Area) == area).Select(l => (DateOnly?)l.FromDay).FirstOrDefault();
    }

    private static string Text(StandardFinding finding, Area area, DateOnly day) => finding.Code switch
    {
        "below-multiple" => $"{Words.Of(area)}特困基本生活标准自 {Show.Date(day)} 起低于低保标准的规定倍数，每人每月差 {finding.Shortfall!.Value.ToDisplay()} 元",
        "allowance-below-guidance" => $"{Words.Of(area)}低保标准低于上级指导标准，每人每月差 {finding.Shortfall!.Value.ToDisplay()} 元，不得公布",
        "extreme-poverty-below-guidance" => $"{Words.Of(area)}特困标准低于上级指导标准，每人每月差 {finding.Shortfall!.Value.ToDisplay()} 元，不得公布",
        _ => $"{Words.Of(area)}低保标准和特困标准的施行日期不一致，文件要求同步调整",
    };

    private static Money? Of(decimal? yuan) => yuan is { } amount ? new Money(amount) : null;
}
