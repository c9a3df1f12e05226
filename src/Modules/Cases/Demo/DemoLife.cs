using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SocialAssistance.Cases.Changes;
using SocialAssistance.Cases.Data;
using SocialAssistance.Cases.Materials;
using SocialAssistance.Cases.Reviews;
using SocialAssistance.Contracts.Accounts;
using SocialAssistance.Contracts.Cases;
using SocialAssistance.Contracts.Demo;
using SocialAssistance.Platform.Messaging;

namespace SocialAssistance.Cases.Demo;

/// <summary>
/// What happens to the cast during the year: reported by the clerk with evidence, heard where somebody loses, decided by the
/// leader, all through the commands of the pages. Months are counted from the first that is paid.
/// </summary>
internal sealed class DemoLife(IDemoActor actor) : IDemoStory
{
    public const string Death = "death";
    public const string LaterDeath = "later-death";
    public const string Head = "head";

    private const string Clerk = "clerk";
    private const string Leader = "leader";
    private const int Reviewed = 8;

    // A photograph of nothing: three bytes say that it is one.
    private static readonly FileContent Evidence = new("依据.jpg", "image/jpeg", [0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3]);

    /// <summary>Months in which the clerk ticks off the reviews that are due longest.</summary>
    private static readonly HashSet<int> ReviewMonths = [2, 5, 8, 10];

    /// <summary>Every event, in the order in which it becomes known.</summary>
    public static IReadOnlyList<DemoEvent> Plan { get; } =
    [
        new("lost-work", 1, "lost-work", f => new() { PersonId = Spouse(f), Note = "工厂停工" }),
        new("birth", 2, "birth", f => new() { Name = f.Head.Name[..1] + "小宝", Male = true, Relation = "child" }),
        new(DemoRoles.LateDeath, 5, "death", f => new() { PersonId = Parent(f) }) { Happened = 3, Hears = true },
        new("phase-out-over", 3, "found-work", f => new() { PersonId = Spouse(f), Amount = 2400, Note = "县城服装厂务工" }) { Hears = true },
        new("voluntary-early", 4, "exit", _ => new() { Note = "子女就业，家庭申请退出" }),
        new("suspended-and-back", 4, "suspend", _ => new() { Note = "多次联系不上，待核实" }) { Hears = true },
        new("suspended-and-back", 6, "resume", _ => new() { Note = "已回乡，情况核实无变化" }),
        new(Head, 4, "death", f => new() { PersonId = f.Head.PersonId }) { Hears = true },
        new(Head, 5, "head", f => new() { Relations = f.Facts.Members.ToDictionary(m => m.PersonId, m => m.PersonId == Spouse(f) ? "head" : m.Relation == "head" ? "spouse" : m.Relation) }),
        new("income-exit", 5, "found-work", f => new() { PersonId = Spouse(f), Amount = 3900, Note = "外出务工，收入超过标准 1.5 倍" }) { Hears = true },
        new(Death, 6, "death", f => new() { PersonId = Parent(f) }) { Hears = true },
        new("moved", 6, "moved", _ => new() { Village = Luoao, Area = "rural", Address = "3组12号" }),
        new("small-job", 7, "found-work", f => new() { PersonId = f.Head.PersonId, Amount = 400, Note = "村里公益性岗位" }) { Hears = true },
        new("prison", 7, "imprisoned", f => new() { PersonId = Spouse(f), Note = "判决已生效" }) { Hears = true },
        new("stopped", 7, "stop", _ => new() { Note = "无正当理由拒绝配合复核" }) { Hears = true },
        new("phase-out-last", 8, "found-work", f => new() { PersonId = Spouse(f), Amount = 2500, Note = "县工业园务工" }) { Hears = true },
        new(DemoCast.Age.Left, 8, "left-school", f => new() { PersonId = Child(f), Note = "高中毕业" }),
        new("phase-out-running", 9, "found-work", f => new() { PersonId = Spouse(f), Amount = 2600, Note = "建筑工地务工" }) { Hears = true },
        new(DemoCast.Age.Left, 9, "found-work", f => new() { PersonId = Child(f), Amount = 1500, Note = "满 18 周岁后参加工作" }) { Hears = true },
        new(LaterDeath, 9, "death", f => new() { PersonId = Parent(f) }) { Happened = 8, Hears = true },
        new("suspended", 9, "suspend", _ => new() { Note = "长期外出，待核实" }) { Hears = true },
        new("voluntary-late", 10, "exit", _ => new() { Note = "开办小店，家庭申请退出" }),
        new("income-exit-late", 10, "found-work", f => new() { PersonId = Spouse(f), Amount = 4200, Note = "外出务工，收入超过标准 1.5 倍" }) { Hears = true },
        new("waiting", 10, "income", f => new() { PersonId = Spouse(f), IncomeType = "wage", Amount = 1500, Period = "month", Note = "信息核对发现工资提高" }) { Waits = true },
    ];

    private static string Luoao => DemoAccounts.Luoao[..9] + "201";

    /// <summary>Money first; what happens counts from the next month.</summary>
    public int Order => 40;

    public async Task LiveAsync(DemoYear year, int month, IReadOnlyDictionary<string, DemoFamily> cast, CancellationToken cancellationToken)
    {
        // What the timer does on the first of a month: ends files, hands over those that moved, looks for birthdays.
        await SendAsync(null, year.Day(month, 1), new RefreshReviews(), cancellationToken);
        foreach (var happening in Plan.Where(e => e.Month == month))
        {
            await HappenAsync(year, happening, cast[happening.Role], cancellationToken);
        }

        if (ReviewMonths.Contains(month))
        {
            await ReviewAsync(year.Day(month, 20), cast[DemoCast.Age.AtSchool], cancellationToken);
        }

        if (month == year.Months - 1)
        {
            await SendAsync(null, year.Today, new RefreshReviews(), cancellationToken);
        }
    }

    private async Task HappenAsync(DemoYear year, DemoEvent happening, DemoFamily family, CancellationToken cancellationToken)
    {
        var (known, decided) = (year.Day(happening.Month, 12), year.Day(happening.Month, 15));
        var happened = happening.Happened is { } earlier ? year.Day(earlier, 22) : known.AddDays(-2);
        var command = happening.Of(family);
        var id = await SendAsync<Guid>(Clerk, known, async db => command with
        {
            CaseId = family.CaseId, Version = await VersionAsync(db), Kind = happening.Kind, HappenedOn = happened, KnownOn = known, ReportedBy = "村委会", Evidence = [Evidence],
            BirthDate = happening.Kind == "birth" ? happened : null,
        }, cancellationToken);
        if (happening.Waits)
        {
            return;
        }

        if (happening.Hears)
        {
            await SendAsync<string>(Clerk, decided, async db => new RecordHearing
            {
                CaseId = family.CaseId, ChangeId = id, Version = await VersionAsync(db), ToldOn = known, ToldHow = "in-person", HeardOn = decided, HeardHow = "in-person", Statement = "情况属实，没有异议", ReplyUntil = decided, Waived = true,
            }, cancellationToken);
        }

        await SendAsync<string>(Leader, decided, async db => new DecideChange { CaseId = family.CaseId, ChangeId = id, Version = await VersionAsync(db), Decision = "confirm" }, cancellationToken);

        Task<int> VersionAsync(CasesDb db) => db.CaseFiles.Where(c => c.Id == family.CaseId).Select(c => c.Version).SingleAsync(cancellationToken);
    }

    // Those due longest, and the pupil of eighteen who is still at school.
    private async Task ReviewAsync(DateOnly day, DemoFamily pupil, CancellationToken cancellationToken)
    {
        var due = await actor.AsAsync(Clerk, day, async services =>
        {
            var dues = services.GetRequiredService<CasesDb>().ReviewDues.AsNoTracking();
            var oldest = await dues.Where(d => d.Kind == ReviewKinds.Periodic && d.DueOn <= day).OrderBy(d => d.DueOn).ThenBy(d => d.Id).Take(Reviewed).Select(d => d.Id).ToListAsync(cancellationToken);
            return oldest.Concat(await dues.Where(d => d.CaseId == pupil.CaseId && d.Kind == "age-18" && d.DueOn <= day).Select(d => d.Id).ToListAsync(cancellationToken)).ToArray();
        });
        if (due.Length > 0)
        {
            await SendAsync(Clerk, day, new CompleteReviews(due), cancellationToken);
        }
    }

    private Task<T> SendAsync<T>(string? account, DateOnly day, ICommand<T> command, CancellationToken cancellationToken) => SendAsync(account, day, _ => Task.FromResult(command), cancellationToken);

    // A refusal ends the story with its sentence: then the story is wrong, or the product is.
    private Task<T> SendAsync<T>(string? account, DateOnly day, Func<CasesDb, Task<ICommand<T>>> make, CancellationToken cancellationToken) => actor.AsAsync(account, day, async services =>
    {
        var command = await make(services.GetRequiredService<CasesDb>());
        var result = await services.GetRequiredService<IMediator>().Send(command, cancellationToken);
        return result.Refusal is { } refusal ? throw new InvalidOperationException($"{command.GetType().Name} on {day:yyyy-MM-dd}: {refusal}") : result.Value;
    });

    private static Guid Spouse(DemoFamily family) => Member(family, "spouse");

    private static Guid Child(DemoFamily family) => Member(family, "child");

    private static Guid Parent(DemoFamily family) => Member(family, "parent");

    private static Guid Member(DemoFamily family, string relation) => family.Facts.Members.First(m => m.Relation == relation).PersonId;
}

/// <summary>One event of the year.</summary>
/// <param name="Role">The family.</param>
/// <param name="Month">Month in which it becomes known.</param>
/// <param name="Kind">Kind of change.</param>
/// <param name="Of">What the form says besides the dates.</param>
internal sealed record DemoEvent(string Role, int Month, string Kind, Func<DemoFamily, ProposeChange> Of)
{
    /// <summary>Month in which it happened; null: two days before it became known.</summary>
    public int? Happened { get; init; }

    /// <summary>Somebody loses, and is heard before the decision.</summary>
    public bool Hears { get; init; }

    /// <summary>Nobody has decided yet.</summary>
    public bool Waits { get; init; }
}
