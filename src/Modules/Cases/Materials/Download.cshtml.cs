using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SocialAssistance.Platform.Security;

namespace SocialAssistance.Cases.Materials;

/// <summary>Hands out a scan to who may see its case; always as a download, so that nothing in it runs in the page.</summary>
[Allow("cases.materials.read")]
internal sealed class DownloadModel(FileStore store) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid fileId, CancellationToken cancellationToken) =>
        await store.OpenAsync(fileId, cancellationToken) is { } found ? Send(found.File, found.Content) : NotFound();

    private FileContentResult Send(StoredFile file, byte[] content)
    {
        Response.Headers.CacheControl = "no-store";
        Response.Headers.XContentTypeOptions = "nosniff";
        return File(content, file.MediaType, file.FileName);
    }
}
