using System.Diagnostics;

namespace SocialAssistance.Harness;

/// <summary>The product as a process of its own on a database of the test, so that it can be killed like a machine that loses power.</summary>
public sealed class ProductProcess : IDisposable
{
    private readonly Process _process;

    private ProductProcess(Process process) => _process = process;

    /// <summary>Starts the built product on the test's database, at a free port.</summary>
    public static ProductProcess Start(TestDatabase database)
    {
        // Built beside the tests, in its own folder: in the tests' folder it would take the tests for a module.
        var folder = AppContext.BaseDirectory.Replace(Path.Combine("tests", "Slices.Tests"), Path.Combine("src", "Web"), StringComparison.Ordinal);
        var start = new ProcessStartInfo("dotnet", [Path.Combine(folder, "SocialAssistance.Web.dll")]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["ConnectionStrings__Main"] = database.App;
        start.Environment["ConnectionStrings__Owner"] = database.Owner;
        start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        start.Environment["Serilog__MinimumLevel__Default"] = "Error";
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return new(process);
    }

    /// <summary>Whether it still runs.</summary>
    public bool Runs => !_process.HasExited;

    /// <summary>SIGKILL: no handler runs, nothing is flushed, every connection breaks.</summary>
    public async Task Kill()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }
}
