using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialAssistance.Platform.Audit;
using SocialAssistance.Platform.Data;

namespace SocialAssistance.Disbursement.Overpayments;

/// <summary>A claim for money paid beyond what was due (多发追回), made after the family was heard.</summary>
internal sealed class Overpayment : IInArea, IOfCase
{
    public required Guid Id { get; init; }

    /// <summary>Printed number, e.g. ZH-202612-0001.</summary>
    public required string Number { get; init; }

    public required Guid HouseholdId { get; init; }

    public required Guid CaseId { get; init; }

    public required string DivisionCode { get; init; }

    public required string HeadName { get; init; }

    public required string Program { get; init; }

    /// <summary>Yuan, the sum of its lines.</summary>
    public required decimal Amount { get; init; }

    /// <summary>The months in words.</summary>
    public required string Months { get; init; }

    public required string Cause { get; init; }

    /// <summary>The day the family was heard (听取意见).</summary>
    public required DateOnly HeardOn { get; init; }

    /// <summary>What the family said.</summary>
    public required string Statement { get; init; }

    /// <summary>Document and article.</summary>
    public required string Basis { get; init; }

    /// <summary>Yuan per month.</summary>
    public required decimal Instalment { get; init; }

    public required DateOnly FirstDue { get; init; }

    public required Guid RegisteredBy { get; init; }

    public required string RegisteredByName { get; init; }

    public required DateTimeOffset RegisteredAt { get; init; }

    /// <summary>The instalments as dates and yuan; the last one is the rest.</summary>
    public IEnumerable<(DateOnly Due, decimal Amount)> Plan()
    {
        var (left, due) = (Amount, FirstDue);
        while (left > 0)
        {
            var part = Math.Min(left, Instalment);
            yield return (due, part);
            (left, due) = (left - part, due.AddMonths(1));
        }
    }
}

/// <summary>Money that came back.</summary>
internal sealed class Repayment
{
    public required Guid Id { get; init; }

    public required Guid OverpaymentId { get; init; }

    public required DateOnly PaidOn { get; init; }

    public required decimal Amount { get; init; }

    /// <summary>Number of the receipt (缴款凭证号); entered once.</summary>
    public required string Receipt { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    public required string RecordedByName { get; init; }
}

internal sealed class OverpaymentMapping : IEntityTypeConfiguration<Overpayment>, IEntityTypeConfiguration<Repayment>
{
    public void Configure(EntityTypeBuilder<Overpayment> entity)
    {
        entity.ToTable("overpayments");
        entity.Property(o => o.Number).UseCollation("C");
        entity.Property(o => o.DivisionCode).UseCollation("C");
    }

    public void Configure(EntityTypeBuilder<Repayment> entity)
    {
        entity.ToTable("repayments");
        entity.HasIndex(r => new { r.OverpaymentId, r.PaidOn });
        entity.HasOne<Overpayment>().WithMany().HasForeignKey(r => r.OverpaymentId).OnDelete(DeleteBehavior.NoAction);
    }
}
