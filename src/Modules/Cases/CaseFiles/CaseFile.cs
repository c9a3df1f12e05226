using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialAssistance.Contracts.Cases;
using SocialAssistance.Platform.Audit;
using SocialAssistance.Platform.Data;
using SocialAssistance.Platform.Messaging;

namespace SocialAssistance.Cases.CaseFiles;

/// <summary>
/// A case file (案卷) from acceptance to the end of benefit. Its stage changes only through the methods here, each of
/// which refuses with a sentence when the case may not move.
/// </summary>
internal sealed class CaseFile : IInArea, IOfCase
{
    public Guid Id { get; init; }

    public Guid CaseId => Id;

    public required string Number { get; init; }

    public required string Program { get; init; }

    public required string DivisionCode { get; set; }

    public required Guid HouseholdId { get; init; }

    public required string ApplicantName { get; set; }

    public string? ApplicantIdNumber { get; set; }

    public string? ApplicantPhone { get; set; }

    public required int MemberCount { get; set; }

    public required string Area { get; set; }

    public string Stage { get; private set; } = Stages.Investigating;

    public DateOnly StageSince { get; private set; }

    public required DateOnly AcceptedOn { get; init; }

    /// <summary>Last working day for the whole procedure, pauses and extensions counted in.</summary>
    public required DateOnly DueOn { get; set; }

    public DateOnly? PausedSince { get; private set; }

    public string? PauseReason { get; private set; }

    public bool VerificationDone { get; private set; }

    public bool VisitDone { get; private set; }

    public int FactVersion { get; private set; }

    public decimal? PerCapitaIncome { get; private set; }

    public decimal? MonthlyAmount { get; private set; }

    public Guid? DeterminationId { get; private set; }

    /// <summary>A near relative of the applicant works in the office (近亲属备案); such cases are never confirmed in a batch.</summary>
    public bool RelativeOfOfficial { get; init; }

    public required Guid AcceptedBy { get; init; }

    public required string AcceptedByName { get; init; }

    public DateOnly? DecidedOn { get; private set; }

    public Guid? DecidedBy { get; private set; }

    public string? DecidedByName { get; private set; }

    public string? DeclineReason { get; private set; }

    /// <summary>First day of the first month of benefit.</summary>
    public DateOnly? StartMonth { get; private set; }

    /// <summary>Rises with every change; a form that read an older one is refused with both versions shown.</summary>
    public int Version { get; private set; }

    /// <summary>Refuses unless the case is in one of these stages and unchanged since the form was read.</summary>
    public Refusal? Require(int? expectedVersion, params ReadOnlySpan<string> stages)
    {
        if (expectedVersion is { } expected && expected != Version)
        {
            return new("case-changed", "这份案卷刚刚被其他人改过。下面已是最新内容，请核对后再办理");
        }

        return stages.Contains(Stage) ? null : new("wrong-stage", $"案卷现在是“{Stages.Names[Stage]}”，不能办理这一步。请返回案卷查看下一步");
    }

    /// <summary>Makes the acceptance known: first facts, clock running.</summary>
    public void Accept(DateOnly today) => Move(Stages.Investigating, today);

    /// <summary>Notes a new version of the facts.</summary>
    public void Learn(int factVersion)
    {
        FactVersion = factVersion;
        Version++;
    }

    /// <summary>Notes the latest determination.</summary>
    public void Determine(Guid determinationId, decimal? perCapitaIncome, decimal monthlyAmount)
    {
        (DeterminationId, PerCapitaIncome, MonthlyAmount) = (determinationId, perCapitaIncome, monthlyAmount);
        Version++;
    }

    /// <summary>Notes that something on the file changed beside its facts, so that an older form is refused.</summary>
    public void Touch() => Version++;

    /// <summary>Verification results are complete.</summary>
    public void CompleteVerification(DateOnly today)
    {
        VerificationDone = true;
        AfterInvestigation(today);
    }

    /// <summary>The home visit is complete.</summary>
    public void CompleteVisit(DateOnly today)
    {
        VisitDone = true;
        AfterInvestigation(today);
    }

    /// <summary>Sends the case back to verification and visit (退回调查).</summary>
    public void ReturnToInvestigation(DateOnly today, bool verifyAgain, bool visitAgain)
    {
        VerificationDone &= !verifyAgain;
        VisitDone &= !visitAgain;
        Move(VerificationDone && VisitDone ? Stages.Opinion : Stages.Investigating, today);
    }

    /// <summary>Moves to another stage on this day.</summary>
    public void Move(string stage, DateOnly today)
    {
        (Stage, StageSince) = (stage, today);
        Version++;
    }

    /// <summary>Stops the clock (计时暂停) with its reason.</summary>
    public void Pause(DateOnly today, string reason)
    {
        (PausedSince, PauseReason) = (today, reason);
        Version++;
    }

    /// <summary>Lets the clock run again.</summary>
    public void Resume(DateOnly dueOn)
    {
        (PausedSince, PauseReason, DueOn) = (null, null, dueOn);
        Version++;
    }

    /// <summary>Grants the benefit from a month on.</summary>
    public void Confirm(DateOnly today, Guid by, string byName, DateOnly startMonth)
    {
        (DecidedOn, DecidedBy, DecidedByName, StartMonth, DeclineReason) = (today, by, byName, startMonth, null);
        Move(Stages.InBenefit, today);
    }

    /// <summary>Declines with the reason that is told in writing.</summary>
    public void Decline(DateOnly today, Guid by, string byName, string reason)
    {
        (DecidedOn, DecidedBy, DecidedByName, DeclineReason) = (today, by, byName, reason);
        Move(Stages.Declined, today);
    }

    /// <summary>The family moved within the county; the file goes with it (案卷移交).</summary>
    public void Relocate(string divisionCode)
    {
        DivisionCode = divisionCode;
        Version++;
    }

    /// <summary>Somebody else became the head of the household (变更户主).</summary>
    public void Head(string name, string? idNumber, string? phone)
    {
        (ApplicantName, ApplicantIdNumber, ApplicantPhone) = (name, idNumber, phone);
        Version++;
    }

    /// <summary>Takes a decision back while nothing was paid on it (撤回).</summary>
    public void WithdrawDecision(DateOnly today)
    {
        (DecidedOn, DecidedBy, DecidedByName, StartMonth, DeclineReason) = (null, null, null, null, null);
        Move(Stages.Confirmation, today);
    }

    private void AfterInvestigation(DateOnly today)
    {
        if (VerificationDone && VisitDone && Stage == Stages.Investigating)
        {
            Move(Stages.Opinion, today);
        }
        else
        {
            Version++;
        }
    }
}

internal sealed class CaseFileMapping : IEntityTypeConfiguration<CaseFile>
{
    public void Configure(EntityTypeBuilder<CaseFile> entity)
    {
        entity.Ignore(c => c.CaseId);
        entity.HasIndex(c => c.Number).IsUnique();
        entity.Property(c => c.Version).IsConcurrencyToken();
        entity.HasIndex(c => new { c.Stage, c.DivisionCode, c.DueOn, c.Id }).HasDatabaseName("ix_case_files_desk");
        entity.HasIndex(c => new { c.HouseholdId, c.Id }).HasDatabaseName("ix_case_files_household");
        entity.HasIndex(c => c.ApplicantIdNumber);
        entity.HasIndex(c => new { c.DueOn, c.Id }).HasDatabaseName("ix_case_files_due").HasFilter("stage in ('supplement', 'investigating', 'opinion', 'publicity', 'disputed', 'confirmation')");
        entity.Property(c => c.DivisionCode).UseCollation("C");
    }
}
