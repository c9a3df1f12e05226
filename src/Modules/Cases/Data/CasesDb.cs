using Microsoft.EntityFrameworkCore;
using SocialAssistance.Cases.Appraisals;
using SocialAssistance.Cases.CaseFiles;
using SocialAssistance.Cases.Changes;
using SocialAssistance.Cases.Intake.Accept;
using SocialAssistance.Cases.Intake.Drafts;
using SocialAssistance.Cases.Materials;
using SocialAssistance.Cases.Supplements;
using SocialAssistance.Cases.Opinions;
using SocialAssistance.Cases.Reviews;
using SocialAssistance.Cases.Publicity;
using SocialAssistance.Cases.Verification;
using SocialAssistance.Cases.Verification.Import;
using SocialAssistance.Cases.Visits;
using SocialAssistance.Cases.Uprating;
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

    public DbSet<ApplicationDraft> ApplicationDrafts => Set<ApplicationDraft>();

    public DbSet<StoredFile> StoredFiles => Set<StoredFile>();

    public DbSet<CaseMaterial> CaseMaterials => Set<CaseMaterial>();

    public DbSet<Authorisation> Authorisations => Set<Authorisation>();

    public DbSet<SupplementNotice> SupplementNotices => Set<SupplementNotice>();

    public DbSet<RelativeDeclaration> RelativeDeclarations => Set<RelativeDeclaration>();
    public DbSet<VerificationOrder> VerificationOrders => Set<VerificationOrder>();

    public DbSet<VerificationResult> VerificationResults => Set<VerificationResult>();

    public DbSet<VerificationImport> VerificationImports => Set<VerificationImport>();

    public DbSet<HomeVisit> HomeVisits => Set<HomeVisit>();

    public DbSet<VisitDraft> VisitDrafts => Set<VisitDraft>();

    public DbSet<Appraisal> Appraisals => Set<Appraisal>();

    public DbSet<CaseOpinion> Opinions => Set<CaseOpinion>();

    public DbSet<PublicityNotice> PublicityNotices => Set<PublicityNotice>();

    public DbSet<PublicityLine> PublicityLines => Set<PublicityLine>();

    public DbSet<Objection> Objections => Set<Objection>();

    public DbSet<BenefitChange> BenefitChanges => Set<BenefitChange>();

    public DbSet<Hearing> Hearings => Set<Hearing>();

    public DbSet<Review> Reviews => Set<Review>();

    public DbSet<ReviewDue> ReviewDues => Set<ReviewDue>();

    public DbSet<ReviewSuspension> ReviewSuspensions => Set<ReviewSuspension>();

    public DbSet<UpratingChunk> UpratingChunks => Set<UpratingChunk>();

    public DbSet<UpratingWait> UpratingWaits => Set<UpratingWait>();

    public DbSet<UpratingOrder> UpratingOrders => Set<UpratingOrder>();

    public DbSet<UpratingRaise> UpratingRaises => Set<UpratingRaise>();
}
