using SocialAssistance.Cases.CaseFiles;
using SocialAssistance.Platform.Messaging;
using SocialAssistance.Platform.Security;

namespace SocialAssistance.Cases.Steps;

/// <summary>The door of every step of the investigation: the case is found, unchanged, in the right stage, and the user may act.</summary>
internal sealed class StepGate(CaseDesk desk, IAccess access)
{
    public static Refusal Missing { get; } = new("not-found", "没有找到这份案卷，请从待办重新打开");

    /// <summary>The case for changing; either the file or the refusal is set.</summary>
    public async Task<(CaseFile? File, Refusal? Refusal)> OpenAsync(Guid caseId, int? version, string action, CancellationToken cancellationToken, params string[] stages)
    {
        if (await desk.FindAsync(caseId, cancellationToken) is not { } file)
        {
            return (null, Missing);
        }

        if (file.Require(version, stages) is { } refusal)
        {
            return (file, refusal);
        }

        return access.Allows(action, file.DivisionCode, file.Stage) ? (file, null) : (file, NotYours(action, file.Stage));
    }

    /// <summary>Says who does it instead.</summary>
    public Refusal NotYours(string action, string? stage = null) => new("not-allowed", $"这一步由{access.WhoCan(action, stage)}办理，请转交办理");
}
