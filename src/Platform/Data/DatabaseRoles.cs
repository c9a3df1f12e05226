using Npgsql;

namespace SocialAssistance.Platform.Data;

/// <summary>
/// The application's role: it works with rows and never with tables, and a table whose comment starts with
/// "append-only" can be read and added to, nothing else.
/// </summary>
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

    /// <summary>Grants the role its rights on every table of the schemas; run after each migration, so that new tables are covered.</summary>
    public static async Task GrantAsync(NpgsqlConnection owner, IEnumerable<string> schemas, CancellationToken cancellationToken = default)
    {
        foreach (var schema in schemas)
        {
            await using var command = new NpgsqlCommand($"""
                do $$ declare t record; begin
                    grant usage on schema {schema} to {PrivatePostgres.AppRole};
                    grant usage, select on all sequences in schema {schema} to {PrivatePostgres.AppRole};
                    for t in select c.oid::regclass as name, obj_description(c.oid, 'pg_class') like 'append-only%' as kept
                             from pg_class c where c.relnamespace = '{schema}'::regnamespace and c.relkind in ('r', 'p', 'v', 'm') loop
                        execute format('revoke all on %s from {PrivatePostgres.AppRole}', t.name);
                        execute format('grant select, insert on %s to {PrivatePostgres.AppRole}', t.name);
                        if t.kept is not true then
                            execute format('grant update, delete on %s to {PrivatePostgres.AppRole}', t.name);
                        end if;
                    end loop;
                end $$
                """, owner);
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }
}
