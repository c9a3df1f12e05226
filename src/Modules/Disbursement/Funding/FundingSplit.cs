using SocialAssistance.Contracts.Disbursement;
using SocialAssistance.Contracts.Standards;
using SocialAssistance.Disbursement.Data;
using SocialAssistance.Disbursement.OneOff;
using SocialAssistance.Disbursement.Rosters;
using SocialAssistance.Platform.Data;
using SocialAssistance.Rules.Values;

namespace SocialAssistance.Disbursement.Funding;

/// <summary>A level's part of a roster: persons × rate, with the document it rests on.</summary>
internal sealed record FundingPart(string Level, string Area, int Persons, decimal PerPerson, bool Yearly, decimal Amount, string Source);

/// <param name="Parts">What the levels pay.</param>
/// <param name="Total">What the roster pays.</param>
/// <param name="Unit">What the rates are for: <c>人</c> or <c>户</c>.</param>
/// <param name="Later">Of it, back pay and corrections of earlier months, which no rate covers again.</param>
internal sealed record FundingSplit(IReadOnlyList<FundingPart> Parts, decimal Total, decimal Later, string Unit = "人")
{
    /// <summary>未说明来源: what no rate explains; negative when the rates bring more than was paid.</summary>
    public decimal Remainder => Total - Parts.Sum(p => p.Amount);
}

/// <summary>Splits a roster by who pays.</summary>
internal sealed class FundingDesk(IFundingShares shares, UnitOfWork unitOfWork, ICountySettings settings)
{
    public async Task<FundingSplit> OfAsync(Roster roster, CancellationToken cancellationToken)
    {
        var persons = new Dictionary<string, int>();
        var later = 0m;
        await using (var command = await unitOfWork.CommandAsync($"""
            select area, count(distinct person_key) filter (where {LineKinds.Ordinary})::integer, coalesce(sum(amount) filter (where {LineKinds.Later}), 0)
            from disbursement.payments where roster_id = $1 group by area
            """, [roster.Id], cancellationToken))
        await using (var reader = await command.ExecuteReaderAsync(cancellationToken))
        {
            while (await reader.ReadAsync(cancellationToken))
            {
                persons[reader.GetString(0)] = reader.GetInt32(1);
                later += reader.GetDecimal(2);
            }
        }

        if (roster.Terms is { } terms)
        {
            // A one-off batch says itself who pays; its lines are persons or households, one each.
            var split = from share in terms.Shares ?? []
                        from area in FundingLevels.Areas.Keys
                        let count = persons.GetValueOrDefault(area)
                        where count > 0
                        select new FundingPart(share.Level, area, count, share.Amount, false, count * share.Amount, roster.Document ?? "");
            return new([.. split], roster.Total, later, terms.Unit == OneOffTerms.PerHousehold ? "户" : "人");
        }

        var known = await shares.OfAsync(roster.Program, BenefitMonth.Of(roster.Month), settings.Book(settings.PolicyCode), cancellationToken);
        var parts = from share in known
                    let count = persons.GetValueOrDefault(share.Area)
                    where count > 0
                    select new FundingPart(share.Level, share.Area, count, share.PerPerson, share.Yearly, share.Of(count), share.Source);
        return new([.. parts], roster.Total, later);
    }
}
