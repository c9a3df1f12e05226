using MediatR;
using SocialAssistance.Cases.CaseFiles;
using SocialAssistance.Cases.Changes;
using SocialAssistance.Cases.Data;
using SocialAssistance.Contracts.Cases;
using SocialAssistance.Contracts.Disbursement;
using SocialAssistance.Contracts.Programs;
using SocialAssistance.Contracts.Standards;
using SocialAssistance.Rules.Values;

namespace SocialAssistance.Cases.Reviews;

/// <summary>
/// What is due once a review found no obvious change: the income is verified anew, so a figure the lock held back may come in.
/// Whoever gets more gets it from the next month; whoever would get less keeps what he has until somebody decides.
/// </summary>
internal sealed class ReviewedBenefits(CasesDb db, CaseDesk desk, ChangeDesk changes, IEntitlements entitlements, ICaseHistories histories, ICountySettings county, IMediator mediator)
{
    /// <summary>Follows the reviews, in the transaction that records them; gives how many families wait for a decision.</summary>
    public async Task<int> FollowAsync(IReadOnlyList<CaseFile> files, CancellationToken cancellationToken)
    {
        var ids = files.Select(f => f.Id).ToArray();
        var known = await histories.OfCasesAsync(ids, cancellationToken);
        var recorded = await entitlements.OfCasesAsync(ids, cancellationToken);
        var change = county.ChangeMonth(desk.Today);
        var (waiting, raised) = (0, new List<BenefitTimelineRevised>());
        foreach (var (file, history) in files.Where(f => known.ContainsKey(f.Id)).Select(f => (f, known[f.Id])))
        {
            var timeline = changes.Timeline(history);
            var month = timeline.Months.First(m => m.Month >= Later(change, history.History.Start));
            if (month.Awaits)
            {
                waiting++;
                desk.Tell(file, "review-waits", "核查后按现行规定测算低于现在发放。待遇没有改动，要调整的须登记变更并听取意见");
            }
            else if (Raise(file, history, timeline, month, recorded.GetValueOrDefault(file.Id, [])) is { } raise)
            {
                raised.Add(raise);
            }
        }

        await db.SaveChangesAsync(cancellationToken);
        if (raised.Count > 0)
        {
            await mediator.Publish(new BenefitTimelinesRevised(raised), cancellationToken);
        }

        return waiting;
    }

    private BenefitTimelineRevised? Raise(CaseFile file, CaseHistory history, BenefitProjection timeline, ProjectedMonth month, IReadOnlyList<BenefitSpan> recorded)
    {
        if (month.Assessment is not { } assessment || BenefitDifferences.Raises(recorded, timeline.Spans, month.Month, month.Month).Sum == 0
            || BenefitSpans.Losses(recorded, timeline.Spans, month.Month, history.History.Deaths).Count > 0)
        {
            return null;
        }

        var record = desk.Keep(file, file.FactVersion, DecideChangeHandler.AssessmentOf(month, assessment), "review");
        desk.Tell(file, "review-raised", $"核查后按现行规定调整待遇，自 {month.Month} 起");
        return new(
            file.Id, file.Number, file.HouseholdId, history.DivisionCode, file.Program, file.ApplicantName, file.Area, month.Month, timeline.Spans, history.History.Deaths, "income", $"定期核查 {desk.Today:yyyy-MM-dd}",
            AssessmentWords.Line(record.Assessment), record.Id) { Moves = history.Moves };
    }

    private static BenefitMonth Later(BenefitMonth a, BenefitMonth b) => a > b ? a : b;
}
