using System.Text;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SocialAssistance.Contracts.Demo;
using SocialAssistance.Disbursement.BankLists;
using SocialAssistance.Disbursement.Corrections;
using SocialAssistance.Disbursement.Data;
using SocialAssistance.Disbursement.Payees;
using SocialAssistance.Disbursement.Returns;
using SocialAssistance.Disbursement.Rosters;
using SocialAssistance.Platform.Jobs;
using SocialAssistance.Platform.Messaging;
using SocialAssistance.Rules.Values;

namespace SocialAssistance.Disbursement.Demo;

/// <summary>
/// Twelve months of the allowance as the fund officers pay them: one makes, submits and sends the list, the other seals it,
/// the bank answers; twice an account is closed, is put right, and the money follows in a correction.
/// </summary>
internal sealed class DemoPayments(IDemoActor actor) : IDemoStory
{
    /// <summary>The programme whose months are paid here.</summary>
    public const string Program = "minimum-living";

    /// <summary>Looks at the roster before the story gives up; a minute.</summary>
    private const int Patience = 1_200;

    private const string First = "fund1";
    private const string Second = "fund2";

    /// <summary>Months whose return names a closed account, with the family.</summary>
    private static readonly IReadOnlyDictionary<int, string> Closed = new Dictionary<int, string> { [3] = DemoRoles.ClosedAccount, [7] = DemoRoles.ClosedAccountAgain };

    /// <summary>Money is on its way before the month's changes are decided.</summary>
    public int Order => 10;

    public async Task LiveAsync(DemoYear year, int month, IReadOnlyDictionary<string, DemoFamily> cast, CancellationToken cancellationToken)
    {
        var (made, answered) = (year.Day(month, 3), year.Day(month, 8));
        var roster = (await SendAsync(First, made, new GenerateRosterCommand { Program = Program, Month = $"{BenefitMonth.Of(made)}" }, cancellationToken)).Id;
        await MadeAsync(roster, made, cancellationToken);
        await SealAsync(roster, made, cancellationToken);
        await AnswerAsync(roster, answered, Closed.TryGetValue(month, out var role) ? cast[role] : null, cancellationToken);
        if (role is not null)
        {
            await CorrectAsync(cast[role], month, year.Day(month, 14), cancellationToken);
        }

        await DemoClaims.LiveAsync(actor, year, month, cast, cancellationToken);
    }

    // The queue's own worker may have taken it already.
    private Task<bool> MadeAsync(Guid roster, DateOnly day, CancellationToken cancellationToken) => actor.AsAsync(null, day, async services =>
    {
        var rosters = services.GetRequiredService<DisbursementDb>().Rosters.AsNoTracking().Where(r => r.Id == roster && r.Status == RosterStatus.Generating);
        for (var i = 0; i < Patience && await rosters.AnyAsync(cancellationToken); i++)
        {
            await services.GetRequiredService<IJobs>().RunDueAsync(cancellationToken);
            await Task.Delay(i == 0 ? 0 : 50, cancellationToken);
        }

        return true;
    });

    private async Task SealAsync(Guid roster, DateOnly day, CancellationToken cancellationToken)
    {
        var hash = await actor.AsAsync(First, day, services => services.GetRequiredService<DisbursementDb>().Rosters.Where(r => r.Id == roster).Select(r => r.ContentHash).SingleAsync(cancellationToken));
        await SendAsync(First, day, new SubmitRosterCommand(roster, hash), cancellationToken);
        await SendAsync(Second, day, new SealRosterCommand(roster, hash), cancellationToken);
        await SendAsync(First, day, new ExportBankListCommand { RosterId = roster }, cancellationToken);
    }

    // What the bank sends back: every row arrived, or all but one.
    private async Task AnswerAsync(Guid roster, DateOnly day, DemoFamily? failing, CancellationToken cancellationToken)
    {
        var file = await actor.AsAsync(First, day, async services =>
        {
            var db = services.GetRequiredService<DisbursementDb>();
            var number = await db.Rosters.Where(r => r.Id == roster).Select(r => r.Number).SingleAsync(cancellationToken);
            var rows = await db.RosterOrders.AsNoTracking().Where(o => o.RosterId == roster).OrderBy(o => o.Number).Select(o => new { o.Number, o.Account, o.Amount, o.HouseholdId }).ToListAsync(cancellationToken);
            return "批次行号,账号,金额,处理结果,失败原因\r\n" + string.Join("\r\n", rows.Select(r =>
                FormattableString.Invariant($"{number}-{r.Number:00000},{r.Account},{r.Amount:F2},{(r.HouseholdId == failing?.HouseholdId ? "失败,账户已销户" : "成功,")}")));
        });
        var read = await SendAsync(First, day, new UploadReturnCommand { RosterId = roster, FileName = "回盘.csv", Content = Encoding.UTF8.GetBytes(file) }, cancellationToken);
        await SendAsync(First, day, new ApplyReturnCommand(roster, read), cancellationToken);
    }

    private async Task CorrectAsync(DemoFamily family, int month, DateOnly day, CancellationToken cancellationToken)
    {
        await SendAsync(First, day, new RequestPayeeChangeCommand
        {
            CaseId = family.CaseId, Holder = family.Head.Name, Bank = family.Facts.Payee!.Bank, Account = $"62303111111111{month:00000}", Evidence = "新存折首页", Reason = "原账户已销户",
        }, cancellationToken);
        var change = await actor.AsAsync(Second, day, services => services.GetRequiredService<DisbursementDb>().PayeeChanges.Where(c => c.CaseId == family.CaseId && c.Status == PayeeChange.Requested).Select(c => c.Id).SingleAsync(cancellationToken));
        await SendAsync(Second, day, new DecidePayeeChangeCommand { ChangeId = change, Approve = true }, cancellationToken);
        var correction = await SendAsync(First, day, new GenerateCorrectionCommand(Program), cancellationToken);
        await SealAsync(correction, day, cancellationToken);
        await AnswerAsync(correction, day, null, cancellationToken);
    }

    private Task<T> SendAsync<T>(string account, DateOnly day, ICommand<T> command, CancellationToken cancellationToken) => SendAsync(actor, account, day, command, cancellationToken);

    /// <summary>Sends a command as an account; a refusal ends the story with its sentence.</summary>
    public static Task<T> SendAsync<T>(IDemoActor actor, string account, DateOnly day, ICommand<T> command, CancellationToken cancellationToken) => actor.AsAsync(account, day, async services =>
    {
        var result = await services.GetRequiredService<IMediator>().Send(command, cancellationToken);
        return result.Refusal is { } refusal ? throw new InvalidOperationException($"{command.GetType().Name} on {day:yyyy-MM-dd}: {refusal}") : result.Value;
    });
}
