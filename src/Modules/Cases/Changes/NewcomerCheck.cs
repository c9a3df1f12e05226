using Microsoft.EntityFrameworkCore;
using SocialAssistance.Cases.CaseFiles;
using SocialAssistance.Cases.Data;
using SocialAssistance.Cases.Decisions;
using SocialAssistance.Contracts.Accounts;
using SocialAssistance.Contracts.Cases;
using SocialAssistance.Contracts.Disbursement;
using SocialAssistance.Contracts.Households;
using SocialAssistance.Contracts.Programs;
using SocialAssistance.Contracts.Standards;
using SocialAssistance.Platform.Data;
using SocialAssistance.Platform.Messaging;
using SocialAssistance.Platform.Security;
using SocialAssistance.Platform.TagHelpers;
using SocialAssistance.Platform.Time;
using SocialAssistance.Rules.Values;

namespace SocialAssistance.Cases.Changes;

/// <summary>Who comes into a family by a change: somebody new to it, or somebody whose leaving is corrected.</summary>
/// <param name="Person">The person as the change names him.</param>
/// <param name="Corrected">The change that is corrected; null for the first word of him.</param>
internal sealed record Newcomer(MemberFacts Person, BenefitChange? Corrected)
{
    /// <summary>The newcomer of a change; null where nobody comes.</summary>
    public static Newcomer? Of(BenefitChange change, BenefitChange? corrected, CaseFacts facts) =>
        change.Patch.Added is { } added ? new(added, corrected)
        : corrected is { Kind: ChangeKinds.Left or ChangeKinds.Death, PersonId: { } id } && id != change.PersonId && facts.Members.FirstOrDefault(m => m.PersonId == id) is { } back ? new(back, corrected)
        : null;
}

/// <summary>
/// Whoever comes into a family may be known already: under another name, as dead, in this family, or with a benefit in
/// another household, which he must leave first. Asked when the change is entered and again when it is decided.
/// </summary>
internal sealed class NewcomerCheck(
    CasesDb db, UnitOfWork unitOfWork, CaseHistories histories, IHouseholdChanges registry, IEnumerable<IEntitlements> entitlements, ConflictCheck conflicts, IEnumerable<IAssistanceProgram> programs,
    ICountySettings county, IDivisions divisions, ICurrentUser user, TimeProvider time)
{
    /// <summary>What stands against it, with what to do; null where nothing does.</summary>
    public async Task<Refusal?> RefuseAsync(CaseFile file, Newcomer newcomer, CancellationToken cancellationToken)
    {
        var person = newcomer.Person;
        if (await PresentAsync(file, newcomer, cancellationToken))
        {
            return new("member-already", $"{person.Name}已是本户共同生活成员，不用再登记。请返回待遇页核对成员");
        }

        if (person.IdNumber is not { } number)
        {
            return null;
        }

        // Two families that name the same person are decided one after the other.
        await unitOfWork.ExecuteAsync("select pg_advisory_xact_lock(hashtextextended($1, 5760))", [number], cancellationToken);
        var known = await registry.PersonAsync(number, cancellationToken);
        if (known is not null && Misnamed(file, newcomer, known) is { } misnamed)
        {
            return misnamed;
        }

        return await PaidElsewhereAsync(file, newcomer, number, cancellationToken) ?? await ElsewhereAsync(file, person, known, cancellationToken);
    }

    private Refusal? Misnamed(CaseFile file, Newcomer newcomer, RegisteredPerson known)
    {
        var person = newcomer.Person;
        if (known.PersonId != person.PersonId)
        {
            return new("person-registered-since", $"登记变更以后，身份证号 {Mask.IdNumber(person.IdNumber)} 已进入家庭档案。请退回这项变更，由经办人重新登记");
        }

        // The same household may correct how it spelt its own newcomer.
        var own = newcomer.Corrected?.Patch.Added?.PersonId == known.PersonId && known.HouseholdId == file.HouseholdId;
        if (!own && !PersonNames.Same(known.Name, person.Name))
        {
            return new("name-differs",
                $"身份证号 {Mask.IdNumber(person.IdNumber)} 在家庭档案中登记的姓名是“{(IsMine(known.DivisionCode) ? known.Name : Mask.Name(known.Name))}”（{Township(known.DivisionCode)}），这里填写的是“{person.Name}”。"
                + "请核对身份证件：号码填错的，改正号码；姓名填错的，改成证件上的姓名；证件上的姓名与档案不同的，请先与该乡镇核对");
        }

        return known.DiedOn is { } day && newcomer.Corrected?.Kind != ChangeKinds.Death
            ? new("dead-already", $"{person.Name}在家庭档案中已登记去世（{day:yyyy-MM-dd}）。死亡登记有误的，请先在原案卷更正") : null;
    }

    // A correction counts from the month of what it corrects: months he was due elsewhere since then stay due there, even where he has left.
    private async Task<Refusal?> PaidElsewhereAsync(CaseFile file, Newcomer newcomer, string number, CancellationToken cancellationToken)
    {
        if (newcomer.Corrected is not { CountsFrom: { } decided } corrected)
        {
            return null;
        }

        var profile = programs.Single(p => p.Code == file.Program).Profile;
        var (counts, start) = (HistoryBuilder.MonthOf(corrected, decided, county.ChangeMonth), BenefitMonth.Of(file.StartMonth!.Value));
        var (first, next) = (counts > start ? counts : start, county.ChangeMonth(time.Today()));
        foreach (var source in entitlements)
        {
            var twice = (await source.SinceAsync([number], first, cancellationToken))
                .Where(b => b.CaseId != file.Id && Against(profile, b, first.FirstDay) is not null)
                .GroupBy(b => (b.BenefitName, b.DivisionCode))
                .Select(g => (Benefit: g.First(), Months: Months(g, first, next)))
                .FirstOrDefault(t => t.Months.Count > 0);
            if (twice is { Benefit: { } benefit, Months: { } months })
            {
                return new("paid-elsewhere",
                    $"更正从 {Show.Month(first.FirstDay)}起计，但{newcomer.Person.Name}已按{benefit.BenefitName}在{Township(benefit.DivisionCode)}计发 {Spell(months)}：{Against(profile, benefit, first.FirstDay)}，更正会重复计发这些月份。"
                    + (corrected.Kind == ChangeKinds.Death ? "请核对更正的人员，并先与该乡镇核对这些月份的待遇" : "请核对更正的人员；确是这个人的，请返回待遇页，不更正原变更，另行登记“成员减少”和“成员增加”，从确认后的月份起计"));
            }
        }

        return null;
    }

    // The months from the first one on that were due before the next one: those ahead can still be ended there.
    private static List<BenefitMonth> Months(IEnumerable<ActiveBenefit> benefits, BenefitMonth first, BenefitMonth next) =>
        [.. Enumerable.Range(0, Math.Max(0, next - first)).Select(first.AddMonths)
            .Where(m => benefits.Any(b => BenefitMonth.TryParse(b.FromMonth, out var from) && from <= m && (b.Last is not { } last || last >= m)))];

    // Months that follow each other are one stretch.
    private static string Spell(IEnumerable<BenefitMonth> months) => string.Join("、", months.Select((m, i) => (Month: m, Stretch: m.Index - i)).GroupBy(m => m.Stretch)
        .Select(g => g.Count() == 1 ? Show.Month(g.First().Month.FirstDay) : $"{Show.Month(g.First().Month.FirstDay)}至{Show.Month(g.Last().Month.FirstDay)}"));

    private string? Against(ProgramProfile profile, ActiveBenefit benefit, DateOnly day) =>
        profile.Benefits.Contains(benefit.Benefit) ? "同一待遇不能在两户享受" : conflicts.Against(profile, benefit, day);

    // Nobody draws the same benefit, or two that exclude each other, in two households (calculation 4.5): the other case lets him go first.
    private async Task<Refusal?> ElsewhereAsync(CaseFile file, MemberFacts person, RegisteredPerson? known, CancellationToken cancellationToken)
    {
        var (today, profile) = (time.Today(), programs.Single(p => p.Code == file.Program).Profile);
        var first = county.ChangeMonth(today);
        foreach (var source in entitlements)
        {
            var active = (await source.ActiveAsync([person.IdNumber!], cancellationToken)).Where(b => b.CaseId != file.Id && (b.Last is not { } last || last >= first));
            if (active.FirstOrDefault(b => Against(profile, b, today) is not null) is { } benefit)
            {
                var rule = Against(profile, benefit, today);
                return new("benefits-elsewhere", $"{person.Name}正在享受{benefit.BenefitName}（{Township(benefit.DivisionCode)}，{benefit.FromMonth} 起）：{rule}。请先在原案卷登记成员减少并确认，再办理本项变更");
            }
        }

        return known?.HouseholdId is { } household && household != file.HouseholdId
            && await db.CaseFiles.IgnoreQueryFilters().AnyAsync(c => c.HouseholdId == household && c.Program == file.Program && c.Stage == Stages.InBenefit, cancellationToken)
            ? new("member-elsewhere", $"{person.Name}还是{Township(known.DivisionCode)}{(IsMine(known.DivisionCode) ? $"{known.HeadName}户" : "另一户")}的共同生活成员，该户正在享受{programs.Single(p => p.Code == file.Program).Name}。请先在原案卷登记成员减少并确认，再办理本项变更")
            : null;
    }

    private async Task<bool> PresentAsync(CaseFile file, Newcomer newcomer, CancellationToken cancellationToken)
    {
        if (newcomer.Corrected is not null)
        {
            return false;
        }

        var (confirmed, changes) = await histories.ReadAsync(file.Id, cancellationToken);
        var history = HistoryBuilder.Build(file, confirmed, changes, day => BenefitMonth.Of(day), time.Today());
        return history.Facts.OrderBy(f => f.Number).Last().Facts.Members.Any(m => m.PersonId == newcomer.Person.PersonId || (m.IdNumber is not null && m.IdNumber == newcomer.Person.IdNumber))
            && !ChangeFollowing.Gone(history.Events).ContainsKey(newcomer.Person.PersonId) && !history.Deaths.ContainsKey(newcomer.Person.PersonId);
    }

    private bool IsMine(string divisionCode) => divisionCode.StartsWith(user.AreaPrefix, StringComparison.Ordinal);

    private string Township(string divisionCode) => divisions.Name(Division.TownshipOf(divisionCode));
}
