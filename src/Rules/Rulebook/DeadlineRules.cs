using static SocialAssistance.Rules.Rulebook.Documents;

namespace SocialAssistance.Rules.Rulebook;

internal static class DeadlineRules
{
    public static readonly RuleEntry[] All =
    [
        new("DL-01", "工作日：周一至周五扣除法定节假日，加调休上班日。", "Working days: Monday to Friday without holidays, with make-up days.", "E-31"),
        new("DL-02", "工作日期限自起算日次日起；规定事由的中止期间不计。", "Working days count from the day after the start; pauses for the reasons set do not count.", $"{CivilCode} 第二百零一条", "E-31"),
        new("DL-03", "自然日和月期限；程序性期限末日非工作日的顺延。", "Calendar days and months; procedural periods that end on a non-working day move on.", $"{CivilCode} 第二百零一条至第二百零三条", "D-52"),
        new("DL-04", "核查间隔：一年或半年；应急期可暂停，类别变动不推迟。", "Reviews yearly or half-yearly; suspended in an emergency, never postponed by a change of class.", $"{Fuliang} 二（二）5", $"{Ningxia} 二（二）6", $"{Confirmation} 第三十一条", "E-21"),
    ];
}
