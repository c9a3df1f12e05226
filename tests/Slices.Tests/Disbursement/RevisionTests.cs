using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using SocialAssistance.Contracts.Cases;
using SocialAssistance.Contracts.Disbursement;
using SocialAssistance.Contracts.Programs;
using SocialAssistance.Platform.Data;
using SocialAssistance.Rules.Values;

namespace SocialAssistance.Slices.Tests.Disbursement;

/// <summary>A revised timeline becomes entitlements; nobody loses without a ground.</summary>
public sealed class RevisionTests(DisbursementApp app) : IClassFixture<DisbursementApp>
{
    private const string Allowance = "minimum-living-allowance";
    private static readonly BenefitMonth December = new(2026, 12);

    [Fact]
    public async Task A_rise_ends_the_open_row_and_begins_a_new_one_and_saying_it_twice_does_nothing()
    {
        var (caseId, person) = await Confirmed(300m);
        var raised = Revision(caseId, person, new(2027, 3), 340m);

        await Publish(raised);
        await Publish(raised);

        Assert.Equal(["300.00 2026-12 2027-02", "340.00 2027-03 "], await Due(caseId));
        Assert.Equal(2, await app.Sql.Count("disbursement.entitlements where case_id = $1", caseId));
    }

    [Fact]
    [Trait("Rule", "HM-35")]
    public async Task A_cut_without_a_hearing_is_refused_and_changes_nothing()
    {
        var (caseId, person) = await Confirmed(300m);

        await Assert.ThrowsAsync<HearingMissingException>(() => Publish(Revision(caseId, person, new(2027, 3), 200m)));
        await Assert.ThrowsAsync<HearingMissingException>(() => Publish(Revision(caseId, person, new(2027, 3), 0m)));
        await Assert.ThrowsAsync<HearingMissingException>(() => Publish(Revision(caseId, person, new(2027, 3), 0m) with { Ground = RevisionGrounds.Hearing }));

        Assert.Equal(["300.00 2026-12 "], await Due(caseId));
    }

    [Fact]
    [Trait("Rule", "HM-35")]
    public async Task A_cut_after_a_hearing_and_a_voluntary_exit_are_recorded_with_their_ground()
    {
        var (heard, person) = await Confirmed(300m);
        await Publish(Revision(heard, person, new(2027, 3), 200m) with { Ground = RevisionGrounds.Hearing, HearingId = Guid.CreateVersion7() });
        var (left, other) = await Confirmed(300m);
        await Publish(Revision(left, other, new(2027, 1), 0m) with { Ground = RevisionGrounds.VoluntaryExit });

        Assert.Equal(["300.00 2026-12 2027-02", "200.00 2027-03 "], await Due(heard));
        Assert.Equal(["300.00 2026-12 2026-12"], await Due(left));
    }

    [Fact]
    [Trait("Rule", "HM-35")]
    public async Task The_database_itself_refuses_an_ending_without_a_ground()
    {
        var (caseId, _) = await Confirmed(300m);
        const string ending = "insert into disbursement.entitlement_endings (id, entitlement_id, last_month, cause, reason, recorded_at, recorded_by_name, ground) select gen_random_uuid(), id, '2027-02-01', 'income', '导入', now(), '系统', $2 from disbursement.entitlements where case_id = $1";

        foreach (var ground in new[] { "recorded", "no-loss", "hearing", "planned", "whatever" })
        {
            var refused = await Assert.ThrowsAsync<PostgresException>(() => app.Sql.Execute(ending, caseId, ground));
            Assert.Equal("ck_entitlement_endings_ground", refused.ConstraintName);
        }

        Assert.Equal(["300.00 2026-12 "], await Due(caseId));
    }

    [Fact]
    [Trait("Rule", "HM-35")]
    public void Nothing_else_ends_a_benefit()
    {
        // Whatever page, batch or import is added: a benefit falls through the revision, which asks for the ground, or not at all. What was never in force is taken back, under
        // the eyes of the database (UndoTests).
        string[] ways = ["book.End(", "new EntitlementEnding", "into disbursement.entitlement_endings", "copy disbursement.entitlement_endings", "update disbursement.entitlements", "delete from disbursement.entitlements"];
        var writers = Directory.EnumerateFiles(Repository.PathOf("src"), "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Where(f => File.ReadAllText(f) is var text && ways.Any(w => text.Contains(w, StringComparison.Ordinal)))
            .Select(Path.GetFileName).Order(StringComparer.Ordinal);

        Assert.Equal(["DisbursementDemo.cs", "EntitlementBook.cs", "ReviseEntitlements.cs", "TakeBackRaises.cs", "WithdrawConfirmedBenefit.cs"], writers);
    }

    [Fact]
    [Trait("Rule", "HM-21")]
    public async Task The_row_of_a_dead_person_ends_with_the_month_of_death_however_late_it_is_known()
    {
        var (caseId, person) = await Confirmed(300m);

        await Publish(Revision(caseId, person, new(2027, 1), 0m) with { Deaths = new Dictionary<Guid, BenefitMonth> { [person] = December } });

        Assert.Equal(["300.00 2026-12 2026-12"], await Due(caseId));
    }

    [Fact]
    public async Task Months_paid_elsewhere_are_raised_by_the_difference_only()
    {
        var (caseId, person) = await Confirmed(300m, new(2026, 1), settledThrough: "2026-10-01");

        await Publish(Revision(caseId, person, new(2026, 6), 350m));

        Assert.Equal(["300.00 2026-01 2026-10", "50.00 2026-06 2026-10", "350.00 2026-11 "], await Due(caseId));
        var settled = await app.Sql.Rows("select amount from disbursement.entitlements where case_id = $1 and settled_through is not null", caseId);
        Assert.Equal(300m, settled.Single()[0]);
    }

    [Fact]
    public async Task A_move_pays_the_same_amount_in_the_other_township_from_its_month()
    {
        var (caseId, person) = await Confirmed(300m);

        await Publish(Revision(caseId, person, new(2027, 3), 300m) with { DivisionCode = "360731101201" });

        Assert.Equal(["300.00 2026-12 2027-02", "300.00 2027-03 "], await Due(caseId));
        Assert.Equal(1, await app.Sql.Count("disbursement.entitlements where case_id = $1 and division_code = '360731101201' and from_month = '2027-03-01'", caseId));
    }

    private async Task<(Guid Case, Guid Person)> Confirmed(decimal amount, BenefitMonth? start = null, string? settledThrough = null)
    {
        var (caseId, person) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await app.Sql.Execute("""
            insert into disbursement.entitlements (id, household_id, case_id, case_number, division_code, program, head_name, person_id, person_name, id_number, benefit, area, amount, basis,
                explanation, from_month, settled_through, cause, determination_id, recorded_at, recorded_by_name)
            values (gen_random_uuid(), $1, $1, 'SQ-TEST-' || left($1::text, 13), '360731100201', 'minimum-living', '李试兰', $2, '李试兰', null, 'minimum-living-allowance', 'rural', $3, 'difference',
                '差额补助', $4, $5, 'added', gen_random_uuid(), '2026-11-02T01:00Z', '系统')
            """, caseId, person, amount, (start ?? December).FirstDay, settledThrough is null ? null : DateOnly.Parse(settledThrough, null));
        return (caseId, person);
    }

    private static BenefitTimelineRevised Revision(Guid caseId, Guid person, BenefitMonth from, decimal amount) => new(
        caseId, "SQ-TEST", caseId, "360731100201", "minimum-living", "李试兰", "rural", from,
        amount == 0 ? [] : [new(person, "李试兰", null, Allowance, amount, "difference", from, null)], new Dictionary<Guid, BenefitMonth>(), "income", "收入变化", "重新测算", Guid.CreateVersion7());

    private Task Publish(BenefitTimelineRevised revised) => app.Run(services => services.GetRequiredService<UnitOfWork>()
        .RunAsync(() => services.GetRequiredService<IMediator>().Publish(revised)));

    private Task<string[]> Due(Guid caseId) => app.Run(async services => (await services.GetRequiredService<IEntitlements>().OfCaseAsync(caseId))
        .Select(s => FormattableString.Invariant($"{s.Amount:0.00} {s.From} {s.Last}")).ToArray());
}
