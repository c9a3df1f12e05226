using Npgsql;

namespace SocialAssistance.Platform.Data;

/// <summary>Sees to it that the application's role exists before the migrations grant it anything.</summary>
public static class DatabaseRoles
{
    /// <summary>Creates the role when it is missing and lets the connected owner take it on.</summary>
    public static async Task EnsureAsync(NpgsqlDataSource owner, bool canLogIn, CancellationToken cancellationToken = default)
    {
        await using var command = owner.CreateCommand($"""
            do $$ begin
                if not exists (select from pg_roles where rolname = '{PrivatePostgres.AppRole}') then
                    create role {PrivatePostgres.AppRole} {(canLogIn ? "login" : "nologin")};
                end if;
                if not pg_has_role(current_user, '{PrivatePostgres.AppRole}', 'member') then
                    execute format('grant {PrivatePostgres.AppRole} to %I', current_user);
                end if;
            exception when duplicate_object or unique_violation then null; -- another process was quicker
            end $$
            """);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
