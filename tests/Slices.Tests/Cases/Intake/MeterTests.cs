using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using SocialAssistance.Cases.CaseFiles;
using SocialAssistance.Cases.Intake;
using SocialAssistance.Cases.Intake.Drafts;
using SocialAssistance.Cases.Intake.Forms;
using SocialAssistance.Contracts.Accounts;
using SocialAssistance.Contracts.Cases;

namespace SocialAssistance.Slices.Tests.Cases.Intake;

/// <summary>What the window's live meter says is what the decision will say: one calculation, and nothing lost on the way from the form to the case.</summary>
public sealed class MeterTests(App app) : IClassFixture<App>
{
    private const string Program = "minimum-living";

    [Fact]
    public Task The_live_meter_equals_the_decision_for_a_thousand_random_families() => app.Run(services =>
    {
        var (drafts, desk) = (services.GetRequiredService<DraftDesk>(), services.GetRequiredService<CaseDesk>());
        var random = new Random(20261102);
        var amounts = new HashSet<decimal>();
        for (var n = 0; n < 1_000; n++)
        {
            var data = Family(random);
            var shown = drafts.Assess(Program, data)!;

            var file = File();
            var decided = desk.Determine(file, Stored(DraftFacts.Of(data, desk.Today)), "confirmation");

            var typed = JsonSerializer.Serialize(data);
            Assert.True(shown.MonthlyAmount == decided.MonthlyAmount && shown.MonthlyAmount == file.MonthlyAmount, $"{n}: the meter says {shown.MonthlyAmount}, the decision {decided.MonthlyAmount} for {typed}");
            Assert.True(shown.PerCapitaIncome == decided.Assessment.PerCapitaIncome && shown.PerCapitaIncome == file.PerCapitaIncome, typed);
            Assert.True(shown.Outcome == decided.Outcome && shown.CountedMembers == decided.Assessment.CountedMembers && shown.Standard == decided.Assessment.Standard, typed);
            Assert.True(shown.Amounts.Select(a => (a.PersonName, a.Benefit, a.Amount)).SequenceEqual(decided.Assessment.Amounts.Select(a => (a.PersonName, a.Benefit, a.Amount))), typed);
            amounts.Add(shown.MonthlyAmount);
        }

        // Families of one kind would prove little.
        Assert.True(amounts.Count > 50, $"Only {amounts.Count} different amounts occurred.");
        return Task.CompletedTask;
    });

    // What acceptance does to the facts: the registry names the persons, and the database keeps the record as text.
    private static CaseFacts Stored(CaseFacts declared)
    {
        var ids = declared.Members.ToDictionary(m => m.PersonId, _ => Guid.CreateVersion7());
        var registered = declared with
        {
            Members = [.. declared.Members.Select(m => m with { PersonId = ids[m.PersonId] })],
            Expenditures = [.. declared.Expenditures.Select(e => e with { PersonId = e.PersonId is { } id ? ids[id] : null })],
        };
        return JsonSerializer.Deserialize<CaseFacts>(JsonSerializer.Serialize(registered, JsonColumn.Options), JsonColumn.Options)!;
    }

    private static CaseFile File() => new()
    {
        Id = Guid.CreateVersion7(), Number = "SQ-TEST", Program = Program, DivisionCode = DemoAccounts.Village, HouseholdId = Guid.CreateVersion7(), ApplicantName = "李试兰", MemberCount = 1, Area = "rural",
        AcceptedOn = new(2026, 11, 2), DueOn = new(2026, 12, 2), AcceptedBy = Guid.NewGuid(), AcceptedByName = "王经办",
    };

    private static DraftData Family(Random random)
    {
        var keys = Enumerable.Range(0, random.Next(1, 8)).Select(_ => Guid.CreateVersion7().ToString()).ToArray();
        return new()
        {
            HeadKey = keys[0],
            Applicant = new() { Name = "李试兰", IdNumber = Born(random, 20, 90), Area = random.Next(2) == 0 ? "rural" : "urban", RegisteredPoverty = Of(random, 10) },
            Members = new() { Members = [.. keys.Select((key, i) => Member(random, key, i))] },
            Economy = new()
            {
                Income = [.. keys.SelectMany(key => Enumerable.Range(0, random.Next(3)).Select(_ => Income(random, key)))],
                Outgoings = [.. Enumerable.Range(0, random.Next(3)).Select(_ => new OutgoingForm { Type = Code(random, CaseVocabulary.ExpenditureTypes), Member = keys[random.Next(keys.Length)], Amount = Amount(random, 2_000), Period = Period(random) })],
                NoProperty = true,
                PropertyLimit = Of(random, 80) ? "within-allowance-limit" : Code(random, CaseVocabulary.PropertyLimits),
                Bank = "农村商业银行",
                Account = "6226000000000000001",
            },
        };
    }

    private static MemberForm Member(Random random, string key, int row) => new()
    {
        Key = key,
        Relation = row == 0 ? "head" : Code(random, CaseVocabulary.Relations.Where(r => r.Key != "head")),
        Name = $"李试{row}",
        IdNumber = Born(random, 1, 90),
        LivesTogether = Of(random, 90),
        Dependent = Of(random, 30),
        Absence = Of(random, 92) ? "none" : Code(random, CaseVocabulary.Absences),
        DisabilityCategory = Of(random, 80) ? null : Code(random, CaseVocabulary.DisabilityCategories),
        DisabilityGrade = random.Next(1, 5).ToString(CultureInfo.InvariantCulture),
        EducationStage = Of(random, 75) ? null : Code(random, CaseVocabulary.EducationStages),
        SeriousIllness = Of(random, 15),
        Employed = Of(random, 40),
        FullAllowance = Of(random, 10),
        AppliesAlone = Of(random, 5),
        Supported = Of(random, 5),
    };

    private static IncomeForm Income(Random random, string member) => new()
    {
        Member = member, Type = Code(random, CaseVocabulary.IncomeTypes), Amount = Of(random, 4) ? null : Amount(random, 2_500), Period = Period(random),
    };

    // The ways a clerk writes an amount: plain, with a thousands mark, in full width.
    private static string Amount(Random random, int most)
    {
        var amount = random.Next(most * 100) / 100m;
        return random.Next(3) switch
        {
            0 => amount.ToString("0.00", CultureInfo.InvariantCulture),
            1 => amount.ToString("#,##0.##", CultureInfo.InvariantCulture),
            _ => string.Concat(amount.ToString("0.00", CultureInfo.InvariantCulture).Select(c => (char)(c + 0xFEE0))),
        };
    }

    private static string Born(Random random, int youngest, int oldest) =>
        SyntheticPerson.Number(new DateOnly(2026, 10, 1).AddDays(-random.Next(youngest * 365, oldest * 365)).ToString("yyyyMMdd", CultureInfo.InvariantCulture), Of(random, 50));

    private static string Period(Random random) => Of(random, 70) ? "month" : "year";

    private static string Code(Random random, IEnumerable<KeyValuePair<string, string>> words) => words.ElementAt(random.Next(words.Count())).Key;

    private static bool Of(Random random, int percent) => random.Next(100) < percent;
}
