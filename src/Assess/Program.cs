namespace SocialAssistance.Assess;

internal static class Program
{
    private static int Main()
    {
        using var input = Console.OpenStandardInput();
        using var output = Console.OpenStandardOutput();
        return AssessProgram.Run(input, output);
    }
}
