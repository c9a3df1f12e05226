using SocialAssistance.Cases.Intake.Drafts;
using SocialAssistance.Contracts.Programs;
using SocialAssistance.Platform.Time;

namespace SocialAssistance.Cases.Intake;

/// <summary>The live meter: what the family's facts come to so far, by the very calculation that decides.</summary>
internal sealed record MeterView(Assessment? Assessment, string? Problem, DateTimeOffset At)
{
    public static MeterView Of(DraftDesk desk, DraftView view, DraftData data, TimeProvider time) => new(desk.Assess(view.Draft.Program, data), null, time.ChinaNow());

    /// <summary>One sentence that changes only with the outcome.</summary>
    public string Verdict => Assessment switch
    {
        null => "填写申请人后开始测算",
        { Outcome: "eligible" } => "符合条件",
        { Outcome: "ineligible" } => "不符合条件",
        _ => "资料不全，暂不能判断",
    };

    /// <summary>How far below (positive) or above the standard, per person and month.</summary>
    public decimal? Difference => Assessment is { Standard: { } standard, PerCapitaIncome: { } income } ? standard - income : null;
}
