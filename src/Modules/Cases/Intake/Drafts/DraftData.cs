using SocialAssistance.Cases.Intake.Forms;

namespace SocialAssistance.Cases.Intake.Drafts;

/// <summary>The pages of a draft as typed. Each page is replaced as a whole when it is saved.</summary>
internal sealed record DraftData
{
    /// <summary>Names the applicant's row for the other pages.</summary>
    public string HeadKey { get; init; } = "";

    public ApplicantForm Applicant { get; init; } = new();

    public MembersForm Members { get; init; } = new();

    public EconomyForm Economy { get; init; } = new();

    public MaterialsForm Materials { get; init; } = new();

    /// <summary>Who saved each page last, by page.</summary>
    public IReadOnlyDictionary<string, PageMark> Marks { get; init; } = new Dictionary<string, PageMark>();

    public PageMark MarkOf(IntakeStep step) => Marks.TryGetValue(step.Slug(), out var mark) ? mark : PageMark.None;

    public object FormOf(IntakeStep step) => step switch
    {
        IntakeStep.Applicant => Applicant,
        IntakeStep.Members => Members,
        IntakeStep.Economy => Economy,
        _ => Materials,
    };

    public DraftData With(IntakeStep step, object form, PageMark mark) => (step switch
    {
        IntakeStep.Applicant => this with { Applicant = (ApplicantForm)form },
        IntakeStep.Members => this with { Members = (MembersForm)form },
        IntakeStep.Economy => this with { Economy = (EconomyForm)form },
        _ => this with { Materials = (MaterialsForm)form },
    }) with { Marks = new Dictionary<string, PageMark>(Marks) { [step.Slug()] = mark } };
}

/// <summary>The last save of one page: its number, the opened page it came from, by whom and when.</summary>
/// <param name="Version">Counts the saves of this page.</param>
/// <param name="EditId">Names one opening of the page: its own autosaves are no conflict with itself.</param>
/// <param name="ByName">Who saved.</param>
/// <param name="At">When.</param>
internal sealed record PageMark(int Version, Guid EditId, string ByName, DateTimeOffset At)
{
    public static PageMark None { get; } = new(0, Guid.Empty, "", default);
}
