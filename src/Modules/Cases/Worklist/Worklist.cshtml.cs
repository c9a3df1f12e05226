using Microsoft.AspNetCore.Mvc.RazorPages;
using SocialAssistance.Contracts.Accounts;
using SocialAssistance.Contracts.Cases;
using SocialAssistance.Contracts.Programs;
using SocialAssistance.Contracts.Standards;
using SocialAssistance.Platform.Security;
using SocialAssistance.Platform.TagHelpers;
using SocialAssistance.Platform.Time;

namespace SocialAssistance.Cases.Worklist;

/// <summary>我的待办: what to do now, most urgent first.</summary>
[Allow("cases.read")]
internal sealed class WorklistModel(
    WorklistQuery query, IAccess access, ICurrentUser user, IDivisions divisions, IWorkingCalendar calendar, IEnumerable<IAssistanceProgram> programs, TimeProvider time,
    CaseFiles.DeskStages desk) : PageModel
{
    private const int PageSize = 20;

    public WorklistFilter Filter { get; private set; } = new("mine", null, null, null);

    public WorklistPage List { get; private set; } = new([], null, null);

    public int Total { get; private set; }

    public string Heading { get; private set; } = "我的待办";

    public bool MayAccept { get; private set; }

    public bool MayConfirm { get; private set; }

    public IReadOnlyList<(string Tab, string Title)> Tabs { get; private set; } = [];

    public IReadOnlyList<Choice> StageChoices { get; } = [.. Stages.Names.Select(s => new Choice(s.Key, s.Value))];

    public IReadOnlyList<Choice> DivisionChoices { get; private set; } = [];

    public string DivisionLabel { get; private set; } = "村（居）";

    public async Task OnGetAsync(string? tab, string? stage, string? area, string? division, string? after, string? before, CancellationToken cancellationToken)
    {
        // Somebody who has no step to do on cases starts with everything that is open.
        var works = desk.Mine.Count > 0;
        Tabs = works ? [("mine", "待我办"), ("open", "全部在办"), ("late", "已超期"), ("benefit", "保障中"), ("all", "全部")] : [("open", "全部在办"), ("late", "已超期"), ("benefit", "保障中"), ("all", "全部")];
        var chosen = Tabs.FirstOrDefault(t => t.Tab == tab, Tabs[0]);
        Heading = works ? "我的待办" : "案卷清单";
        Filter = new(chosen.Tab, stage is not null && Stages.Names.ContainsKey(stage) ? stage : null, area is "rural" or "urban" ? area : null, Within(division));
        MayAccept = access.Allows(User, "cases.intake");
        // Other lists also hold what somebody else decides.
        MayConfirm = Filter.Tab == "mine" && desk.Mine.Contains(Stages.Confirmation) && access.Allows(User, "cases.confirm");
        Offer();
        Total = await query.CountAsync(Filter, cancellationToken);
        List = await query.PageAsync(Filter, after, before, PageSize, cancellationToken);
    }

    public int DaysLeft(WorklistRow row) => calendar.Between(time.Today(), row.DueOn);

    public string ProgramName(string program) => programs.FirstOrDefault(p => p.Code == program)?.Name ?? program;

    private static string? Within(string? division) => division is { Length: 9 or 12 } && division.All(char.IsAsciiDigit) ? division : null;

    private void Offer()
    {
        var county = user.AreaPrefix.Length == 6;
        DivisionLabel = county ? "乡镇" : "村（居）";
        DivisionChoices = county
            ? [.. divisions.Townships().Select(d => new Choice(d.Prefix, d.Name))]
            : [.. divisions.Villages(user.AreaPrefix[..Math.Min(9, user.AreaPrefix.Length)]).Select(d => new Choice(d.Prefix, d.Name))];
    }
}
