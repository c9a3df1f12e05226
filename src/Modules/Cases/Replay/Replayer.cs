using System.Text.Json;
using SocialAssistance.Cases.CaseFiles;
using SocialAssistance.Contracts.Cases;
using SocialAssistance.Contracts.Programs;
using SocialAssistance.Contracts.Standards;
using SocialAssistance.Platform.Time;
using SocialAssistance.Rules.Values;

namespace SocialAssistance.Cases.Replay;

/// <summary>
/// Determines again what was determined before (复算): with what was known then, which must give the same answer byte by
/// byte, or with what is known now, which says what would be right today.
/// </summary>
internal sealed class Replayer(IEnumerable<IAssistanceProgram> programs, ICountySettings county)
{
    private readonly Dictionary<string, IAssistanceProgram> _programs = programs.ToDictionary(p => p.Code);

    /// <summary>With the figures and facts of the moment it was made.</summary>
    public Assessment AsDecided(string program, CaseFacts facts, DeterminationRecord made) =>
        _programs[program].Assess(facts, new(made.PolicyCode, BenefitMonth.Of(made.Month), DateOnly.FromDateTime(made.MadeAt.InChina().DateTime), county.Book(made.PolicyCode, made.MadeAt)));

    /// <summary>The same month and facts with every figure known now.</summary>
    public Assessment AsKnownNow(string program, CaseFacts facts, DeterminationRecord made) =>
        _programs[program].Assess(facts, new(made.PolicyCode, BenefitMonth.Of(made.Month)));

    /// <summary>Whether two assessments are stored as the same bytes.</summary>
    public static bool Same(Assessment a, Assessment b) => Bytes(a).SequenceEqual(Bytes(b));

    private static byte[] Bytes(Assessment assessment) => JsonSerializer.SerializeToUtf8Bytes(assessment, JsonColumn.Options);
}
