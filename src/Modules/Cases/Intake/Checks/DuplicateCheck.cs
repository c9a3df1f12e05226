using SocialAssistance.Contracts.Accounts;
using SocialAssistance.Contracts.Cases;
using SocialAssistance.Contracts.Disbursement;
using SocialAssistance.Contracts.Households;
using SocialAssistance.Contracts.Programs;
using SocialAssistance.Platform.Security;
using SocialAssistance.Platform.Time;

namespace SocialAssistance.Cases.Intake.Checks;

/// <summary>How a person is already known.</summary>
internal enum DuplicateKind
{
    /// <summary>① Receives or applies for the same benefit: the application stops.</summary>
    SameBenefit,

    /// <summary>② Belongs to another household: compare, and give a reason.</summary>
    OtherHousehold,

    /// <summary>③ Declined or ended within twelve months: good to know.</summary>
    RecentlyDecided,

    /// <summary>Receives something that cannot be drawn beside this programme: good to know now, forbidden at the decision.</summary>
    OtherProgramme,

    /// <summary>④ A report of death: look before going on.</summary>
    DeathHint,
}

/// <summary>One thing the office already knows about a person.</summary>
/// <param name="Kind">Which of the four.</param>
/// <param name="IdNumber">The person.</param>
/// <param name="Message">In Chinese; of other townships only the state is told.</param>
/// <param name="Url">Where the file is, when the clerk may open it.</param>
/// <param name="Household">The other household, for the comparison.</param>
internal sealed record Duplicate(DuplicateKind Kind, string IdNumber, string Message, string? Url = null, HouseholdMention? Household = null);

/// <summary>Looks in the registry, the case files and the benefits in force; three questions for any number of persons.</summary>
internal sealed class DuplicateCheck(
    IHouseholds households, ICases cases, IEnumerable<IEntitlements> entitlements, IEnumerable<IAssistanceProgram> programs, Decisions.ConflictCheck conflicts, IDivisions divisions, ICurrentUser user, TimeProvider time)
{
    /// <summary>What is known of these persons; the first number is the applicant's, whose own household is no other one.</summary>
    public async Task<IReadOnlyList<Duplicate>> FindAsync(IReadOnlyList<string> idNumbers, string program, CancellationToken cancellationToken)
    {
        if (idNumbers.Count == 0)
        {
            return [];
        }

        var found = new List<Duplicate>();
        var profile = programs.Single(p => p.Code == program).Profile;
        foreach (var source in entitlements)
        {
            var active = await source.ActiveAsync(idNumbers, cancellationToken);
            found.AddRange(active.Where(b => profile.Benefits.Contains(b.Benefit)).Select(InForce));
            found.AddRange(active.Select(b => (Benefit: b, Rule: conflicts.Against(profile, b, time.Today()))).Where(x => x.Rule is not null).Select(x => new Duplicate(
                DuplicateKind.OtherProgramme, x.Benefit.IdNumber,
                $"此人正在享受{x.Benefit.BenefitName}（{Township(x.Benefit.DivisionCode)}，{x.Benefit.FromMonth} 起）。{x.Rule}，确认前要在原案卷停发或变更")));
        }

        var mentions = await cases.MentionsAsync(idNumbers, cancellationToken);
        found.AddRange(mentions.Where(m => m.Program == program && IsOpen(m) && !found.Any(f => f.IdNumber == m.IdNumber && f.Kind == DuplicateKind.SameBenefit)).Select(Applying));
        found.AddRange(mentions.Where(m => m.Program == program && m.Stage is Stages.Declined or Stages.Ended && m.DecidedOn > time.Today().AddMonths(-12)).Select(Decided));
        found.AddRange(Elsewhere(idNumbers[0], await households.MentionsAsync(idNumbers, cancellationToken)));
        return found;
    }

    private static bool IsOpen(CaseMention mention) => mention.Stage == Stages.InBenefit || Stages.Open.Contains(mention.Stage);

    private Duplicate InForce(ActiveBenefit benefit) => new(
        DuplicateKind.SameBenefit, benefit.IdNumber,
        $"此人正在享受{benefit.BenefitName}（{Township(benefit.DivisionCode)}，{benefit.FromMonth} 起），不能重复受理。可打开该户办理变更",
        benefit.CaseId is { } id && IsMine(benefit.DivisionCode) ? CaseLinks.File(id) : null);

    private Duplicate Applying(CaseMention mention)
    {
        var name = programs.FirstOrDefault(p => p.Code == mention.Program)?.Name ?? mention.Program;
        var state = Stages.Names.GetValueOrDefault(mention.Stage, "办理中");
        return IsMine(mention.DivisionCode)
            ? new(DuplicateKind.SameBenefit, mention.IdNumber, $"此人已在{mention.ApplicantName}户申请{name}（{mention.Number}，{state}），不能重复受理。请打开该案卷办理", CaseLinks.File(mention.CaseId))
            : new(DuplicateKind.SameBenefit, mention.IdNumber, $"此人已在{Township(mention.DivisionCode)}申请{name}（{state}），不能重复受理。请与该乡镇联系");
    }

    private Duplicate Decided(CaseMention mention)
    {
        var what = mention.Stage == Stages.Declined ? "不予确认" : "终止";
        return IsMine(mention.DivisionCode)
            ? new(DuplicateKind.RecentlyDecided, mention.IdNumber, $"此家庭 {mention.DecidedOn:yyyy-MM-dd} {what}，原因：{mention.DeclineReason ?? "未记录"}。情况有变化的，可以再次受理", CaseLinks.File(mention.CaseId))
            : new(DuplicateKind.RecentlyDecided, mention.IdNumber, $"此家庭 {mention.DecidedOn:yyyy-MM-dd} 在{Township(mention.DivisionCode)}{what}。情况有变化的，可以再次受理");
    }

    private IEnumerable<Duplicate> Elsewhere(string applicant, IReadOnlyList<HouseholdMention> mentions)
    {
        // Everybody who is already registered together with the applicant as head belongs to this very household.
        var own = mentions.FirstOrDefault(m => m.IdNumber == applicant && m.Relation == "head")?.HouseholdId;
        return mentions.Where(m => m.HouseholdId != own).Select(m => new Duplicate(
            DuplicateKind.OtherHousehold, m.IdNumber,
            IsMine(m.DivisionCode)
                ? $"此人已是{m.HeadName}户的共同生活成员。请先核对是否同一家庭，再选择处理方式"
                : $"此人已登记在{Township(m.DivisionCode)}的其他家庭。请先核对是否同一家庭，再选择处理方式",
            null, m));
    }

    private bool IsMine(string divisionCode) => divisionCode.StartsWith(user.AreaPrefix, StringComparison.Ordinal);

    private string Township(string divisionCode) => divisions.Name(Division.TownshipOf(divisionCode));
}
