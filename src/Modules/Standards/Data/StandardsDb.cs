using Microsoft.EntityFrameworkCore;
using SocialAssistance.Platform.Data;
using SocialAssistance.Standards.Calendar;
using SocialAssistance.Standards.Checks;
using SocialAssistance.Standards.Delegations;
using SocialAssistance.Standards.Documents;
using SocialAssistance.Standards.Impact;
using SocialAssistance.Standards.Versions;

namespace SocialAssistance.Standards.Data;

/// <summary>Calendar, documents and versions. Published figures are written by <see cref="Figures.FigureStore"/> and read as a whole.</summary>
internal sealed class StandardsDb(ModuleDbServices services) : ModuleDb(services)
{
    public override string Schema => "standards";

    public DbSet<CalendarDay> CalendarDays => Set<CalendarDay>();

    public DbSet<PolicyPaper> Papers => Set<PolicyPaper>();

    public DbSet<PaperScan> Scans => Set<PaperScan>();

    public DbSet<StandardVersion> Versions => Set<StandardVersion>();

    public DbSet<VersionLine> VersionLines => Set<VersionLine>();

    public DbSet<CalendarChange> CalendarChanges => Set<CalendarChange>();

    public DbSet<Delegation> Delegations => Set<Delegation>();

    public DbSet<ExpectedResult> ExpectedResults => Set<ExpectedResult>();

    public DbSet<ImpactRun> ImpactRuns => Set<ImpactRun>();

    public DbSet<ImpactChunk> ImpactChunks => Set<ImpactChunk>();

    public DbSet<ImpactLine> ImpactLines => Set<ImpactLine>();

    public DbSet<ImpactFunding> ImpactFunding => Set<ImpactFunding>();
}
