using SocialAssistance.Contracts.Cases;
using SocialAssistance.Platform.Security;
using SocialAssistance.Platform.TagHelpers;

namespace SocialAssistance.Cases.CaseFiles;

/// <summary>What comes next on a case, and where to do it; without a link it says who can.</summary>
internal sealed record NextStep(string Title, string Detail, string Button, string? Href, string WhoCan);

/// <summary>One step of the procedure with its state.</summary>
internal sealed record CaseTask(string Title, string? Href, string Status, TagMeaning? Meaning, string Detail);

/// <summary>Reads from the stage which steps are done, due or still ahead, and which of them the user may do.</summary>
internal sealed class CaseSteps(IAccess access, ICurrentUser user)
{
    private const string Decision = "decision";

    /// <param name="file">The case.</param>
    /// <param name="decider">The role that confirms this case; see <see cref="Decisions.Deciders"/>.</param>
    public (NextStep? Next, IReadOnlyList<CaseTask> Tasks) Of(CaseFile file, string decider)
    {
        Step[] steps =
        [
            new("补正材料", "登记补正", "supplement", "cases.supplement", file.Stage == Stages.Supplement, true),
            new("信息核对", "登记核对结果", "verification", "cases.verify", file.Stage == Stages.Investigating && !file.VerificationDone, file.VerificationDone),
            new("入户调查", "登记入户调查", "visit", "cases.visit", file.Stage == Stages.Investigating && !file.VisitDone, file.VisitDone),
            new("异议处理", "处理异议", "dispute", "cases.appraise", file.Stage == Stages.Disputed, true),
            new("初审意见", "填写初审意见", "opinion", "cases.opinion", file.Stage == Stages.Opinion, After(file, Stages.Publicity, Stages.Disputed, Stages.Confirmation, Stages.InBenefit, Stages.Declined, Stages.Ended)),
            new("公示", "办理公示", "publicity", "cases.publicise", file.Stage == Stages.Publicity, After(file, Stages.Confirmation, Stages.InBenefit, Stages.Ended)),
            new("审核确认", "审核确认", Decision, "cases.confirm", file.Stage == Stages.Confirmation, After(file, Stages.InBenefit, Stages.Declined, Stages.Ended)),
        ];
        // A step that only some cases need is listed only while it is needed; of a closed case, what was done.
        var open = Stages.Open.Contains(file.Stage);
        var shown = steps.Where(s => s.Due || (s.Path is not ("supplement" or "dispute") && (open || s.Done))).ToArray();
        var due = shown.FirstOrDefault(s => s.Due);
        return (due is null ? null : Next(file, due, decider), shown.Select(s => Task(file, s, decider)).ToArray());
    }

    private static bool After(CaseFile file, params ReadOnlySpan<string> stages) => stages.Contains(file.Stage);

    private NextStep Next(CaseFile file, Step step, string decider) => new(
        step.Title, $"，全部手续最迟 {Show.MonthDay(file.DueOn)}（{Show.Weekday(file.DueOn)}）办结", step.Button, Link(file, step, decider),
        $"这一步由{(step.Path == Decision ? Roles.Names[decider] : access.WhoCan(step.Action, file.Stage))}办理。");

    private CaseTask Task(CaseFile file, Step step, string decider) => step switch
    {
        { Due: true } => new(step.Title, Link(file, step, decider) ?? Record(file, step), "待办", TagMeaning.Progress, ""),
        { Done: true } => new(step.Title, Record(file, step), "已完成", null, ""),
        _ => new(step.Title, null, "尚未开始", TagMeaning.Neutral, ""),
    };

    private string? Link(CaseFile file, Step step, string decider) =>
        access.Allows(step.Action, file.DivisionCode, file.Stage) && (step.Path != Decision || user.Roles.Contains(decider)) ? step.Path == "publicity" ? "/publicity" : $"{CaseLinks.File(file.Id)}/{step.Path}" : null;

    // Whoever may read the case may read what the step found.
    private static string? Record(CaseFile file, Step step) => step.Path is "verification" or "visit" or "opinion" or "dispute" ? $"{CaseLinks.File(file.Id)}/{step.Path}" : null;

    private sealed record Step(string Title, string Button, string Path, string Action, bool Due, bool Done);
}
