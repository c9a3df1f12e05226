using Microsoft.EntityFrameworkCore;
using SocialAssistance.Platform.Data;

namespace SocialAssistance.Disbursement.Data;

/// <summary>The tables of benefits and money.</summary>
internal sealed class DisbursementDb(ModuleDbServices services) : ModuleDb(services)
{
    public override string Schema => "disbursement";

    public DbSet<Entitlement> Entitlements => Set<Entitlement>();

    public DbSet<EntitlementEnding> EntitlementEndings => Set<EntitlementEnding>();

    public DbSet<Payee> Payees => Set<Payee>();

    public DbSet<PayeeChange> PayeeChanges => Set<PayeeChange>();

    public DbSet<Roster> Rosters => Set<Roster>();

    public DbSet<RosterTownship> RosterTownships => Set<RosterTownship>();

    public DbSet<RosterExclusion> RosterExclusions => Set<RosterExclusion>();

    public DbSet<Payment> Payments => Set<Payment>();

    public DbSet<RosterOrder> RosterOrders => Set<RosterOrder>();

    public DbSet<RosterFinding> RosterFindings => Set<RosterFinding>();

    public DbSet<RosterChange> RosterChanges => Set<RosterChange>();

    public DbSet<BankTemplates.BankTemplate> BankTemplates => Set<BankTemplates.BankTemplate>();

    public DbSet<RosterExport> RosterExports => Set<RosterExport>();

    public DbSet<ReturnHeader> ReturnHeaders => Set<ReturnHeader>();

    public DbSet<ReturnFile> ReturnFiles => Set<ReturnFile>();

    public DbSet<ReturnRow> ReturnRows => Set<ReturnRow>();

    public DbSet<Funding.FundingRate> FundingRates => Set<Funding.FundingRate>();

    public DbSet<Settlement.SettleDay> SettleDays => Set<Settlement.SettleDay>();

    public DbSet<Overpayments.Overpayment> Overpayments => Set<Overpayments.Overpayment>();

    public DbSet<Overpayments.Repayment> Repayments => Set<Overpayments.Repayment>();

    public DbSet<Hints.DeathHint> DeathHints => Set<Hints.DeathHint>();

    public DbSet<PaymentOutcome> PaymentOutcomes => Set<PaymentOutcome>();
}
