using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SocialAssistance.Accounts.Data;
using SocialAssistance.Contracts.Cases;
using SocialAssistance.Platform.Security;
using SocialAssistance.Platform.TagHelpers;

namespace SocialAssistance.Accounts.Trail;

/// <summary>审计轨迹: who did or saw what, when and why.</summary>
[Allow("audit.view")]
internal sealed class ShowTrailModel(IMediator mediator, AccountsDb db, ICases cases) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public TrailConditions Asked { get; set; } = new();

    public TrailPage Trail { get; private set; } = new([], null, null);

    public IReadOnlyList<Choice> People { get; private set; } = [];

    /// <summary>The number of the case asked for; empty when any.</summary>
    public string? CaseNumber { get; private set; }

    public string ExportUrl => "/audit/export" + Request.QueryString;

    /// <summary>The case number typed into the filter.</summary>
    [FromQuery(Name = "number")]
    public string? Number { get; set; }

    /// <summary>No case has the number that was typed.</summary>
    public bool IsUnknownNumber { get; private set; }

    public async Task OnGetAsync(string? after, string? before, CancellationToken cancellationToken)
    {
        if (Number?.Trim().ToUpperInvariant() is { Length: > 0 } number)
        {
            Asked.Case = (await cases.FindByNumberAsync(number, cancellationToken))?.Id;
            IsUnknownNumber = Asked.Case is null;
        }

        People = await db.Users.AsNoTracking().IgnoreAutoIncludes().OrderBy(u => u.Account)
            .Select(u => new Choice(u.Id.ToString(), u.Name + "（" + u.Office + "）", null)).ToListAsync(cancellationToken);
        CaseNumber = Asked.Case is { } id ? (await cases.FindAsync(id, cancellationToken))?.Number : null;
        Trail = await mediator.Send(new ShowTrailQuery(Asked.ToFilter(), after, before), cancellationToken);
    }
}

/// <summary>The conditions as they stand in the address; no personal value is among them.</summary>
internal sealed class TrailConditions
{
    [FromQuery(Name = "person")]
    public Guid? Person { get; set; }

    [FromQuery(Name = "case")]
    public Guid? Case { get; set; }

    [FromQuery(Name = "kind")]
    public string? Kind { get; set; }

    [FromQuery(Name = "from")]
    public DateOnly? From { get; set; }

    [FromQuery(Name = "to")]
    public DateOnly? To { get; set; }

    public TrailFilter ToFilter() => new(Person, Case, Kind, From, To);
}
