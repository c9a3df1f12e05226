using SocialAssistance.Contracts.Cases;
using SocialAssistance.Contracts.Demo;
using SocialAssistance.Contracts.Programs;
using SocialAssistance.Disbursement.Data;
using SocialAssistance.Platform.Data;
using SocialAssistance.Rules.Values;

namespace SocialAssistance.Disbursement.Demo;

/// <summary>Benefits in force and accounts of the demonstration county, by COPY; months before this one count as paid elsewhere.</summary>
internal sealed class DisbursementDemo(UnitOfWork unitOfWork) : IDemoPart
{
    private const string By = "刘负责人";

    public int Order => 60;

    public async Task FillAsync(IReadOnlyList<DemoFamily> families, DemoYear year, CancellationToken cancellationToken)
    {
        var granted = families.Where(f => f.Stage is Stages.InBenefit or Stages.Ended && f.Facts.Payee is not null).ToArray();
        var entitlements = granted.SelectMany(f => Due(f).Select(a => (Id: Guid.CreateVersion7(At(f)), Family: f, Span: a))).ToArray();
        await EntitlementsAsync(entitlements, year, cancellationToken);
        await EndingsAsync([.. entitlements.Where(e => e.Span.Last is not null)], cancellationToken);
        await PayeesAsync(granted, cancellationToken);
    }

    private async Task EntitlementsAsync((Guid Id, DemoFamily Family, BenefitSpan Span)[] entitlements, DemoYear year, CancellationToken cancellationToken)
    {
        var thisMonth = new DateOnly(year.Today.Year, year.Today.Month, 1);
        await using var copy = await unitOfWork.Connection.BeginBinaryImportAsync("""
            copy disbursement.entitlements (id, household_id, case_id, case_number, division_code, program, head_name, person_id, person_name, id_number, benefit, area, amount, basis,
                explanation, from_month, settled_through, cause, determination_id, recorded_at, recorded_by_name) from stdin (format binary)
            """, cancellationToken);
        foreach (var (id, f, a) in entitlements)
        {
            var from = a.From.FirstDay;
            // Only the programme whose rosters are made here has unpaid months behind it.
            var lastMonth = (f.Program == DemoPayments.Program ? year.FirstMonth : thisMonth).AddMonths(-1);
            var person = f.Facts.Members.FirstOrDefault(m => m.PersonId == a.PersonId);
            await copy.WriteRowAsync(cancellationToken,
                id, f.HouseholdId, f.CaseId, f.CaseNumber, f.DivisionCode, f.Program, f.Head.Name, Or(a.PersonId), a.PersonName, Or(person?.IdNumber), a.Benefit, f.Facts.Area, a.Amount, a.Basis,
                Explanation(f), from, from <= lastMonth ? lastMonth : DBNull.Value, Causes.Added, f.DeterminationId, At(f), By);
        }

        await copy.CompleteAsync(cancellationToken);
    }

    private async Task EndingsAsync((Guid Id, DemoFamily Family, BenefitSpan Span)[] ended, CancellationToken cancellationToken)
    {
        await using var copy = await unitOfWork.Connection.BeginBinaryImportAsync(
            "copy disbursement.entitlement_endings (id, entitlement_id, last_month, cause, reason, ground, recorded_at, recorded_by_name) from stdin (format binary)", cancellationToken);
        foreach (var (id, f, span) in ended)
        {
            await copy.WriteRowAsync(cancellationToken, Guid.CreateVersion7(), id, span.Last!.Value.FirstDay, f.Stage == Stages.Ended ? Causes.Stopped : Causes.Income,
                f.Stage == Stages.Ended ? "家庭收入提高，自愿退出" : "家庭情况变更", f.Stage == Stages.Ended ? RevisionGrounds.VoluntaryExit : "planned", At(f), By);
        }

        await copy.CompleteAsync(cancellationToken);
    }

    private async Task PayeesAsync(DemoFamily[] granted, CancellationToken cancellationToken)
    {
        await using var copy = await unitOfWork.Connection.BeginBinaryImportAsync(
            "copy disbursement.payees (id, household_id, case_id, division_code, holder, holder_id_number, bank, account, cause, recorded_at, recorded_by_name) from stdin (format binary)", cancellationToken);
        foreach (var f in granted)
        {
            await copy.WriteRowAsync(cancellationToken, Guid.CreateVersion7(At(f)), f.HouseholdId, f.CaseId, f.DivisionCode, f.Facts.Payee!.Holder, Or(f.Head.IdNumber), f.Facts.Payee.Bank, f.Facts.Payee.Account, "confirmed", At(f), By);
        }

        await copy.CompleteAsync(cancellationToken);
    }

    private static string Explanation(DemoFamily f) =>
        FormattableString.Invariant($"人均{f.Assessment.PerCapitaIncome:0.00}元，标准{f.Assessment.Standard:0.00}元，合计{f.Assessment.MonthlyAmount:0.00}元（{string.Join('；', f.Assessment.Steps.Where(s => s.Benefit is not null).Select(s => s.Source).Distinct())}）");

    // Who left was paid one month; who changed is due what the timeline says.
    private static IEnumerable<BenefitSpan> Due(DemoFamily f)
    {
        if (f.Spans.Count > 0)
        {
            return f.Spans;
        }

        var first = BenefitMonth.Of(FromMonth(f));
        return f.Assessment.Amounts.Select(a => new BenefitSpan(a.PersonId, a.PersonName, null, a.Benefit, a.Amount, a.Basis, first, f.Stage == Stages.Ended ? first : null));
    }

    private static DateOnly FromMonth(DemoFamily f) => new DateOnly(f.DecidedOn!.Value.Year, f.DecidedOn.Value.Month, 1).AddMonths(1);

    private static DateTimeOffset At(DemoFamily f) => new DateTimeOffset(f.DecidedOn!.Value, new TimeOnly(15, 0), TimeSpan.FromHours(8)).ToUniversalTime();

    private static object Or(object? value) => value ?? DBNull.Value;
}
