using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SocialAssistance.Platform.Data;
using SocialAssistance.Platform.Modules;

namespace SocialAssistance.Architecture.Tests;

/// <summary>The SQL scripts build the tables the models expect. The scripts may know more: tables, checks and indexes no model names.</summary>
public sealed partial class SchemaTests(App app) : IClassFixture<App>
{
    // Defaults and names of constraints are left out: they change nothing a model relies on.
    private const string Facts = """
        select 'column', table_schema || '.' || table_name,
               concat_ws(' ', column_name, udt_name, character_maximum_length, numeric_precision, numeric_scale, case is_nullable when 'NO' then 'not null' end)
        from information_schema.columns where table_schema = $1
        union all
        select 'constraint', n.nspname || '.' || t.relname, pg_get_constraintdef(c.oid)
        from pg_constraint c join pg_class t on t.oid = c.conrelid join pg_namespace n on n.oid = t.relnamespace
        where n.nspname = $1 and c.contype in ('p', 'f', 'u')
        union all
        select 'index', schemaname || '.' || tablename, regexp_replace(indexdef, 'INDEX \S+ ON', 'INDEX ON') from pg_indexes where schemaname = $1
        """;

    public static TheoryData<string> Contexts => [.. ModuleRegistration.Migrations.SelectMany(m => m.Assembly.GetTypes())
        .Where(t => t is { IsAbstract: false } && t.IsSubclassOf(typeof(DbContext))).Select(t => t.AssemblyQualifiedName!)];

    [Theory]
    [MemberData(nameof(Contexts))]
    public async Task The_scripts_build_what_the_model_expects(string context)
    {
        await using var expected = await TestDatabase.EmptyAsync();
        await using var sql = new Sql(expected.Owner);
        await using var scope = app.Services.CreateAsyncScope();
        var db = (DbContext)scope.ServiceProvider.GetRequiredService(Type.GetType(context)!);
        var schema = db.Model.GetDefaultSchema()!;
        foreach (var extension in await app.Sql.Rows("select extname from pg_extension"))
        {
            await sql.Execute($"create extension if not exists \"{extension[0]}\"");
        }

        await sql.Execute($"create schema if not exists {schema}; set check_function_bodies = off");
        foreach (var function in await app.Sql.Rows("select pg_get_functiondef(oid) from pg_proc where pronamespace = $1::regnamespace and prokind = 'f'", schema))
        {
            await sql.Execute((string)function[0]!);
        }

        await sql.Execute(db.Database.GenerateCreateScript());
        var model = await FactsOf(sql, schema);
        var built = await FactsOf(app.Sql, schema);
        var tables = model.Select(f => f.Table).ToHashSet();

        var missing = model.Except(built).Select(f => $"only in the model:   {f.Table} {f.What}");
        var unknown = built.Except(model).Where(f => f.Kind == "column" && tables.Contains(f.Table)).Select(f => $"only in the scripts: {f.Table} {f.What}");
        Assert.True(!missing.Concat(unknown).Any(), string.Join('\n', missing.Concat(unknown)));
    }

    [Theory]
    [MemberData(nameof(Solution.SchemaOwners), MemberType = typeof(Solution))]
    public void A_script_touches_only_its_own_schema(string schema)
    {
        var others = ModuleRegistration.Migrations.Select(m => m.Schema).Where(s => s != schema).ToHashSet();
        var folder = ModuleRegistration.Migrations.Single(m => m.Schema == schema).Assembly.GetName().Name!["SocialAssistance.".Length..];
        var foreign = from file in Solution.Files("*.sql", "src")
                      where file.Contains($"/{folder}/Data/Migrations/", StringComparison.Ordinal)
                      from line in File.ReadLines(file)
                      let code = line.Split("--")[0]
                      from Match match in Qualified().Matches(code)
                      where others.Contains(match.Groups[1].Value)
                      select $"{Path.GetFileName(file)}: {line.Trim()}";

        Assert.Empty(foreign);
    }

    [Fact]
    public async Task A_second_migration_does_nothing()
    {
        await using var source = Npgsql.NpgsqlDataSource.Create(app.Database.Owner);

        Assert.Equal(0, await new SqlMigrator(source).MigrateAsync(ModuleRegistration.Migrations));
    }

    [Fact]
    public async Task A_script_that_was_changed_after_it_ran_stops_the_start()
    {
        await using var copy = await TestDatabase.CloneAsync();
        await using var sql = new Sql(copy.Owner);
        await sql.Execute("update public.schema_migrations set checksum = 'x' where module = 'platform'");
        await using var source = Npgsql.NpgsqlDataSource.Create(copy.Owner);

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => new SqlMigrator(source).MigrateAsync(ModuleRegistration.Migrations));
        Assert.Contains("was changed after it ran", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_of_a_newer_build_stops_the_start()
    {
        await using var copy = await TestDatabase.CloneAsync();
        await using var sql = new Sql(copy.Owner);
        await sql.Execute("insert into public.schema_migrations (module, script, checksum) values ('platform', '9999_from_the_future.sql', 'x')");
        await using var source = Npgsql.NpgsqlDataSource.Create(copy.Owner);

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => new SqlMigrator(source).MigrateAsync(ModuleRegistration.Migrations));
        Assert.Contains("9999_from_the_future.sql", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Four_starts_at_once_migrate_once()
    {
        await using var empty = await TestDatabase.EmptyAsync();
        await using var source = Npgsql.NpgsqlDataSource.Create(empty.Owner);

        var applied = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => new SqlMigrator(source).MigrateAsync(ModuleRegistration.Migrations)));

        Assert.Single(applied, n => n > 0);
    }

    private static async Task<HashSet<(string Kind, string Table, string What)>> FactsOf(Sql sql, string schema) =>
        [.. (await sql.Rows(Facts, schema)).Select(r => ((string)r[0]!, (string)r[1]!, (string)r[2]!))];

    [GeneratedRegex(@"\b([a-z_]+)\.[a-z_]+")]
    private static partial Regex Qualified();
}
