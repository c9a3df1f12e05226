using SocialAssistance.Cases.Intake.Drafts;

namespace SocialAssistance.Cases.Intake.Checks;

/// <summary>What a family brings along that makes a paper of the checklist apply; the names are those of <c>materials.csv</c>.</summary>
internal static class Circumstances
{
    public static IReadOnlySet<string> Of(DraftData data, DateOnly today)
    {
        var facts = DraftFacts.Of(data, today);
        (string Name, bool Holds)[] all =
        [
            ("serious-illness", facts.Members.Any(m => m.SeriousIllness)),
            ("support-payment", facts.Members.Any(m => m.Income.Any(i => i.Type == "support-payment"))),
            ("entrusted", data.Applicant.Channel == "entrusted"),
            ("no-id-number", facts.Members.Any(m => m.IdNumber is null && m.NoIdNumberReason is not null)),
            ("disability", facts.Members.Any(m => m.DisabilityCategory is not null)),
            ("student", facts.Members.Any(m => m.Enrolled)),
            ("self-care-loss", facts.Members.Any(m => m.ExtremePovertyGround is not null)),
            ("parent-dead", facts.Members.Any(m => m.Father is "dead" or "declared-missing" or "untraceable" || m.Mother is "dead" or "declared-missing" or "untraceable")),
            ("parent-unable", facts.Members.Any(m => m.Father is not (null or "able" or "dead" or "untraceable") || m.Mother is not (null or "able" or "dead" or "untraceable"))),
            ("infected", facts.Members.Any(m => m.HivInfected)),
            ("lives-elsewhere", data.Applicant.LivesElsewhere),
        ];
        return all.Where(c => c.Holds).Select(c => c.Name).ToHashSet();
    }
}
