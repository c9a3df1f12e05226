using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SocialAssistance.Contracts.Accounts;
using SocialAssistance.Contracts.Cases;
using SocialAssistance.Contracts.Programs;
using SocialAssistance.Platform.Messaging;
using SocialAssistance.Platform.Security;
using SocialAssistance.Platform.Time;
using SocialAssistance.Standards.Checks;
using SocialAssistance.Standards.Figures;
using SocialAssistance.Standards.Versions;

namespace SocialAssistance.Standards.Publishing;

/// <summary>发布确认: the second person sees what changes, what the checks say, and publishes or gives back; later, the undo.</summary>
[Allow("standards.publish")]
internal sealed class PublishPageModel(IMediator mediator, VersionDesk desk, VersionChecks checks, PublishedFigures published, IUpratings upratings, IAccess access, IDivisions divisions, IEnumerable<IAssistanceProgram> programs, ICurrentUser user, TimeProvider time) : PageModel, IReloads
{
    private const int MostUnreached = 100;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public PublishInput Input { get; set; } = new();

    public StandardVersion Stored { get; private set; } = null!;

    public IReadOnlyList<LineView> Lines { get; private set; } = [];

    public CheckReport Report { get; private set; } = new([], []);

    public bool IsOwn => Stored.IsOwn(user.Id);

    public DateOnly? FirstDay => Lines.Count == 0 ? null : Lines.Min(l => l.Line.FromDay);

    public bool CanWithdraw => Stored.Status == VersionStatus.Published && FirstDay > time.Today();

    /// <summary>How far the version was carried into the cases, or taken out of them again, day by day.</summary>
    public IReadOnlyList<UpratingDay> Carried { get; private set; } = [];

    /// <summary>Cases that were not reached.</summary>
    public int UnreachedCount => Carried.Sum(d => d.Waiting + d.Review);

    public DateOnly Today => time.Today();

    /// <summary>Programmes times townships.</summary>
    public int Chunks => programs.Count() * divisions.Townships().Count;

    public IReadOnlyList<UnreachedCase> Unreached { get; private set; } = [];

    /// <summary>Administrators have no business with families; whoever reads cases opens them from here.</summary>
    public bool MayOpen => access.Allows(User, "cases.read");

    public string Village(string code) => divisions.FullName(code);

    /// <summary>A form shows what is wrong itself.</summary>
    public bool HasForm => CanWithdraw || (Stored.Status == VersionStatus.Submitted && !IsOwn);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await ReloadAsync(cancellationToken);
        return Stored is null ? NotFound() : Page();
    }

    public Task<IActionResult> OnPostPublishAsync(CancellationToken cancellationToken) =>
        AnswerAsync(new PublishVersion(Id, Input.RowVersion, Input.HasRead, Input.AcceptsWarnings), $"/standards/versions/{Id}/publish", cancellationToken);

    public Task<IActionResult> OnPostReturnAsync(CancellationToken cancellationToken) =>
        AnswerAsync(new ReturnVersion(Id, Input.RowVersion, Input.ReturnReason), "/standards/versions", cancellationToken);

    public Task<IActionResult> OnPostWithdrawAsync(CancellationToken cancellationToken) =>
        AnswerAsync(new WithdrawVersion(Id, Input.RowVersion, Input.WithdrawalReason), "/standards/versions", cancellationToken);

    public async Task ReloadAsync(CancellationToken cancellationToken)
    {
        Stored = (await desk.ReadAsync(Id, cancellationToken))!;
        if (Stored is not null)
        {
            Lines = await desk.ViewAsync(Stored, cancellationToken);
            Carried = await upratings.OfAsync(Id, cancellationToken);
            Unreached = UnreachedCount == 0 ? [] : await upratings.UnreachedAsync(Id, MostUnreached, cancellationToken);
            Report = Stored.Status == VersionStatus.Submitted ? await checks.RunAsync(Stored, cancellationToken) : Report;
        }
    }

    private async Task<IActionResult> AnswerAsync(ICommand<string> command, string next, CancellationToken cancellationToken)
    {
        var result = await mediator.Send(command, cancellationToken);
        published.Forget();
        if (result.Refusal is not { } refusal)
        {
            return this.Done(next, result.Value);
        }

        await ReloadAsync(cancellationToken);
        return Stored is null ? NotFound() : this.Refuse(refusal);
    }
}

/// <summary>What is typed on the page.</summary>
internal sealed class PublishInput
{
    public int RowVersion { get; set; }

    public bool HasRead { get; set; }

    public bool AcceptsWarnings { get; set; }

    public string? ReturnReason { get; set; }

    public string? WithdrawalReason { get; set; }
}
