using MediatR;
using Microsoft.AspNetCore.Http;
using SocialAssistance.Cases.CaseFiles;
using SocialAssistance.Cases.Data;
using SocialAssistance.Platform.Messaging;
using SocialAssistance.Platform.Security;

namespace SocialAssistance.Cases.Materials;

/// <summary>A file for one material of the checklist.</summary>
internal sealed record Scan(string Code, FileContent File)
{
    /// <summary>Upload fields are named so, followed by the code of the material.</summary>
    public const string Prefix = "Upload.";

    /// <summary>Reads the files of a posted form; what cannot be kept comes back with its field and message.</summary>
    public static async Task<(IReadOnlyList<Scan> Scans, IReadOnlyList<(string Field, string Message)> Problems)> ReadAsync(IFormFileCollection posted, CancellationToken cancellationToken)
    {
        var (scans, problems) = (new List<Scan>(), new List<(string, string)>());
        foreach (var file in posted.Where(f => f.Name.StartsWith(Prefix, StringComparison.Ordinal)))
        {
            var (content, problem) = await FileContent.ReadAsync(file, cancellationToken);
            if (content is null)
            {
                problems.Add((file.Name, problem!));
            }
            else
            {
                scans.Add(new(file.Name[Prefix.Length..], content));
            }
        }

        return (scans, problems);
    }
}

/// <summary>Adds scans to an accepted case.</summary>
internal sealed record AddScans(Guid CaseId, IReadOnlyList<Scan> Scans) : ICommand<int>;

internal sealed class AddScansHandler(CasesDb db, FileStore store, CaseDesk desk, IAccess access) : IRequestHandler<AddScans, Result<int>>
{
    public async Task<Result<int>> Handle(AddScans command, CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(command.CaseId, cancellationToken) is not { } file)
        {
            return new Refusal("no-such-case", "没有找到这份案卷，请返回待办重新打开");
        }

        if (!access.Allows("cases.materials.add", file.DivisionCode, file.Stage))
        {
            return new Refusal("not-allowed", $"这一步由{access.WhoCan("cases.materials.add", file.Stage)}办理，请转交办理");
        }

        foreach (var scan in command.Scans)
        {
            store.Add(scan.File, scan.Code, file.DivisionCode, null, file.Id);
        }

        desk.Tell(file, "material", $"补充上传材料 {command.Scans.Count} 份");
        await db.SaveChangesAsync(cancellationToken);
        return command.Scans.Count;
    }
}
