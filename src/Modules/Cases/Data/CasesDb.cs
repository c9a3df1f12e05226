using Microsoft.EntityFrameworkCore;
using SocialAssistance.Cases.CaseFiles;
using SocialAssistance.Platform.Data;

namespace SocialAssistance.Cases.Data;

/// <summary>The case files' tables.</summary>
internal sealed class CasesDb(ModuleDbServices services) : ModuleDb(services)
{
    public override string Schema => "cases";

    public DbSet<CaseFile> CaseFiles => Set<CaseFile>();

    public DbSet<CasePerson> CasePersons => Set<CasePerson>();

    public DbSet<FactVersion> FactVersions => Set<FactVersion>();

    public DbSet<DeterminationRecord> Determinations => Set<DeterminationRecord>();

    public DbSet<TimelineEntry> TimelineEntries => Set<TimelineEntry>();

    public DbSet<ClockPause> ClockPauses => Set<ClockPause>();

    public DbSet<ClockExtension> ClockExtensions => Set<ClockExtension>();
}
