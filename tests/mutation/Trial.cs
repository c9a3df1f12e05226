using System.Diagnostics;

namespace SocialAssistance.Mutation;

/// <summary>How the tests took a fault: the first that failed, or how many passed.</summary>
internal readonly record struct Verdict(bool IsKilled, string Words);

/// <summary>
/// One fault under test in a process of its own, so that a fault that never ends or takes the process down harms nobody.
/// </summary>
internal static class Trial
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    public static async Task<Verdict> RunAsync(string rules)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Trial).Assembly.Location, "trial", Repository.BuiltTests, rules])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            return new(true, "does not end");
        }

        var words = (await output).Trim();
        return process.ExitCode switch
        {
            TestPass.AllPassed => new(false, words),
            TestPass.OneFailed => new(true, words),
            _ => throw new MutationException($"The tests could not be run (exit code {process.ExitCode}): {words} {(await errors).Trim()}"),
        };
    }
}
