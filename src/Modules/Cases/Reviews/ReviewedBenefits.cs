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
        var waiting = 0;
        foreach (var file in files)
        {
            var timeline = await changes.TimelineAsync(file, cancellationToken);
            var next = Later(county.ChangeMonth(desk.Today), BenefitMonth.Of(file.StartMonth!.Value));
            var month = timeline.Months.First(m => m.Month >= next);
            if (month.Awaits)
            {
                waiting++;
                desk.Tell(file, "review-waits", "核查后按现行规定测算低于现在发放。待遇没有改动，要调整的须登记变更并听取意见");
            }
            else
            {
                await RaiseAsync(file, timeline, month, cancellationToken);
            }
        }

        await db.SaveChangesAsync(cancellationToken);
        return waiting;
    }

    private async Task RaiseAsync(CaseFile file, BenefitProjection timeline, ProjectedMonth month, CancellationToken cancellationToken)
    {
        var recorded = await entitlements.OfCaseAsync(file.Id, cancellationToken);
        if (month.Assessment is not { } assessment || BenefitDifferences.Raises(recorded, timeline.Spans, month.Month, month.Month).Sum == 0
            || await histories.FindAsync(file.Id, cancellationToken) is not { } history || BenefitSpans.Losses(recorded, timeline.Spans, month.Month, history.History.Deaths).Count > 0)
        {
            return;
        }

        var record = desk.Keep(file, file.FactVersion, DecideChangeHandler.AssessmentOf(month, assessment), "review");
        desk.Tell(file, "review-raised", $"核查后按现行规定调整待遇，自 {month.Month} 起");
        await db.SaveChangesAsync(cancellationToken);
        await mediator.Publish(
            new BenefitTimelineRevised(
                file.Id, file.Number, file.HouseholdId, history.DivisionCode, file.Program, file.ApplicantName, file.Area, month.Month, timeline.Spans, history.History.Deaths, "income", $"定期核查 {desk.Today:yyyy-MM-dd}",
                AssessmentWords.Line(record.Assessment), record.Id),
            cancellationToken);
    }

    private static BenefitMonth Later(BenefitMonth a, BenefitMonth b) => a > b ? a : b;
}
