using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SocialAssistance.Cases.Data;
using SocialAssistance.Contracts.Cases;
using SocialAssistance.Contracts.Programs;
using SocialAssistance.Contracts.Standards;
using SocialAssistance.Platform.Security;
using SocialAssistance.Platform.Time;
using SocialAssistance.Rules.Values;

namespace SocialAssistance.Cases.CaseFiles;

/// <summary>What every step of casework needs: the file, its facts, a fresh determination, the clock and the timeline.</summary>
internal sealed class CaseDesk(
    CasesDb db, IEnumerable<IAssistanceProgram> programs, IWorkingCalendar calendar, ICountySettings county, ICurrentUser user, TimeProvider time)
{
    /// <summary>Today in China.</summary>
    public DateOnly Today => time.Today();

    /// <summary>Name of whoever acts, as it appears on papers.</summary>
    public string UserName => user.Name;

    /// <summary>The case for changing, or null when it does not exist or lies outside the user's area.</summary>
    public Task<CaseFile?> FindAsync(Guid caseId, CancellationToken cancellationToken) =>
        db.CaseFiles.FirstOrDefaultAsync(c => c.Id == caseId, cancellationToken);

    /// <summary>The newest facts of the case.</summary>
    public Task<CaseFacts> FactsAsync(CaseFile file, CancellationToken cancellationToken) =>
        db.FactVersions.AsNoTracking().Where(v => v.CaseId == file.Id && v.Number == file.FactVersion).Select(v => v.Facts).SingleAsync(cancellationToken);

    /// <summary>The newest determination of the case; null before the first.</summary>
    public Task<DeterminationRecord?> DeterminationAsync(CaseFile file, CancellationToken cancellationToken) =>
        db.Determinations.AsNoTracking().FirstOrDefaultAsync(d => d.Id == file.DeterminationId, cancellationToken);

    /// <summary>Appends a version of the facts and determines anew. Only the inputs can be changed, never the amount.</summary>
    public DeterminationRecord Learn(CaseFile file, CaseFacts facts, string cause, string? reason)
    {
        file.Learn(file.FactVersion + 1);
        file.MemberCount = facts.Members.Count;
        file.Area = facts.Area;
        db.Add(new FactVersion { CaseId = file.Id, Number = file.FactVersion, Cause = cause, Reason = reason, Facts = facts, MadeBy = user.Id, MadeByName = user.Name, MadeAt = time.GetUtcNow() });
        return Determine(file, facts, cause);
    }

    /// <summary>Appends a version of the facts with the determination of the first month they change; the timeline calculated it.</summary>
    public DeterminationRecord Revise(CaseFile file, CaseFacts facts, Assessment assessment, string cause, string? reason)
    {
        file.Learn(file.FactVersion + 1);
        file.Area = facts.Area;
        db.Add(new FactVersion { CaseId = file.Id, Number = file.FactVersion, Cause = cause, Reason = reason, Facts = facts, MadeBy = user.Id, MadeByName = user.Name, MadeAt = time.GetUtcNow() });
        return Keep(file, file.FactVersion, assessment, cause);
    }

    /// <summary>Determines with these facts for the month the benefit would start, and stores the working.</summary>
    public DeterminationRecord Determine(CaseFile file, CaseFacts facts, string purpose) => Keep(file, file.FactVersion, Assess(file, facts), purpose);

    /// <summary>Stores an assessment with its working, for the month it is about, as the newest determination of the case.</summary>
    public DeterminationRecord Keep(CaseFile file, int factVersion, Assessment assessment, string purpose)
    {
        var record = new DeterminationRecord
        {
            Id = Guid.CreateVersion7(), CaseId = file.Id, FactVersion = factVersion, Purpose = purpose, Month = DateOnly.ParseExact(assessment.Month + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture),
            PolicyCode = assessment.PolicyCode, Outcome = assessment.Outcome, MonthlyAmount = assessment.MonthlyAmount, Assessment = assessment, MadeByName = user.Name, MadeAt = time.GetUtcNow(),
        };
        db.Add(record);
        file.Determine(record.Id, assessment.PerCapitaIncome, assessment.MonthlyAmount);
        return record;
    }

    /// <summary>Calculates without storing, for the live meter; the same code as the determination.</summary>
    public Assessment Assess(string program, CaseFacts facts) =>
        programs.Single(p => p.Code == program).Assess(facts, new(county.PolicyCode, StartMonth));

    /// <summary>Calculates a case without storing.</summary>
    public Assessment Assess(CaseFile file, CaseFacts facts) =>
        programs.Single(p => p.Code == file.Program).Assess(facts, new(county.PolicyCode, StartMonthOf(file)));

    /// <summary>Documents, publicity, questions and reasons of a programme.</summary>
    public ProgramProfile Profile(string program) => programs.Single(p => p.Code == program).Profile;

    /// <summary>The first month of a benefit confirmed today: of the application where the programme says so, else as the county starts benefits.</summary>
    public BenefitMonth StartMonthOf(CaseFile file) => Profile(file.Program).StartsWithApplication ? BenefitMonth.Of(file.AcceptedOn) : StartMonth;

    /// <summary>The month a benefit confirmed today starts (民发〔2021〕57号 第二十一条, unless the county says otherwise).</summary>
    public BenefitMonth StartMonth => county.StartMonth(Today);

    /// <summary>Standards of that month that are announced without a number; until it comes nothing is confirmed.</summary>
    public IReadOnlyList<string> Held(CaseFile file) => [.. Profile(file.Program).Figures.SelectMany(group => county.Held(StartMonthOf(file).FirstDay, group))];

    /// <summary>Writes a line of the timeline.</summary>
    public void Tell(CaseFile file, string kind, string text) =>
        db.Add(new TimelineEntry { Id = Guid.CreateVersion7(), CaseId = file.Id, At = time.GetUtcNow(), ActorName = user.Name, Kind = kind, Text = text });

    /// <summary>Working days the whole procedure may take, with the article.</summary>
    public CountyNumber Limit(string program) => Profile(program).Limit ?? county.ProcedureLimit(Today);

    /// <summary>Stops the clock; does nothing when it rests already.</summary>
    public void Pause(CaseFile file, string reason)
    {
        if (file.PausedSince is null)
        {
            file.Pause(Today, reason);
            db.Add(new ClockPause { Id = Guid.CreateVersion7(), CaseId = file.Id, FromDay = Today, Reason = reason });
        }
    }

    /// <summary>Lets the clock run; the due day moves by the working days that were lost.</summary>
    public async Task ResumeAsync(CaseFile file, CancellationToken cancellationToken)
    {
        if (file.PausedSince is { } since)
        {
            var pause = await db.ClockPauses.FirstAsync(p => p.CaseId == file.Id && p.ToDay == null, cancellationToken);
            pause.ToDay = Today;
            file.Resume(calendar.Add(file.DueOn, Math.Max(0, calendar.Between(since, Today))));
        }
    }
}
