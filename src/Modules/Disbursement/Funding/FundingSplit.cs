using Microsoft.EntityFrameworkCore;
using SocialAssistance.Contracts.Standards;
using SocialAssistance.Disbursement.Data;
using SocialAssistance.Disbursement.Rosters;
using SocialAssistance.Platform.Data;
using SocialAssistance.Rules.Standards;
using Keys = SocialAssistance.Rules.Standards.ParameterCatalogue.Fund;

namespace SocialAssistance.Disbursement.Funding;

/// <summary>A level's part of a roster: persons × rate, with the document it rests on.</summary>
internal sealed record FundingPart(string Level, string Area, int Persons, decimal PerPerson, bool Yearly, string Source)
{
    /// <summary>Of a rate per year, the month's twelfth of all persons together, rounded once.</summary>
    public decimal Amount => Yearly ? decimal.Round(Persons * PerPerson / 12, 2, MidpointRounding.AwayFromZero) : Persons * PerPerson;
}

/// <param name="Parts">What the levels pay.</param>
/// <param name="Total">What the roster pays.</param>
/// <param name="Later">Of it, back pay and corrections of earlier months, which no rate covers again.</param>
internal sealed record FundingSplit(IReadOnlyList<FundingPart> Parts, decimal Total, decimal Later)
{
    /// <summary>未说明来源: what no rate explains; negative when the rates bring more than was paid.</summary>
    public decimal Remainder => Total - Parts.Sum(p => p.Amount);
}

/// <summary>Splits a roster by who pays: entered rates first, else the published figures of the county.</summary>
internal sealed class FundingDesk(DisbursementDb db, UnitOfWork unitOfWork, ICountySettings settings)
{
    public async Task<FundingSplit> OfAsync(Roster roster, CancellationToken cancellationToken)
    {
        var persons = new List<(string Area, int Persons)>();
        var later = 0m;
        await using (var command = await unitOfWork.CommandAsync($"""
            select area, count(distinct person_key) filter (where {LineKinds.Ordinary})::integer, coalesce(sum(amount) filter (where {LineKinds.Later}), 0)
            from disbursement.payments where roster_id = $1 group by area order by area desc
            """, [roster.Id], cancellationToken))
        await using (var reader = await command.ExecuteReaderAsync(cancellationToken))
        {
            while (await reader.ReadAsync(cancellationToken))
            {
                persons.Add((reader.GetString(0), reader.GetInt32(1)));
                later += reader.GetDecimal(2);
            }
        }

        var entered = await db.FundingRates.AsNoTracking().Where(r => r.Program == roster.Program && r.FromMonth <= roster.Month).ToListAsync(cancellationToken);
        var parts = persons.Where(p => p.Persons > 0).SelectMany(p => FundingLevels.Names.Keys.Select(level => Part(level, p.Area, p.Persons))).OfType<FundingPart>();
        return new([.. parts], roster.Total, later);

        FundingPart? Part(string level, string area, int count)
        {
            var rate = entered.Where(r => r.Level == level && r.Area == area).OrderByDescending(r => r.FromMonth).ThenByDescending(r => r.RecordedAt).FirstOrDefault();
            return rate is not null ? new(level, area, count, rate.PerPerson, rate.Yearly, rate.Document)
                : Published(roster, level, area) is var (figure, yearly) && figure is not null ? new(level, area, count, figure.Value, yearly, figure.Cited)
                : null;
        }
    }

    /// <summary>The county's published share, where a document states one for the month.</summary>
    private (Figure<decimal>? Figure, bool Yearly) Published(Roster roster, string level, string area)
    {
        var resolver = new Resolver(settings.Book(settings.PolicyCode));
        var place = area == "urban" ? Area.Urban : Area.Rural;
        return (roster.Program, level, area) switch
        {
            ("minimum-living", "county", _) => (resolver.Find(Keys.CountyShare.MinimumLivingAllowance, roster.Month, place), false),
            ("extreme-poverty", "county", "urban") => (resolver.Find(Keys.CountyShare.ExtremePovertyUrban, roster.Month), false),
            ("extreme-poverty", "special", "urban") => (resolver.Find(Keys.SpecialFund.ExtremePovertyUrban, roster.Month), false),
            ("extreme-poverty", "county", "rural") => (resolver.Find(Keys.CountyShare.ExtremePovertyRuralYearly, roster.Month), true),
            ("retrenched-worker", "county", _) => (resolver.Find(Keys.CountyShare.RetrenchedIncrement, roster.Month, place), false),
            _ => (null, false),
        };
    }
}
