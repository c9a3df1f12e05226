using Microsoft.Extensions.DependencyInjection;
using SocialAssistance.Platform.Audit;

namespace SocialAssistance.Slices.Tests.Platform;

/// <summary>Whoever owns the database can change the trail; nobody can do it unnoticed.</summary>
public sealed class AuditChainTests : IAsyncLifetime
{
    private readonly App _app = new();

    public async Task InitializeAsync()
    {
        await _app.InitializeAsync();
        for (var block = 0; block < 3; block++)
        {
            await _app.LogIn("clerk");
            await _app.LogIn("leader");
            Assert.InRange(await Extend(), 2, 1_000);
        }

        await _app.Sql.Execute("alter table platform.audit_entries disable trigger all");
    }

    public Task DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task An_untouched_trail_is_found_whole_and_each_row_is_taken_up_once()
    {
        Assert.Equal(0, await Extend());
        var report = await Verify();

        Assert.Null(report.Problem);
        Assert.Equal(3, report.Blocks);
        Assert.Equal(await _app.Sql.Count("platform.audit_entries"), report.Entries);
    }

    [Theory]
    [InlineData("update platform.audit_entries set reason = '改' where id = $1", "的内容被改动")]
    [InlineData("update platform.audit_entries set at = at + interval '1 second' where id = $1", "的内容被改动")]
    [InlineData("delete from platform.audit_entries where id = $1", "被删除")]
    [InlineData("delete from platform.audit_digests where entry_id = $1", "是事后插入的")]
    public async Task The_first_broken_row_is_named(string attack, string expected)
    {
        var victim = await _app.Sql.One<long>("select max(id) - 1 from platform.audit_entries");
        await _app.Sql.Execute(attack, victim);
        _app.Clock.Advance(TimeSpan.FromHours(1));

        var report = await Verify();

        Assert.Equal($"第 {victim} 条轨迹{expected}", report.Problem);
        Assert.Equal(victim, report.EntryId);
    }

    [Fact]
    public async Task A_row_slipped_in_among_the_old_ones_is_named()
    {
        await _app.Sql.Execute("insert into platform.audit_entries (id, at, actor_name, actor_division, action, subject_type, subject_id) overriding system value values (0, now(), '某人', '', 'viewed', 'CaseFile', 'x')");
        _app.Clock.Advance(TimeSpan.FromHours(1));

        Assert.Equal("第 0 条轨迹是事后插入的", (await Verify()).Problem);
    }

    [Fact]
    public async Task Two_rows_that_changed_places_are_noticed()
    {
        await _app.Sql.Execute("""
            with two as (select max(id) as b, max(id) - 1 as a from platform.audit_entries)
            update platform.audit_entries e set action = o.action, subject_id = o.subject_id, actor_name = o.actor_name, actor_id = o.actor_id, at = o.at
            from platform.audit_entries o, two where e.id in (a, b) and o.id in (a, b) and o.id <> e.id
            """);

        Assert.Contains("的内容被改动", (await Verify()).Problem!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_changed_together_with_its_digest_breaks_the_block()
    {
        await _app.Sql.Execute("update platform.audit_entries set reason = '改' where id = (select first_id from platform.audit_blocks where number = 2)");
        await _app.Sql.Execute($"update platform.audit_digests d set digest = {Digest} from platform.audit_entries e where e.id = d.entry_id and d.block = 2");

        Assert.Equal("第 2 个区块的校验码被改动或缺失", (await Verify()).Problem);
    }

    [Fact]
    public async Task A_lost_end_is_noticed_from_the_hash_on_paper()
    {
        var printed = (await Verify()).Head;
        await _app.Sql.Execute("delete from platform.audit_entries where id in (select entry_id from platform.audit_digests where block = 3)");
        await _app.Sql.Execute("delete from platform.audit_digests where block = 3");
        await _app.Sql.Execute("delete from platform.audit_blocks where number = 3");

        Assert.Null((await Verify()).Problem);
        Assert.Contains("链上没有纸上的这个校验码", (await Verify(printed)).Problem!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_auditor_checks_the_trail_on_a_page()
    {
        var auditor = await _app.LogIn("audit");
        var page = await (await auditor.Get("/audit/verification")).Form("verify").Submit();

        Assert.Contains("全部与记录时一致", page.Text, StringComparison.Ordinal);
    }

    private static string Digest => AuditChain.Digest;

    private Task<int> Extend() => _app.Run(services => services.GetRequiredService<IAuditChain>().ExtendAsync());

    private Task<AuditChainReport> Verify(string? printed = null) => _app.Run(services => services.GetRequiredService<IAuditVerification>().VerifyAsync(printed));
}
