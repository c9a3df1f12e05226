using System.Collections.Immutable;
using FsCheck;
using FsCheck.Xunit;
using SocialAssistance.Rules.BackPayments;
using SocialAssistance.Rules.Determinations;
using SocialAssistance.Rules.Households;
using SocialAssistance.Rules.Standards;
using SocialAssistance.Rules.Tests.Households;
using SocialAssistance.Rules.Values;

namespace SocialAssistance.Rules.Tests.BackPayments;

/// <summary>Paying back what a retroactive raise owes: complete, once, and never netted.</summary>
[Trait("Rule", "BP-04")]
public sealed class BackPayLaws
{
    [Property(MaxTest = 5_000)]
    public void Back_pay_is_the_sum_of_due_less_paid(DoNotSize<int> seed)
    {
        var (request, resolver) = Case(seed.Item);

        var result = BackPayRun.Calculate(request, resolver, new Worksheet());

        Assert.All(result.Lines, line => Assert.True(line.Due > line.Paid));
        Assert.All(result.Overpayments, over => Assert.True(over.Paid > over.Due));
        Assert.Equal(result.Total.Fen, result.Lines.Sum(line => line.Due.Fen - line.Paid.Fen));
        Assert.Equal(result.Total.Fen, result.CaseTotals.Sum(total => total.Amount.Fen));

        var due = result.Lines.Sum(l => l.Due.Fen) + result.Unpaid.Sum(u => u.Due.Fen) + result.Overpayments.Sum(o => o.Due.Fen);
        var paid = result.Lines.Sum(l => l.Paid.Fen) + result.Overpayments.Sum(o => o.Paid.Fen);
        Assert.Equal(due - paid, result.Total.Fen + result.Unpaid.Sum(claim => claim.Due.Fen) - result.Overpayments.Sum(o => o.Excess.Fen));
    }

    [Property(MaxTest = 5_000)]
    public void A_second_run_after_paying_finds_nothing_more(DoNotSize<int> seed)
    {
        var (request, resolver) = Case(seed.Item);
        var first = BackPayRun.Calculate(request, resolver, new Worksheet());

        var paid = request with
        {
            Cases = [.. request.Cases.Select(file => file with
            {
                Payments = [.. file.Payments, .. first.Lines.Where(line => line.Case == file.Case)
                    .Select(line => new Payment(line.Month, line.Member, line.Benefit, line.Difference, PaymentType.BackPay))],
            })],
        };
        var second = BackPayRun.Calculate(paid, resolver, new Worksheet());

        Assert.Empty(second.Lines);
        Assert.Equal(0, second.Total.Fen);
        Assert.Equal(first.Overpayments.Length, second.Overpayments.Length);
    }

    /// <summary>One case of one to three months, paid some time ago by a lower standard.</summary>
    private static (BackPayRequest Request, Resolver Resolver) Case(int seed)
    {
        var random = new Random(seed);
        var from = new BenefitMonth(2023, random.Next(1, 9));
        var through = from.AddMonths(random.Next(3));
        var household = SampleHousehold.From(random, from);
        var old = new Resolver(Sample.Library.Find("yudu")!, [Override.Of(ParameterCatalogue.MinimumLivingAllowance.Standard, 500m + random.Next(200))]);
        var payments = ImmutableArray.CreateBuilder<Payment>();
        for (var month = from; month <= through; month = month.AddMonths(1))
        {
            var before = HouseholdMonth.Determine(new(month, household), new MonthFigures(old, month));
            foreach (var line in before.Entitlements.Where(_ => random.Next(5) > 0))
            {
                payments.Add(new(month, line.Member, line.Benefit, line.Amount));
            }
        }

        var file = new BackPayCase { Case = "A", Periods = [new(from, through, household)], Payments = payments.ToImmutable() };
        return (new(from, through, [file]), new Resolver(Sample.Library.Find("yudu")!));
    }
}
