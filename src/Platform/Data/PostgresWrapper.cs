using System.Diagnostics;

namespace SocialAssistance.Platform.Data;

/// <summary>The small shell that stands between this process and the server.</summary>
internal static class PostgresWrapper
{
    // It reads a pipe from us. When we end in any way, kill -9 included, the pipe closes and the shell stops the server.
    // setsid keeps it out of the terminal's group: Ctrl-C must reach us first, so that requests under way can finish.
    private const string Script = """
        exec 3<&0 </dev/null >>"$SA_LOG" 2>&1
        "$@" & p=$!
        trap 'kill -INT $p 2>/dev/null' TERM INT HUP
        (trap - TERM INT HUP; cat <&3 >/dev/null; kill -$SA_SIGNAL $p 2>/dev/null) & w=$!
        exec 3<&-
        while kill -0 $p 2>/dev/null; do wait $p; done
        kill $w 2>/dev/null
        rm -rf "$SA_REMOVE" || { sleep 1; rm -rf "$SA_REMOVE"; }
        """;

    public static Process Start(PostgresFolder place, string bin, string socketFolder)
    {
        string[] settings =
        [
            "listen_addresses=", $"unix_socket_directories={socketFolder}", "unix_socket_permissions=0700",
            // The server's log must not repeat what people typed: no statements, no key values.
            "log_min_error_statement=panic", "log_error_verbosity=terse", "max_connections=200",
            .. place.IsThrowaway ? ["fsync=off", "synchronous_commit=off", "full_page_writes=off", "log_checkpoints=off"] : Array.Empty<string>(),
        ];
        string[] server = [Path.Combine(bin, "postgres"), "-D", place.Data, .. settings.SelectMany(s => (string[])["-c", s])];
        string[] words = [.. File.Exists("/usr/bin/setsid") ? ["setsid"] : Array.Empty<string>(), .. place.Account.Prefix, "sh", "-c", Script, "private-postgres", .. server];

        var start = new ProcessStartInfo(words[0], words[1..]) { RedirectStandardInput = true, WorkingDirectory = "/" };
        start.Environment["SA_LOG"] = place.Log;
        start.Environment["SA_REMOVE"] = place.IsThrowaway ? place.Folder : socketFolder;
        start.Environment["SA_SIGNAL"] = place.IsThrowaway ? "QUIT" : "INT";
        return Process.Start(start)!;
    }
}
