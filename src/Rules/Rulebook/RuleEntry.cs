namespace SocialAssistance.Rules.Rulebook;

/// <summary>
/// One rule of the calculation: its stable id, what it says in one line of Chinese and of English, and the sentences it
/// rests on. Ids such as E-22, C-09 or D-16 are decisions of the specification where the documents are silent.
/// </summary>
public sealed record RuleEntry(string Id, string Chinese, string English, params string[] Sources);

/// <summary>Document numbers as sources name them.</summary>
internal static class Documents
{
    public const string Fuliang = "浮办发〔2021〕2号";
    public const string Xinxiang = "新办〔2021〕20号";
    public const string YuduPlan = "于民字〔2023〕18号";
    public const string YuduRaise = "于民字〔2023〕30号";
    public const string Maguan = "马办通〔2021〕63号";
    public const string Ningxia = "宁党办〔2021〕14号";
    public const string Law = "社会救助法";
    public const string Confirmation = "民发〔2021〕57号";
    public const string ExtremePoverty = "民发〔2021〕43号";
    public const string Notice83 = "民发〔2022〕83号";
    public const string Layered = "国办发〔2023〕39号";
    public const string Temporary = "民发〔2018〕23号";
    public const string Hardship = "刚性支出困难家庭认定办法";
    public const string Opinion2026 = "民政部、财政部2026年意见";
    public const string CivilCode = "民法典";
}
