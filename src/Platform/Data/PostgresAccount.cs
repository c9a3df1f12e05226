namespace SocialAssistance.Platform.Data;

/// <summary>
/// The operating system account PostgreSQL runs under. The server refuses root, so root steps down to the owner of the
/// existing data, else to postgres, else to nobody; everybody else runs it as themselves.
/// </summary>
/// <param name="Uid">Null when no step down is needed.</param>
internal sealed record PostgresAccount(string? Uid, string? Gid, string[] Prefix)
{
    private static readonly PostgresAccount Self = new(null, null, []);

    public static async Task<PostgresAccount> ChooseAsync(string data, CancellationToken cancellationToken)
    {
        if (Environment.UserName != "root")
        {
            return Self;
        }

        if (Directory.Exists(data))
        {
            var owner = (await Command.RunAsync(["stat", "-L", "-c", "%u:%g", data], cancellationToken)).Trim().Split(':');
            if (owner[0] != "0")
            {
                return await StepDownAsync(owner[0], owner[1], cancellationToken);
            }
        }

        foreach (var name in (string[])["postgres", "nobody"])
        {
            if (await Command.SucceedsAsync(["id", name], cancellationToken))
            {
                return await StepDownAsync(
                    (await Command.RunAsync(["id", "-u", name], cancellationToken)).Trim(),
                    (await Command.RunAsync(["id", "-g", name], cancellationToken)).Trim(),
                    cancellationToken);
            }
        }

        throw new PostgresMissingException("PostgreSQL may not run as root and there is no account postgres or nobody; create one or start as an ordinary user.");
    }

    /// <summary>Whether this account may enter a folder, all its parents included.</summary>
    public Task<bool> MayEnterAsync(string folder, CancellationToken cancellationToken) =>
        Command.SucceedsAsync([.. Prefix, "test", "-x", folder], cancellationToken);

    /// <summary>Hands a folder over to this account.</summary>
    public async Task OwnAsync(string folder, CancellationToken cancellationToken)
    {
        if (Uid is not null)
        {
            await Command.RunAsync(["chown", "-R", $"{Uid}:{Gid}", folder], cancellationToken);
        }
    }

    private static async Task<PostgresAccount> StepDownAsync(string uid, string gid, CancellationToken cancellationToken)
    {
        string[] setpriv = ["setpriv", $"--reuid={uid}", $"--regid={gid}", "--clear-groups", "--"];
        if (await Command.SucceedsAsync([.. setpriv, "true"], cancellationToken))
        {
            return new(uid, gid, setpriv);
        }

        var name = (await Command.RunAsync(["id", "-nu", uid], cancellationToken)).Trim();
        string[] runuser = ["runuser", "-u", name, "--"];
        return await Command.SucceedsAsync([.. runuser, "true"], cancellationToken)
            ? new(uid, gid, runuser)
            : throw new PostgresMissingException("PostgreSQL may not run as root and neither setpriv nor runuser is there; install util-linux or start as an ordinary user.");
    }
}
