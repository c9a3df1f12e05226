using System.Collections.Concurrent;
using System.Diagnostics;

namespace SocialAssistance.Harness;

/// <summary>The product as a process of its own on a database of the test, so that it can be killed like a machine that loses power.</summary>
public sealed class ProductProcess : IDisposable
{
    private readonly Process _process;
    private readonly ConcurrentQueue<string> _said = new();

    private ProductProcess(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

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
        return new(Process.Start(start)!);
    }

    /// <summary>Whether it ended by itself or was killed.</summary>
    public bool HasEnded => _process.HasExited;

    /// <summary>Whether it still runs, and what it said last; for the message of a test that waited in vain.</summary>
    public string State => $"{(_process.HasExited ? $"ended with {_process.ExitCode}" : "runs")}; {string.Join(Environment.NewLine, _said)}";

    /// <summary>SIGKILL: no handler runs, nothing is flushed, every connection breaks.</summary>
    public async Task Kill()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    private void Keep(string? line)
    {
        if (line is not null)
        {
            _said.Enqueue(line);
            while (_said.Count > 20)
            {
                _said.TryDequeue(out _);
            }
        }
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
