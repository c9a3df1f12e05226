using System.Diagnostics;
using System.Net.Sockets;

namespace SocialAssistance.Benchmarks.Pages;

/// <summary>The product as a process of its own, with the settings of its environment.</summary>
internal sealed class ProductProcess(Dictionary<string, string> settings) : IAsyncDisposable
{
    private Process? _process;

    public Uri Address { get; } = new($"http://127.0.0.1:{FreePort()}");

    public async Task StartAsync()
    {
        // The product as built, in its own folder: beside the benchmark it would take the benchmark for a module.
        var program = AppContext.BaseDirectory.Replace(Path.Combine("tests", "Benchmarks"), Path.Combine("src", "Web"), StringComparison.Ordinal) + "SocialAssistance.Web.dll";
        var start = new ProcessStartInfo("dotnet", [program]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["ASPNETCORE_URLS"] = Address.ToString();
        start.Environment["Serilog__MinimumLevel__Default"] = "Warning";
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, _) => { };
        _process.ErrorDataReceived += (_, line) => Console.Error.WriteLine(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        using var client = new HttpClient { BaseAddress = Address };
        for (var attempt = 0; attempt < 1_200; attempt++)
        {
            if (_process.HasExited)
            {
                throw new InvalidOperationException($"The product stopped with status {_process.ExitCode}.");
            }

            try
            {
                using var answer = await client.GetAsync(new Uri("/health", UriKind.Relative));
                if (answer.IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            await Task.Delay(500);
        }

        throw new TimeoutException("The product did not answer within ten minutes.");
    }

    /// <summary>Watches the memory of the process from now on.</summary>
    public MemoryWatch WatchMemory() => new(_process!);

    public async ValueTask DisposeAsync()
    {
        if (_process is { HasExited: false })
        {
            _process.Kill(entireProcessTree: false);
            await _process.WaitForExitAsync();
        }

        _process?.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
    }
}
