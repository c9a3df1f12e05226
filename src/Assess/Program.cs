using SocialAssistance.Assess.Rulebook;
using SocialAssistance.Policies;

namespace SocialAssistance.Assess;

internal static class Program
{
    /// <summary>Without arguments it answers requests; <c>rulebook PATH</c> writes the rulebook page.</summary>
    private static int Main(string[] args)
    {
        if (args is ["rulebook", var path])
        {
            File.WriteAllText(path, RulebookPage.Write(PolicyLibrary.Load()));
            return 0;
        }

        using var input = Console.OpenStandardInput();
        using var output = Console.OpenStandardOutput();
        return AssessProgram.Run(input, output);
    }
}
