using SocialAssistance.Contracts.Cases;

namespace SocialAssistance.Cases.CaseFiles;

/// <summary>Disability and illness (残疾和病情) of a person in words; only for those who may see it.</summary>
internal static class HealthWords
{
    public static string Of(MemberFacts member)
    {
        string?[] parts =
        [
            member.DisabilityCategory is { } category ? $"{CaseVocabulary.DisabilityCategories[category]}残疾{"一二三四"[(member.DisabilityGrade ?? 1) - 1]}级" : null,
            member.SeriousIllness ? "重病" : null,
        ];
        return parts.OfType<string>().ToArray() is { Length: > 0 } known ? string.Join('，', known) : "无";
    }
}
