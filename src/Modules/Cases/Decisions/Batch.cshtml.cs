using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SocialAssistance.Contracts.Accounts;
using SocialAssistance.Platform.Security;

namespace SocialAssistance.Cases.Decisions;

/// <summary>批量确认: names, amounts and the sum first, the password again, a result per household.</summary>
[Allow("cases.confirm")]
internal sealed class BatchModel(BatchCandidates candidates, ConfirmBatch confirm, IPasswordCheck passwords, ICurrentUser user) : PageModel
{
    [BindProperty]
    public string? Password { get; set; }

    public IReadOnlyList<BatchCase> Ready { get; private set; } = [];

    public IReadOnlyList<BatchCase> Flagged { get; private set; } = [];

    public IReadOnlyList<BatchOutcome>? Outcomes { get; private set; }

    public decimal Total => Ready.Sum(c => c.MonthlyAmount);

    public async Task OnGetAsync(Guid[] ids, [FromQuery(Name = "__all")] bool all, CancellationToken cancellationToken) => Sort(await candidates.ReadAsync(ids, all, cancellationToken));

    public async Task<IActionResult> OnPostAsync([FromForm] Guid[] ids, [FromForm] int[] versions, CancellationToken cancellationToken)
    {
        if (ids.Length != versions.Length)
        {
            return BadRequest();
        }

        var read = await candidates.ReadAsync(ids, false, cancellationToken);
        Sort(read);
        if (string.IsNullOrEmpty(Password) || !await passwords.IsCorrectAsync(user.Id!.Value, Password, cancellationToken))
        {
            ModelState.Remove(nameof(Password));
            ModelState.AddModelError(nameof(Password), string.IsNullOrEmpty(Password) ? "请填写登录密码" : "密码不对，请重新输入");
            Password = null;
            return Page();
        }

        // What the leader saw is what is confirmed: a case that changed since is refused by its version.
        var seen = ids.Zip(versions).ToDictionary(x => x.First, x => x.Second);
        Outcomes = await confirm.RunAsync([.. Ready.Select(c => c with { Version = seen[c.Id] })], cancellationToken);
        return Page();
    }

    private void Sort(IReadOnlyList<BatchCase> cases) => (Ready, Flagged) = ([.. cases.Where(c => c.Flags.Count == 0)], [.. cases.Where(c => c.Flags.Count > 0)]);
}
