using SocialAssistance.Contracts.Programs;

namespace SocialAssistance.Cases.Publicity;

/// <summary>What a sheet says about its programme: title, name on the sheet, article.</summary>
internal sealed class ProgramTitles(IEnumerable<IAssistanceProgram> programs)
{
    public string Name(string program) => programs.FirstOrDefault(p => p.Code == program)?.Name ?? program;

    public ProgramProfile Profile(string program) => programs.Single(p => p.Code == program).Profile;

    public string Sheet(string program) => Profile(program).FullName + "拟保障家庭公示";
}
