using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialAssistance.Platform.Time;
using SocialAssistance.Rules.Values;

namespace SocialAssistance.Cases.Uprating;

/// <summary>
/// A day from which a published version changes figures (施行日), to be carried into the cases in benefit. Days that were past
/// at the publication are one order. A day ahead is carried from the first day of the month before: the roster of its month
/// cannot be made earlier, and until then nothing rests on it.
/// </summary>
internal sealed class UpratingOrder
{
    public required Guid VersionId { get; init; }

    public required DateOnly FirstDay { get; init; }

    /// <summary>版本号.</summary>
    public required int Number { get; init; }

    /// <summary>Six-digit code of the county.</summary>
    public required string PolicyCode { get; init; }

    /// <summary>The moment from which the figures are known.</summary>
    public required DateTimeOffset KnownFrom { get; init; }

    /// <summary>The first month that is reckoned by it: figures hold as they stand on the first of a month.</summary>
    public BenefitMonth FirstMonth => FirstDay.Day == 1 ? BenefitMonth.Of(FirstDay) : BenefitMonth.Of(FirstDay).AddMonths(1);

    /// <summary>The day on which carrying begins.</summary>
    public required DateOnly CarriedOn { get; init; }

    /// <summary>The moment at which the version was taken back; null while it stands.</summary>
    public DateTimeOffset? WithdrawnAt { get; private set; }

    /// <summary>Whether the day lay ahead when the version was published.</summary>
    public bool IsAhead => FirstDay > DateOnly.FromDateTime(KnownFrom.InChina().DateTime);

    public void Withdraw(DateTimeOffset at) => WithdrawnAt = at;

    /// <summary>The orders of a version, one for all days that are past and one for each day ahead.</summary>
    public static IEnumerable<UpratingOrder> Of(Guid versionId, int number, string policyCode, IReadOnlyList<DateOnly> days, DateTimeOffset knownFrom)
    {
        var today = DateOnly.FromDateTime(knownFrom.InChina().DateTime);
        return days.Where(d => d <= today).Take(1).Concat(days.Where(d => d > today)).Select(day => new UpratingOrder
        {
            VersionId = versionId, FirstDay = day, Number = number, PolicyCode = policyCode, KnownFrom = knownFrom,
            CarriedOn = new DateOnly(day.Year, day.Month, 1).AddMonths(day.Day == 1 ? -1 : 0) is var before && before > today ? before : today,
        });
    }
}

internal sealed class UpratingOrderMapping : IEntityTypeConfiguration<UpratingOrder>
{
    public void Configure(EntityTypeBuilder<UpratingOrder> entity)
    {
        entity.ToTable("uprating_orders");
        entity.HasKey(o => new { o.VersionId, o.FirstDay });
    }
}
