using SocialAssistance.Assess.Kinds;
using SocialAssistance.Assess.Requests;

namespace SocialAssistance.Assess;

/// <summary>What every request carries around the fields of its kind (section 1.3).</summary>
internal readonly record struct Envelope(IAssessKind Kind, PolicyContext Policy, RequestReader Request)
{
    /// <summary>The names a kind adds to its own when it checks for unknown fields.</summary>
    public static readonly string[] Fields = ["id", "kind", "policy", "knownAt", "parameters"];

    public static Envelope Read(RequestReader request)
    {
        request.RefuseUnreadableNames();
        request.Identifier("id");
        var kind = KindRegistry.Find(request.Identifier("kind"))
            ?? throw request.ErrorAt("kind", ErrorCode.UnknownKind, "no such kind of request");
        var policy = request.Identifier("policy") switch
        {
            "national" or "000000" => "national",
            "fuliang" or "360222" => "fuliang",
            "xinxiang" or "410700" => "xinxiang",
            "yudu" or "360731" => "yudu",
            "maguan" or "532625" => "maguan",
            "ningxia" or "640000" => "ningxia",
            _ => throw request.ErrorAt("policy", ErrorCode.UnknownPolicy, "no such policy"),
        };
        return new(kind, new(policy, request.FindDate("knownAt")), request);
    }
}
