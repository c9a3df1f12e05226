using System.Text.Json;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using SocialAssistance.Accounts.Data;
using SocialAssistance.Platform.Data;

namespace SocialAssistance.Accounts.Sessions;

/// <summary>Keeps a form that came too late, so that nothing typed is lost with the session. Files and passwords are not kept.</summary>
internal sealed class InterruptedPosts(AccountsDb db, UnitOfWork unitOfWork, FormerSession former, IAntiforgery antiforgery, TimeProvider time)
{
    /// <summary>Name of the field in which the offered form carries the kept form's identifier.</summary>
    public const string IdField = "__interrupted";

    private const int Longest = 1_000_000;
    private static readonly TimeSpan KeptFor = TimeSpan.FromDays(3);

    /// <summary>Keeps the request's form when its old cookie and its antiforgery token tell whose it is.</summary>
    public async Task KeepAsync(HttpContext http)
    {
        if (!HttpMethods.IsPost(http.Request.Method) || !http.Request.HasFormContentType
            || former.Principal(http) is not { } principal || former.UserId(http) is not { } userId || !await IsOursAsync(http, principal))
        {
            return;
        }

        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var fields = form
            .Where(f => f.Key != "__RequestVerificationToken" && !f.Key.Contains("password", StringComparison.OrdinalIgnoreCase))
            .SelectMany(f => f.Value.Select(v => new[] { f.Key, v ?? "" }))
            .ToArray();
        var json = JsonSerializer.Serialize(fields);
        if (json.Length > Longest)
        {
            return;
        }

        var now = time.GetUtcNow();
        await unitOfWork.RunAsync(async () =>
        {
            if (!await db.Users.AnyAsync(u => u.Id == userId && u.DisabledAt == null, http.RequestAborted))
            {
                return;
            }

            await db.InterruptedPosts.Where(p => p.At < now - KeptFor).ExecuteDeleteAsync(http.RequestAborted);
            db.InterruptedPosts.Add(new()
            {
                Id = Guid.CreateVersion7(), UserId = userId, Url = http.Request.Path + http.Request.QueryString,
                Fields = json, HadFiles = form.Files.Any(f => f.Length > 0), At = now,
            });
            await db.SaveChangesAsync(http.RequestAborted);
        });
    }

    /// <summary>The latest form kept for this person.</summary>
    public Task<InterruptedPost?> LatestAsync(Guid userId, CancellationToken cancellationToken)
    {
        var oldest = time.GetUtcNow() - KeptFor;
        return db.InterruptedPosts.AsNoTracking().Where(p => p.UserId == userId && p.At >= oldest).OrderByDescending(p => p.At).FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>Takes a kept form out and gives the address it is for; null when it is somebody else's or gone.</summary>
    public async Task<string?> TakeAsync(Guid id, Guid userId, CancellationToken cancellationToken)
    {
        var mine = db.InterruptedPosts.Where(p => p.Id == id && p.UserId == userId);
        var url = await mine.Select(p => p.Url).SingleOrDefaultAsync(cancellationToken);
        await mine.ExecuteDeleteAsync(cancellationToken);
        return url;
    }

    // The token was made for the former user; it is checked as theirs.
    private async Task<bool> IsOursAsync(HttpContext http, System.Security.Claims.ClaimsPrincipal formerUser)
    {
        var current = http.User;
        http.User = formerUser;
        try
        {
            return await antiforgery.IsRequestValidAsync(http);
        }
        finally
        {
            http.User = current;
        }
    }
}
