using SocialAssistance.Assess.Kinds;
using SocialAssistance.Assess.Requests;
using SocialAssistance.Policies;
using SocialAssistance.Rules.Standards;

namespace SocialAssistance.Assess;

/// <summary>What every request carries around the fields of its kind (section 1.3).</summary>
internal readonly record struct Envelope(IAssessKind Kind, PolicyContext Policy, RequestReader Request)
{
    private static readonly PolicyLibrary Library = PolicyLibrary.Load();

    /// <summary>The names a kind adds to its own when it checks for unknown fields.</summary>
    public static readonly string[] Fields = ["id", "kind", "policy", "knownAt", "parameters"];

    public static Envelope Read(RequestReader request)
    {
        request.RefuseUnreadableNames();
        request.Identifier("id");
        var kind = KindRegistry.Find(request.Identifier("kind"))
            ?? throw request.ErrorAt("kind", ErrorCode.UnknownKind, "no such kind of request");
        var book = Library.Find(request.Identifier("policy"))
            ?? throw request.ErrorAt("policy", ErrorCode.UnknownPolicy, "no such policy");
        var knownAt = request.FindDate("knownAt");
        var overrides = request.FindObject("parameters") is { } given ? OverrideReader.Read(given) : [];
        return new(kind, new(book, new Resolver(book, overrides, knownAt), overrides.Count > 0), request);
    }
}
