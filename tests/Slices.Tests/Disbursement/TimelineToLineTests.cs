using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SocialAssistance.Cases.Changes;
using SocialAssistance.Cases.Data;
using SocialAssistance.Contracts.Cases;
using SocialAssistance.Slices.Tests.Builders;
using SocialAssistance.Slices.Tests.Cases;
using SocialAssistance.Slices.Tests.Standards;
using SocialAssistance.Standards.Versions;

namespace SocialAssistance.Slices.Tests.Disbursement;

/// <summary>What the timeline says of a month is what the roster of that month pays: amount, persons, benefit, kind, and the cause of a change.</summary>
public sealed class TimelineToLineTests : IAsyncLifetime
{
    private const string Months = "phase-out.employment-months";
    private const string Multiple = "phase-out.employment-upper-multiple";
    private static readonly DateOnly Always = new(2026, 1, 1);
    private readonly DisbursementApp _app = new();

    /// <summary>A life of six months, December to May: what happens on which day, and what each month pays.</summary>
    public static TheoryData<string> Lives => [.. All.Keys];

    private static IReadOnlyDictionary<string, Life> All { get; } = new Dictionary<string, Life>
    {
        // y = 2,400 ÷ 3 = 800, between 660 and 990: three months as before, then nothing.
        ["a job within the phase-out"] = new(
            [new("2026-12-10", "found-work", ("Input.PersonId", "王试国"), ("Input.Amount", "2400"))],
            ["12 780.00 3 base added", "01 780.00 3 base", "02 780.00 3 base", "03 780.00 3 base", "04 0 0 stopped", "05 0 0"],
            Publication.Line(Months, "all", "3", Always), Publication.Line(Multiple, "all", "\"1.5\"", Always)),
        // y = 1,200 lies above 990.
        ["a job beyond it"] = new(
            [new("2026-12-10", "found-work", ("Input.PersonId", "王试国"), ("Input.Amount", "3600"))],
            ["12 780.00 3 base added", "01 0 0 stopped", "02 0 0", "03 0 0", "04 0 0", "05 0 0"],
            Publication.Line(Months, "all", "3", Always), Publication.Line(Multiple, "all", "\"1.5\"", Always)),
        // The month of death is paid in full; then 660 − 1,200 ÷ 2 = 60 lies below the floor of 220.
        ["a death"] = new(
            [new("2026-12-10", "death", ("Input.PersonId", "王试燕"))],
            ["12 780.00 3 base added", "01 440.00 2 base members", "02 440.00 2 base", "03 440.00 2 base", "04 440.00 2 base", "05 440.00 2 base"]),
        // One month the household keeps its sum, as one line of the household.
        ["a death with a phase-out"] = new(
            [new("2026-12-10", "death", ("Input.PersonId", "王试燕"))],
            ["12 780.00 3 base added", "01 780.00 0 base members", "02 440.00 2 base members", "03 440.00 2 base", "04 440.00 2 base", "05 440.00 2 base"],
            Publication.Line("phase-out.death-months", "all", "1", Always)),
        ["a suspension and its end"] = new(
            [new("2026-12-10", "suspend", ("Input.Note", "联系不上")), new("2027-02-10", "resume", ("Input.Note", "已经核实"))],
            ["12 780.00 3 base added", "01 0 0 stopped", "02 0 0", "03 780.00 3 base added", "04 780.00 3 base", "05 780.00 3 base"]),
        // 特困, 860 and 100 for care (于民字〔2023〕30号 一（四）、（七）), 18 on 20 January: that month still belongs to the younger age (HM-00); nobody loses before somebody decides on it.
        ["eighteen and out of school"] = new(
            [new("2027-02-10", "age", ("Input.Note", "满 18 周岁，不再就读"))],
            ["12 960.00 1 base+care added", "01 960.00 1 base+care", "02 960.00 1 base+care", "03 0 0 stopped", "04 0 0", "05 0 0"]) { Program = "extreme-poverty", Facts = Minor(enrolled: false) },
        // 民发〔2021〕43号 第二十四条: who is still at school goes on.
        ["eighteen and at school"] = new(
            [],
            ["12 960.00 1 base+care added", "01 960.00 1 base+care", "02 960.00 1 base+care", "03 960.00 1 base+care", "04 960.00 1 base+care", "05 960.00 1 base+care"]) { Program = "extreme-poverty", Facts = Minor(enrolled: true) },
    };

    public Task InitializeAsync() => _app.InitializeAsync();

    public Task DisposeAsync() => _app.DisposeAsync();

    [Theory]
    [MemberData(nameof(Lives))]
    [Trait("Rule", "HM-18")]
    [Trait("Rule", "HM-21")]
    [Trait("Rule", "HM-25")]
    public async Task Every_month_pays_what_the_timeline_says(string name)
    {
        var life = All[name];
        if (life.Figures.Length > 0)
        {
            await Publication.PublishAsync(_app, life.Figures);
            _app.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        var id = await _app.InBenefit(new CaseBuilder(_app) { Program = life.Program, Facts = life.Facts }, life.Program == "minimum-living" ? "leader" : "reviewer");
        // Somebody who stays, so that no list is empty.
        await _app.InBenefit(new CaseBuilder(_app) { Program = life.Program, Facts = life.Stays }, life.Program == "minimum-living" ? "leader" : "reviewer");
        var paid = new List<string>();
        for (var month = new DateOnly(2026, 12, 1); month < new DateOnly(2027, 6, 1); month = month.AddMonths(1))
        {
            _app.Clock.SetUtcNow(new(month.ToDateTime(new(1, 0)), TimeSpan.Zero));
            var roster = await Pay(life.Program, month);
            paid.Add(await Line(id, roster, month));
            foreach (var happening in life.Happenings.Where(h => DateOnly.Parse(h.Day, null) is var day && day >= month && day < month.AddMonths(1)))
            {
                _app.Clock.SetUtcNow(new(DateOnly.Parse(happening.Day, null).ToDateTime(new(2, 0)), TimeSpan.Zero));
                await Happen(id, happening, life.Program);
            }
        }

        Assert.Equal(life.Lines, paid);
        await SameAsTimeline(id);
        Assert.Equal(0, await _app.Sql.Count("disbursement.payments where kind in ('back-pay', 'correction')"));
    }

    private async Task Happen(Guid id, Happening happening, string program)
    {
        var change = (await ChangeSteps.Propose(await _app.LogIn("clerk"), id, happening.Kind, [("Input.HappenedOn", happening.Day), ("Input.KnownOn", happening.Day), .. happening.Fields])).Url.AbsolutePath;
        if ((await (await _app.LogIn("clerk")).Get(change)).Html.QuerySelector("#hearing") is not null)
        {
            await ChangeSteps.Hear(await _app.LogIn("clerk"), change, waived: true, replyUntil: "2026-11-02");
        }

        var done = await ChangeSteps.Confirm(await _app.LogIn(program == "minimum-living" ? "leader" : "reviewer"), change);
        Assert.True(done.Status == 200, done.Text);
    }

    private async Task<Guid> Pay(string program, DateOnly month)
    {
        var (first, second) = await _app.Officers();
        var page = await (await first.Get("/disbursement/rosters")).Form("generate").Fill("救助类型", program).Fill("发放月份", $"{month:yyyy-MM}").Submit();
        var roster = Guid.Parse(page.Url.Segments[^1]);
        await _app.Made(roster);
        await _app.Submit(first, roster);
        var done = await _app.Seal(second, roster);
        Assert.True(await _app.Status(roster) == "sealed", done.Text);
        return roster;
    }

    // Month, yuan, persons named, kinds, and why it is not what it was.
    private async Task<string> Line(Guid id, Guid roster, DateOnly month)
    {
        var sum = (await _app.Sql.Rows("select coalesce(sum(amount), 0), count(distinct person_id), string_agg(distinct kind, '+') from disbursement.payments where roster_id = $1 and case_id = $2 and for_month = $3", roster, id, month))[0];
        var cause = await _app.Sql.One<string>("select string_agg(distinct cause, '+') from disbursement.roster_changes where roster_id = $1 and case_id = $2", roster, id);
        return FormattableString.Invariant($"{month:MM} {sum[0]} {sum[1]} {sum[2]} {cause}").Replace("  ", " ", StringComparison.Ordinal).TrimEnd();
    }

    // Person by person and benefit by benefit, by the timeline as it is known at the end.
    private Task SameAsTimeline(Guid id) => _app.Run(async services =>
    {
        var file = await services.GetRequiredService<CasesDb>().CaseFiles.AsNoTracking().SingleAsync(c => c.Id == id);
        var timeline = await services.GetRequiredService<ChangeDesk>().TimelineAsync(file, CancellationToken.None);
        foreach (var month in timeline.Months.Where(m => m.Month.FirstDay < new DateOnly(2027, 6, 1)))
        {
            var rows = await _app.Sql.Rows("select person_id, benefit, sum(amount) from disbursement.payments where case_id = $1 and for_month = $2 group by 1, 2", id, month.Month.FirstDay);
            Assert.Equal(
                month.Amounts.Where(a => a.Amount > 0).Select(a => $"{a.PersonId} {a.Benefit} {a.Amount:F2}").Order(StringComparer.Ordinal),
                rows.Select(r => $"{r[0]} {r[1]} {r[2]:F2}").Order(StringComparer.Ordinal));
        }
    });

    private static CaseFacts Minor(bool enrolled) => Families.Three() with
    {
        Payee = new("钟试安", "农村商业银行", "6226000000000000021"),
        Members =
        [
            Families.Person("钟试安", "head", new(2009, 1, 20), male: true) with
            {
                ExtremePovertyGround = "minor", SupportObligor = "none", CareSetting = "scattered", SelfCare = new([], "县评估小组", new(2026, 10, 20)), EducationStage = enrolled ? "senior-high" : null, Enrolled = enrolled,
            },
        ],
    };

    private sealed record Happening(string Day, string Kind, params (string Field, string Value)[] Fields);

    private sealed record Life(Happening[] Happenings, string[] Lines, params VersionLine[] Figures)
    {
        public string Program { get; init; } = "minimum-living";

        public CaseFacts Facts { get; init; } = Families.Three();

        public CaseFacts Stays => Facts with
        {
            Payee = new("王试留", "农村商业银行", "6226000000000000022"),
            Members = [.. Facts.Members.Select(m => Families.Person(m.Name + "甲", m.Relation, m.BirthDate.AddYears(1), m.Male) with
            {
                Income = m.Income, ExtremePovertyGround = m.ExtremePovertyGround, SupportObligor = m.SupportObligor, CareSetting = m.CareSetting, SelfCare = m.SelfCare, EducationStage = m.EducationStage, Enrolled = m.Enrolled,
            })],
        };
    }
}
