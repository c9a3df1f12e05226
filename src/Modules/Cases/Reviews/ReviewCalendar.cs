using MediatR;
using Npgsql;
using NpgsqlTypes;
using SocialAssistance.Contracts.Cases;
using SocialAssistance.Contracts.Standards;
using SocialAssistance.Platform.Data;
using SocialAssistance.Platform.Time;
using SocialAssistance.Rules.Standards;

namespace SocialAssistance.Cases.Reviews;

/// <summary>Keeps the list of what is due in step with facts, decisions and reviews, by the county's figures.</summary>
internal sealed class ReviewCalendar(UnitOfWork unitOfWork, ICountySettings county, ReviewRhythm rhythm, TimeProvider time) : INotificationHandler<CaseConfirmed>
{
    /// <summary>Whether the county's rules let reviews stand still in an emergency.</summary>
    public bool Suspends => new Resolver(county.Book(county.PolicyCode)).ValueOr(ParameterCatalogue.Review.Suspension, false, time.Today());

    public Task Handle(CaseConfirmed notification, CancellationToken cancellationToken) => RefreshAsync([notification.CaseId], cancellationToken);

    /// <summary>Makes the dues of these cases anew, or of all where null; inside a transaction.</summary>
    public Task RefreshAsync(IReadOnlyCollection<Guid>? caseIds, CancellationToken cancellationToken)
    {
        var today = time.Today();
        var figures = new Resolver(county.Book(county.PolicyCode));
        return unitOfWork.ExecuteAsync("select cases.refresh_review_dues($1, $2, $3, $4, $5, $6, $7, $8, $9)",
            [
                new NpgsqlParameter { Value = (object?)caseIds?.ToArray() ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid },
                county.Number(ParameterCatalogue.Review.YearlyMonths, today).Value, county.Number(ParameterCatalogue.Review.HalfYearlyMonths, today).Value,
                figures.ValueOr(ParameterCatalogue.Review.HalfYearlyCondition, HalfYearlyCondition.Or, today) == HalfYearlyCondition.And,
                figures.ValueOr(ParameterCatalogue.Review.SeriousYearly, false, today), today, rhythm.MeansTested, Suspends,
                county.Number(ParameterCatalogue.Deadline.HardshipValidityMonths, today).Value,
            ],
            cancellationToken);
    }
}
