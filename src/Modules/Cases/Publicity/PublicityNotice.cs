using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialAssistance.Cases.CaseFiles;
using SocialAssistance.Cases.Materials;
using SocialAssistance.Platform.Audit;
using SocialAssistance.Platform.Data;

namespace SocialAssistance.Cases.Publicity;

/// <summary>A sheet posted in one village (公示): families proposed for benefit, for everybody to see until the last day.</summary>
internal sealed class PublicityNotice : IInArea
{
    public required Guid Id { get; init; }

    /// <summary>The village.</summary>
    public required string DivisionCode { get; init; }

    /// <summary>Code of the one programme it is about.</summary>
    public required string Program { get; init; }

    public required DateOnly FromDay { get; init; }

    /// <summary>Last day; objections are taken to its end.</summary>
    public required DateOnly ToDay { get; init; }

    /// <summary>Where the number of days comes from.</summary>
    public required string DaysSource { get; init; }

    /// <summary>The office's telephone for objections.</summary>
    public required string Phone { get; init; }

    public required string MadeByName { get; init; }

    public required DateTimeOffset MadeAt { get; init; }

    public DateOnly? PostedOn { get; set; }

    /// <summary>Photo of the posted sheet.</summary>
    public Guid? PhotoFileId { get; set; }

    public DateOnly? ClosedOn { get; set; }

    public string? ClosedByName { get; set; }

    /// <summary>Why it was taken down early; null when it ran its time.</summary>
    public string? CloseReason { get; set; }

    /// <summary>Day of the county's last reminder.</summary>
    public DateOnly? RemindedOn { get; set; }

    public string? RemindedByName { get; set; }

    /// <summary>What the reminder asked for.</summary>
    public string? Reminder { get; set; }

    /// <summary>Whether it may be seen on this day.</summary>
    public bool IsRunning(DateOnly day) => ClosedOn is null && day >= FromDay && day <= ToDay;
}

/// <summary>One family on a sheet, with exactly the fields that may be shown (民发〔2021〕57号 第二十四条, 于民字〔2023〕18号 18).</summary>
internal sealed class PublicityLine : IOfCase
{
    public required Guid NoticeId { get; init; }

    public required Guid CaseId { get; init; }

    public required int Position { get; init; }

    public required string Name { get; init; }

    public required int HouseholdSize { get; init; }

    public required int PersonsCovered { get; init; }

    public required decimal MonthlyAmount { get; init; }

    /// <summary><c>passed</c>, <c>objected</c> or <c>withdrawn</c>; null while it runs.</summary>
    public string? Outcome { get; set; }

    public NoticeRow Shown => new(Position, Name, HouseholdSize, PersonsCovered, MonthlyAmount);
}

/// <summary>All that a sheet, a print or a public page can say about a family: it has no field for anything else.</summary>
internal sealed record NoticeRow(int Position, string Name, int HouseholdSize, int PersonsCovered, decimal MonthlyAmount);

internal sealed class PublicityNoticeMapping : IEntityTypeConfiguration<PublicityNotice>
{
    public void Configure(EntityTypeBuilder<PublicityNotice> entity)
    {
        entity.Property(n => n.DivisionCode).UseCollation("C");
        entity.HasOne<StoredFile>().WithMany().HasForeignKey(n => n.PhotoFileId).OnDelete(DeleteBehavior.NoAction);
        entity.HasIndex(n => new { n.DivisionCode, n.ToDay });
        entity.HasIndex(n => n.ToDay).HasFilter("closed_on is null").HasDatabaseName("ix_publicity_notices_open");
    }
}

internal sealed class PublicityLineMapping : IEntityTypeConfiguration<PublicityLine>
{
    public void Configure(EntityTypeBuilder<PublicityLine> entity)
    {
        entity.HasKey(l => new { l.NoticeId, l.CaseId });
        entity.Ignore(l => l.Shown);
        entity.HasOne<PublicityNotice>().WithMany().HasForeignKey(l => l.NoticeId).OnDelete(DeleteBehavior.NoAction);
        entity.HasOne<CaseFile>().WithMany().HasForeignKey(l => l.CaseId).OnDelete(DeleteBehavior.NoAction);
        entity.HasIndex(l => l.CaseId);
    }
}
