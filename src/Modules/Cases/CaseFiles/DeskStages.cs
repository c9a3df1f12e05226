using System.Collections.Frozen;
using SocialAssistance.Platform.Security;

namespace SocialAssistance.Cases.CaseFiles;

/// <summary>The stages in which the current user has a step to do, read from the permission table.</summary>
internal sealed class DeskStages(PermissionTable table, ICurrentUser user)
{
    /// <summary>Stages on the user's desk; empty for those who only read.</summary>
    public IReadOnlySet<string> Mine { get; } = table.Rows
        .Where(p => p.Action.StartsWith("cases.", StringComparison.Ordinal) && user.Roles.Contains(p.Role))
        .SelectMany(p => p.States)
        .Where(Contracts.Cases.Stages.Open.Contains)
        .ToFrozenSet();
}
