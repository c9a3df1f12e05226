using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SocialAssistance.Contracts.Standards;
using SocialAssistance.Platform.Security;
using SocialAssistance.Platform.Time;
using SocialAssistance.Standards.Data;
using SocialAssistance.Standards.Versions;

namespace SocialAssistance.Standards.Overview;

/// <summary>标准总览: what was, is and will be in force.</summary>
[Allow("standards.read")]
internal sealed class OverviewModel(StandardsDb db, ICountySettings county, IAccess access, TimeProvider time) : PageModel
{
    public DateOnly Today => time.Today();

    public string CountyName => county.CountyName;

    public StandardsOverview Overview { get; private set; } = new([], 0, []);

    public IReadOnlyList<VersionRow> Versions { get; private set; } = [];

    public bool CanEdit => access.Allows(User, "standards.edit");

    /// <summary>Who reads what a version would do sees it from the day it was submitted.</summary>
    public bool SeesImpact => access.Allows(User, "standards.impact");

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Overview = StandardsOverview.Of(county.Book(county.PolicyCode), Today);
        Versions = await db.Versions.AsNoTracking().Where(v => CanEdit || v.Status == VersionStatus.Published || (SeesImpact && v.Status == VersionStatus.Submitted)).OrderByDescending(v => v.Number).Take(20)
            .Select(v => new VersionRow(v, 0, db.VersionLines.Where(l => l.VersionId == v.Id).Min(l => (DateOnly?)l.FromDay)))
            .ToListAsync(cancellationToken);
    }
}
