using SocialAssistance.Contracts.Cases;

namespace SocialAssistance.Cases.CaseFiles;

/// <summary>The grounds of a member's recognitions in words. What touches health is left out for those who may not see it.</summary>
internal static class RecognitionWords
{
    public static string Of(MemberFacts member, bool showsHealth)
    {
        var parts = new List<string>();
        if (member.ExtremePovertyGround is { } ground)
        {
            parts.Add($"特困（{CaseVocabulary.ExtremePovertyGrounds[ground]}，{CaseVocabulary.CareSettings[member.CareSetting]}）");
            parts.Add(member.SupportObligor is { } obligor ? CaseVocabulary.SupportObligors[obligor] : "法定义务人待查");
            if (showsHealth)
            {
                parts.Add(SelfCare(member.SelfCare));
            }
        }

        if (member.Father is not null || member.Mother is not null)
        {
            parts.Add(showsHealth ? $"父亲{Parent(member.Father)}，母亲{Parent(member.Mother)}" : "儿童保障对象");
        }

        if (member.HivInfected && showsHealth)
        {
            parts.Add("艾滋病病毒感染儿童");
        }

        if (member.RetrenchedWorker)
        {
            parts.Add("精简退职老弱残职工");
        }

        return parts.Count == 0 ? "无" : string.Join('；', parts);
    }

    public static string SelfCare(SelfCareFacts? facts) => facts switch
    {
        null => "自理能力待评估",
        { Failed.Count: 0 } => $"能够自理（{facts.AssessedBy} {facts.AssessedOn:yyyy-MM-dd} 评估）",
        _ => $"不能{string.Join('、', facts.Failed.Select(f => CaseVocabulary.SelfCareItems[f]))}（{facts.AssessedBy} {facts.AssessedOn:yyyy-MM-dd} 评估）",
    };

    private static string Parent(string? state) => state is null ? "情况未填" : CaseVocabulary.ParentStates[state];
}
