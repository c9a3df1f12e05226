using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SocialAssistance.Contracts.Demo;
using SocialAssistance.Disbursement.Data;
using SocialAssistance.Disbursement.Overpayments;

namespace SocialAssistance.Disbursement.Demo;

/// <summary>A death told two months late was overpaid: the family is heard, the money claimed, and two instalments come back.</summary>
internal static class DemoClaims
{
    private const int Registered = 6;
    private const string Officer = "fund1";

    public static async Task LiveAsync(IDemoActor actor, DemoYear year, int month, IReadOnlyDictionary<string, DemoFamily> cast, CancellationToken cancellationToken)
    {
        var day = year.Day(month, 16);
        if (month == Registered)
        {
            await DemoPayments.SendAsync(actor, Officer, day, new RegisterOverpaymentCommand
            {
                Household = cast[DemoRoles.LateDeath].HouseholdId, Cause = "成员去世两个月后才报告，死亡次月起多发", HeardOn = day, Statement = "情况属实，没有异议，同意分期退回",
                Basis = "社会救助暂行办法 第六十八条", Instalment = 100m, FirstDue = day,
            }, cancellationToken);
        }
        else if (month is Registered + 1 or Registered + 2)
        {
            var household = cast[DemoRoles.LateDeath].HouseholdId;
            var claim = await actor.AsAsync(Officer, day, services => services.GetRequiredService<DisbursementDb>().Overpayments.Where(o => o.HouseholdId == household).Select(o => o.Id).SingleAsync(cancellationToken));
            await DemoPayments.SendAsync(actor, Officer, day, new RecordRepaymentCommand { ClaimId = claim, PaidOn = day, Amount = 100m, Receipt = $"JK-{day:yyyyMM}-001" }, cancellationToken);
        }
    }
}
