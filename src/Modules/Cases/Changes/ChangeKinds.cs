namespace SocialAssistance.Cases.Changes;

/// <summary>One kind of change: its word, the event of the calculation, and what its form asks for.</summary>
/// <param name="Code">Stable code.</param>
/// <param name="Name">Chinese word.</param>
/// <param name="Hint">When to choose it.</param>
/// <param name="Event">Code of the event; null where only a decision interrupts the benefit, or nothing is calculated anew.</param>
/// <param name="Asks">Fields of its form.</param>
/// <param name="Cause">Cause code on the roster.</param>
internal sealed record ChangeKind(string Code, string Name, string Hint, string? Event, Asked Asks, string Cause)
{
    public bool Has(Asked field) => (Asks & field) != 0;
}

/// <summary>Groups of fields.</summary>
[Flags]
internal enum Asked
{
    None = 0,
    Person = 1,
    NewPerson = 2,
    Wage = 4,
    Income = 8,
    Place = 16,
    Relations = 32,
    Property = 64,
    Reason = 128,
    Through = 256,
}

/// <summary>Everything that can happen to a family in benefit (变更类型), in the order of the list.</summary>
internal static class ChangeKinds
{
    public const string Death = "death";
    public const string Left = "left";
    public const string Moved = "moved";
    public const string Head = "head";
    public const string Exit = "exit";
    public const string Stop = "stop";
    public const string Suspend = "suspend";
    public const string Resume = "resume";
    public const string Age = "age";
    public const string Income = "income";

    public static IReadOnlyList<ChangeKind> All { get; } =
    [
        new(Death, "死亡", "家庭成员去世，当月照发", "death", Asked.Person, "members"),
        new("birth", "出生", "新生儿，随父母申报", "joined-household", Asked.NewPerson, "members"),
        new("joined", "成员增加", "结婚、收养、回家共同生活", "joined-household", Asked.NewPerson, "members"),
        new(Left, "成员减少", "结婚、分户、迁出，不再共同生活", "left-household", Asked.Person, "members"),
        new("found-work", "就业", "成员找到工作，超过标准的按渐退期办理", "found-work", Asked.Person | Asked.Wage, "income"),
        new("lost-work", "失业", "成员失去工作", "lost-work", Asked.Person, "income"),
        new(Income, "收入变化", "一名成员的一类收入增加或减少", "household-change", Asked.Person | Asked.Income, "income"),
        new(Moved, "迁居", "在本县迁到另一个村（居）、乡镇", "moved", Asked.Place, "members"),
        // Who signs changes neither members nor income, so nothing waits for it.
        new(Head, "变更户主", "原户主去世、离开或不便办理", null, Asked.Relations, "members"),
        new("imprisoned", "服刑", "成员被判刑收监", "household-change", Asked.Person, "members"),
        new("released", "刑满回家", "服刑成员回家共同生活", "household-change", Asked.Person, "members"),
        new("left-school", "毕业、离校", "成员不再就读", "left-school", Asked.Person, "members"),
        new("other", "其他明显变化", "财产等其他情况明显变化", "household-change", Asked.Property, "income"),
        new(Age, "年龄、证件到期", "成员满 18 周岁等，按到期后的情况重新认定", null, Asked.Reason, "members"),
        new(Suspend, "暂停", "联系不上、等待核实等，查清后恢复", null, Asked.Reason, "stopped"),
        new(Resume, "恢复发放", "暂停的原因消除", null, Asked.Reason, "added"),
        new(Stop, "停发", "不配合复核等依法终止", null, Asked.Reason, "stopped"),
        new(Exit, "自愿退出", "家庭书面申请退出", null, Asked.None, "stopped"),
    ];

    public static ChangeKind? Find(string? code) => All.FirstOrDefault(k => k.Code == code);

    public static string Name(string code) => Find(code)?.Name ?? code;
}
