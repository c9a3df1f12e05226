namespace SocialAssistance.Contracts.Cases;

/// <summary>Applications that were declined, for finding those a new standard may reach; across all areas.</summary>
public interface IDeclinedCases
{
    /// <summary>Cases of a programme and a part of the county declined on or after a day; memory holds one page at a time.</summary>
    IAsyncEnumerable<DeclinedCase> SinceAsync(string program, string divisionPrefix, DateOnly since, CancellationToken cancellationToken = default);
}

/// <summary>A declined application with the facts it was declined on.</summary>
public sealed record DeclinedCase(Guid CaseId, string CaseNumber, string DivisionCode, string Area, CaseFacts Facts);
