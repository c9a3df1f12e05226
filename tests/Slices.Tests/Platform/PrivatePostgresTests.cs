using System.Diagnostics;
using Npgsql;
using SocialAssistance.Platform.Data;

namespace SocialAssistance.Slices.Tests.Platform;

public sealed class PrivatePostgresTests : IDisposable
{
    private readonly string _parent = Directory.CreateTempSubdirectory("sa-kept-").FullName;

    private string Folder => Path.Combine(_parent, "postgres");

    public PrivatePostgresTests()
    {
        // The server's own account must be able to pass through the folder above.
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(_parent, (UnixFileMode)0b111_101_101);
        }
    }

    [Fact]
    public async Task A_second_start_finds_the_data_of_the_first()
    {
        await using (var first = await PrivatePostgres.StartAsync(Folder))
        {
            await Execute(first.OwnerConnectionString(), "create table kept (n int); insert into kept values (7)");
        }

        await using var second = await PrivatePostgres.StartAsync(Folder);

        Assert.Equal(7, await Execute(second.OwnerConnectionString(), "select n from kept"));
    }

    [Fact]
    public async Task A_start_beside_a_running_one_joins_its_server()
    {
        await using var first = await PrivatePostgres.StartAsync(Folder);
        await using var second = await PrivatePostgres.StartAsync(Folder);

        Assert.False(first.IsShared);
        Assert.True(second.IsShared);
        Assert.Equal(first.AppConnectionString(), second.AppConnectionString());
    }

    [Fact]
    public async Task The_application_logs_in_as_a_role_that_owns_nothing()
    {
        await using var server = await PrivatePostgres.StartAsync(Folder);

        var refused = await Assert.ThrowsAsync<PostgresException>(() => Execute(server.AppConnectionString(), "create table public.t (n int)"));

        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
    }

    [Fact]
    public async Task A_killed_host_takes_its_server_along_and_the_next_start_has_the_data()
    {
        using (var host = StartHost())
        {
            await UntilItAnswers(host);
            host.Kill();
            await host.WaitForExitAsync();
        }

        await using var next = await PrivatePostgres.StartAsync(Folder);

        Assert.False(next.IsShared);
        Assert.True((long)(await Execute(next.OwnerConnectionString(), "select count(*) from public.schema_migrations"))! > 0);
    }

    public void Dispose()
    {
        NpgsqlConnection.ClearAllPools();
        Directory.Delete(_parent, true);
    }

    private Process StartHost()
    {
        // bin/<configuration>/<framework>, as for this test.
        var output = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd('/'));
        var program = Repository.PathOf("src", "Web", "bin", output.Parent!.Name, output.Name, "SocialAssistance.Web.dll");
        var start = new ProcessStartInfo("dotnet", [program]) { RedirectStandardError = true };
        start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        start.Environment["PrivatePostgres__Folder"] = Folder;
        start.Environment["Serilog__MinimumLevel__Default"] = "Fatal";
        start.Environment.Remove("ConnectionStrings__Main");
        return Process.Start(start)!;
    }

    // The host says where it answers once the database is migrated and the port is open.
    private static async Task UntilItAnswers(Process host)
    {
        while (await host.StandardError.ReadLineAsync() is { } line)
        {
            if (line.Contains("answers at", StringComparison.Ordinal))
            {
                return;
            }
        }

        Assert.Fail("The host ended before it answered.");
    }

    private static async Task<object?> Execute(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }
}
