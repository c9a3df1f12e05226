using Microsoft.EntityFrameworkCore;
using SocialAssistance.Contracts.Disbursement;
using SocialAssistance.Disbursement.Data;
using SocialAssistance.Rules.Standards;
using SocialAssistance.Rules.Values;
using Keys = SocialAssistance.Rules.Standards.ParameterCatalogue.Fund;

namespace SocialAssistance.Disbursement.Funding;

/// <summary>Entered rates first, else the published figures of the county.</summary>
internal sealed class FundingShares(DisbursementDb db) : IFundingShares
{
    public async Task<IReadOnlyList<FundingShare>> OfAsync(string program, BenefitMonth month, PolicyBook book, CancellationToken cancellationToken)
    {
        var first = month.FirstDay;
        var entered = await db.FundingRates.AsNoTracking().Where(r => r.Program == program && r.FromMonth <= first).ToListAsync(cancellationToken);
        var resolver = new Resolver(book);
        return [.. FundingLevels.Areas.Keys.SelectMany(area => FundingLevels.Names.Select(level => Share(level.Key, level.Value, area))).OfType<FundingShare>()];

        FundingShare? Share(string level, string name, string area)
        {
            var rate = entered.Where(r => r.Level == level && r.Area == area).OrderByDescending(r => r.FromMonth).ThenByDescending(r => r.RecordedAt).FirstOrDefault();
            return rate is not null ? new(level, name, area, rate.PerPerson, rate.Yearly, rate.Document)
                : Published(resolver, program, level, area, first) is var (figure, yearly) && figure is not null ? new(level, name, area, figure.Value, yearly, figure.Cited)
                : null;
        }
    }

    /// <summary>The county's published share, where a document states one for the month.</summary>
    private static (Figure<decimal>? Figure, bool Yearly) Published(Resolver figures, string program, string level, string area, DateOnly month) => (program, level, area) switch
    {
        ("minimum-living", "county", _) => (figures.Find(Keys.CountyShare.MinimumLivingAllowance, month, Of(area)), false),
        ("extreme-poverty", "county", "urban") => (figures.Find(Keys.CountyShare.ExtremePovertyUrban, month), false),
        ("extreme-poverty", "special", "urban") => (figures.Find(Keys.SpecialFund.ExtremePovertyUrban, month), false),
        ("extreme-poverty", "county", "rural") => (figures.Find(Keys.CountyShare.ExtremePovertyRuralYearly, month), true),
        ("retrenched-worker", "county", _) => (figures.Find(Keys.CountyShare.RetrenchedIncrement, month, Of(area)), false),
        _ => (null, false),
    };

    private static Area Of(string area) => area == "urban" ? Area.Urban : Area.Rural;
}
