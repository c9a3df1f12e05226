using System.Diagnostics;

namespace SocialAssistance.Platform.Data;

/// <summary>Runs a program of the operating system to its end.</summary>
internal static class Command
{
    /// <summary>Runs it and returns what it printed; a failure is an exception with what it complained about.</summary>
    public static async Task<string> RunAsync(string[] words, CancellationToken cancellationToken)
    {
        var (code, output, complaint) = await TryAsync(words, cancellationToken);
        return code == 0
            ? output
            : throw new PostgresMissingException($"The command '{string.Join(' ', words)}' failed: {complaint.Trim()}");
    }

    /// <summary>Whether the program ends with success; a program that is not there does not.</summary>
    public static async Task<bool> SucceedsAsync(string[] words, CancellationToken cancellationToken) =>
        (await TryAsync(words, cancellationToken)).Code == 0;

    private static async Task<(int Code, string Output, string Complaint)> TryAsync(string[] words, CancellationToken cancellationToken)
    {
        // The working folder may be closed to the account the program changes to.
        var start = new ProcessStartInfo(words[0], words[1..]) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = "/" };
        try
        {
            using var process = Process.Start(start)!;
            var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
            var complaint = process.StandardError.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            return (process.ExitCode, await output, await complaint);
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            return (127, "", e.Message);
        }
    }
}
