using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using SocialAssistance.Cases.Data;
using SocialAssistance.Contracts.Cases;
using SocialAssistance.Contracts.Programs;
using SocialAssistance.Platform.Security;
using SocialAssistance.Platform.TagHelpers;

namespace SocialAssistance.Cases.CaseFiles;

/// <summary>One thing that reads differently now: as the form showed it, and as it stands.</summary>
internal sealed record ChangedItem(string Label, string Then, string Now);

/// <summary>Both versions of a case whose form was overtaken, and what happened last.</summary>
internal sealed record CaseChangesView(IReadOnlyList<ChangedItem> Items, IReadOnlyList<TimelineEntry> Events);

/// <summary>Puts the case as a form showed it beside the case as it stands, for whoever lost the race.</summary>
internal sealed class CaseChanges(CasesDb db, IAccess access, IHttpContextAccessor http)
{
    private const string Key = nameof(CaseChangesView);

    /// <summary>What the frame of this page has to show; null when the form was current.</summary>
    public CaseChangesView? Found => http.HttpContext?.Items[Key] as CaseChangesView;

    /// <summary>Compares the facts the form showed with the newest ones, where the case has moved on since.</summary>
    public async Task CompareAsync(CaseHeader header, int seenVersion, int seenFacts, CancellationToken cancellationToken)
    {
        if (seenVersion == 0 || seenVersion == header.Version)
        {
            return;
        }

        var versions = await db.FactVersions.AsNoTracking().Where(v => v.CaseId == header.Id && (v.Number == seenFacts || v.Number == header.FactVersion)).Select(v => new { v.Number, v.Facts }).ToListAsync(cancellationToken);
        var assessments = await db.Determinations.AsNoTracking().Where(d => d.CaseId == header.Id && (d.FactVersion == seenFacts || d.FactVersion == header.FactVersion))
            .OrderByDescending(d => d.MadeAt).Select(d => new { d.FactVersion, d.Assessment }).ToListAsync(cancellationToken);
        var events = await db.TimelineEntries.AsNoTracking().Where(t => t.CaseId == header.Id).OrderByDescending(t => t.At).ThenByDescending(t => t.Id).Take(3).ToListAsync(cancellationToken);
        var health = access.Allows("cases.see-health", header.DivisionCode, header.Stage);
        IReadOnlyDictionary<string, string> Read(int number) => versions.Find(v => v.Number == number) is { } version
            ? FactsInWords.Of(version.Facts, assessments.Find(a => a.FactVersion == number)?.Assessment, health) : new Dictionary<string, string>();
        http.HttpContext!.Items[Key] = new CaseChangesView(Between(Read(seenFacts), Read(header.FactVersion)), events);
    }

    private static List<ChangedItem> Between(IReadOnlyDictionary<string, string> then, IReadOnlyDictionary<string, string> now) =>
        [.. then.Keys.Union(now.Keys).Select(label => new ChangedItem(label, then.GetValueOrDefault(label, "（无）"), now.GetValueOrDefault(label, "（无）"))).Where(item => item.Then != item.Now)];
}

/// <summary>A family's facts and their result as labelled words, to be put side by side.</summary>
internal static class FactsInWords
{
    public static IReadOnlyDictionary<string, string> Of(CaseFacts facts, Assessment? assessment, bool health)
    {
        var words = new Dictionary<string, string>();
        Say("城乡", CaseVocabulary.Areas[facts.Area]);
        Say("住址", Show.Or(facts.Address));
        Say("财产认定", facts.PropertyLimit is { } limit ? CaseVocabulary.PropertyLimits[limit] : "尚未认定");
        Say("发放账户", facts.Payee is { } payee ? $"{payee.Holder} {payee.Bank} {Mask.Account(payee.Account)}" : "未登记");
        foreach (var member in facts.Members)
        {
            Say(member.Name, Circumstances(member, health));
            foreach (var income in member.Income)
            {
                Say($"{member.Name}的{CaseVocabulary.IncomeTypes[income.Type]}", $"{Show.Money(income.Amount, "待核对")} 元/{CaseVocabulary.Periods[income.Period]}");
            }
        }

        foreach (var expenditure in facts.Expenditures)
        {
            Say($"{CaseVocabulary.ExpenditureTypes[expenditure.Type]}支出", $"{Show.Money(expenditure.Amount)} 元/{CaseVocabulary.Periods[expenditure.Period]}");
        }

        foreach (var property in facts.Property)
        {
            Say(CaseVocabulary.PropertyKinds[property.Kind], Show.Money(property.Value));
        }

        Say("测算结果", assessment is null ? "未测算" : AssessmentWords.Outcome(assessment));
        Say("月保障金", assessment is null ? "未测算" : $"{Show.Money(assessment.MonthlyAmount)} 元");
        return words;

        // Two of a kind are listed together, so that none hides the other.
        void Say(string label, string text) => words[label] = words.TryGetValue(label, out var said) ? $"{said}；{text}" : text;
    }

    private static string Circumstances(MemberFacts member, bool health) => string.Join('，', new[]
    {
        CaseVocabulary.Relations[member.Relation],
        member.LivesTogether ? "共同生活" : "不共同生活",
        member.Enrolled ? "在读" : null,
        member.Employed ? "已就业" : null,
        health && HealthWords.Of(member) is var condition and not "无" ? condition : null,
        RecognitionWords.Of(member, health) is var recognition and not "无" ? recognition : null,
    }.Where(word => word is not null));
}
