using Npgsql;

namespace SocialAssistance.Slices.Tests.Platform;

public sealed class HostTests(App app) : IClassFixture<App>
{
    [Fact]
    public async Task Health_answers_without_a_login()
    {
        var page = await app.Anyone().Get("/health");

        Assert.Equal(200, page.Status);
    }

    [Fact]
    public async Task The_application_cannot_change_or_remove_what_was_recorded()
    {
        await app.Sql.Execute("insert into platform.audit_entries (at, actor_name, actor_division, action, subject_type, subject_id) values (now(), '系统', '', 'test', 'test', '1')");
        await using var source = NpgsqlDataSource.Create(app.Database.App);

        foreach (var sql in (string[])["update platform.audit_entries set reason = 'x'", "delete from platform.audit_entries", "truncate platform.audit_entries", "drop table platform.audit_entries"])
        {
            await using var command = source.CreateCommand(sql);
            var refused = await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync());
            Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
        }
    }
}
