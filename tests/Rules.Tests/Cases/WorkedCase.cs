using System.Text.Json.Nodes;

namespace SocialAssistance.Rules.Tests.Cases;

/// <summary>One row of a case table: what is asked, what must come out, which rules it proves, and where they are written.</summary>
public sealed record WorkedCase(string Id, string Situation, JsonObject Request, JsonObject Expected, IReadOnlyList<string> Rules, string Source)
{
    public override string ToString() => $"{Id} {Situation}";
}
