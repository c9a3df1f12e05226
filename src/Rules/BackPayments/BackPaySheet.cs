using SocialAssistance.Rules.Determinations;
using SocialAssistance.Rules.Households;
using SocialAssistance.Rules.Standards;
using SocialAssistance.Rules.Values;

namespace SocialAssistance.Rules.BackPayments;

/// <summary>Collects the differences of a back-pay run, case by case and month by month.</summary>
internal sealed class BackPaySheet(BackPayRequest request, Resolver resolver, MonthDues dues, Worksheet worksheet)
{
    private readonly List<BackPayLine> _lines = [];
    private readonly List<UnpaidClaim> _unpaid = [];
    private readonly List<Overpayment> _overpayments = [];
    private readonly List<Reexamination> _reexamine = [];
    private readonly List<MonthWithoutFacts> _withoutFacts = [];

    public void Compare(BackPayCase file, BenefitMonth month)
    {
        var payments = file.Payments.Where(payment => payment.Month == month).ToList();
        if (MonthDues.PeriodOf(file, month) is not { } period)
        {
            if (payments.Count > 0)
            {
                _withoutFacts.Add(new(file.Case, month));
            }

            return;
        }

        var due = dues.Of(file, period, month);
        var explained = false;
        foreach (var (member, benefit) in due.Select(d => (d.Member, d.Benefit)).Concat(payments.Select(p => (p.Member, p.Benefit))).Distinct())
        {
            var sum = Money.FromFen(due.Where(d => d.Member == member && d.Benefit == benefit).Sum(d => d.Fen));
            explained |= Compare(file, month, member, benefit, sum, payments.FindAll(p => p.Member == member && p.Benefit == benefit));
        }

        if (explained)
        {
            Explain(file, period, month);
        }
    }

    /// <summary>BP-07: refused under the old standard, below the one now known.</summary>
    public void Reexamine(BackPayCase file, Func<BenefitMonth, MonthFigures> figuresOf)
    {
        foreach (var refusal in file.Refusals)
        {
            if (refusal.Month < request.From || refusal.Month > request.Through)
            {
                continue;
            }

            if (figuresOf(refusal.Month).For(refusal.Area).StandardAmount is not { } standard)
            {
                dues.MissStandard(ParameterCatalogue.MinimumLivingAllowance.Standard.Key);
            }
            else if (refusal.StandardApplied <= refusal.PerCapitaIncome && refusal.PerCapitaIncome < standard)
            {
                _reexamine.Add(new(file.Case, refusal.Month));
                worksheet.Write(new($"{file.Case} {refusal.Month} 重新审查", $"{refusal.StandardApplied.ToDisplay()} ≤ {refusal.PerCapitaIncome.ToDisplay()} < {standard.ToDisplay()}", "重新审查", "BP-07"));
            }
        }
    }

    public BackPayResult Result()
    {
        var first = request.From.FirstDay;
        var total = Money.FromFen(_lines.Sum(line => line.Difference.Fen));
        worksheet.Write(new("补发合计", $"{_lines.Count} 笔差额相加", total.ToDisplay(), "BP-08"));
        return new()
        {
            Lines = [.. _lines],
            Unpaid = [.. _unpaid],
            Overpayments = [.. _overpayments],
            Reexamine = [.. _reexamine],
            CaseTotals = [.. request.Cases.Select(file => new CaseTotal(file.Case, Money.FromFen(_lines.Where(line => line.Case == file.Case).Sum(line => line.Difference.Fen))))],
            Total = total,
            CompleteBy = resolver.Find(ParameterCatalogue.BackPay.CompleteBy, first)?.Value,
            AlsoReportAgainst = resolver.Find(ParameterCatalogue.BackPay.WorkPlanCompleteBy, first)?.Value,
            WithoutFacts = [.. _withoutFacts],
            Warnings = [.. dues.NotConfigured.Order(StringComparer.Ordinal).Select(Warning.NotConfigured)],
            Steps = [.. worksheet.Steps],
        };
    }

    /// <summary>BP-04; true where there is a difference to explain.</summary>
    private bool Compare(BackPayCase file, BenefitMonth month, string? member, Benefit benefit, Money due, List<Payment> payments)
    {
        var paid = Money.FromFen(payments.Sum(payment => payment.Amount.Fen));
        if (due == paid)
        {
            return false;
        }

        if (due < paid)
        {
            _overpayments.Add(new(file.Case, member, month, benefit, due, paid, RecoveryOf(file, month, member, benefit)));
        }
        else if (payments.Exists(payment => payment.Type == PaymentType.Regular))
        {
            _lines.Add(new(file.Case, member, month, benefit, due, paid, PayeeOf(file, member, benefit)));
        }
        else
        {
            _unpaid.Add(new(file.Case, member, month, benefit, due));
        }

        worksheet.Write(new($"{file.Case} {month} {member ?? "家庭"} {Vocabulary.Word(benefit)}", $"应发 {due.ToDisplay()} − 已发 {paid.ToDisplay()}", (due - paid).ToDisplay(), "BP-04"));
        return true;
    }

    /// <summary>The lines of the recomputed month, so that each amount due leads to its figure.</summary>
    private void Explain(BackPayCase file, FactPeriod period, BenefitMonth month)
    {
        var sheet = new Worksheet();
        dues.Recompute(file, period, month, sheet);
        foreach (var step in sheet.Steps)
        {
            if (step.Benefit is not null)
            {
                worksheet.Write(step with { Label = $"{file.Case} {month} {step.Label}" });
            }
        }
    }

    private static Payee PayeeOf(BackPayCase file, string? member, Benefit benefit)
    {
        foreach (var death in file.Deaths)
        {
            if (death.Member == member)
            {
                return IsExtremePoverty(benefit) ? Payee.RecordedPayee : Payee.Household;
            }
        }

        return Payee.Account;
    }

    private Recovery RecoveryOf(BackPayCase file, BenefitMonth month, string? member, Benefit benefit)
    {
        var leaves = IsExtremePoverty(benefit) && MonthDues.HasDiedBefore(file, member, month)
            && resolver.Find(ParameterCatalogue.ExtremePoverty.RecoverAfterDeath, month.FirstDay) is not { Value: true };
        return leaves ? Recovery.None : Recovery.Examine;
    }

    private static bool IsExtremePoverty(Benefit benefit) => benefit is Benefit.ExtremePovertyBasic or Benefit.ExtremePovertyCare;
}
