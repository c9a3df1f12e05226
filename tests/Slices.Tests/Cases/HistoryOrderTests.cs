using Microsoft.Extensions.DependencyInjection;
using SocialAssistance.Cases.CaseFiles;
using SocialAssistance.Cases.Changes;
using SocialAssistance.Contracts.Cases;
using SocialAssistance.Contracts.Programs;
using SocialAssistance.Contracts.Standards;
using SocialAssistance.Rules.Values;
using SocialAssistance.Slices.Tests.Builders;

namespace SocialAssistance.Slices.Tests.Cases;

/// <summary>Changes are differences, so the order in which they became known gives the same timeline.</summary>
public sealed class HistoryOrderTests(App app) : IClassFixture<App>
{
    [Fact]
    public async Task A_thousand_orders_of_entry_give_one_timeline()
    {
        await app.Run(services =>
        {
            var facts = Families.Three();
            var county = services.GetRequiredService<ICountySettings>();
            var program = services.GetServices<IAssistanceProgram>().Single(p => p.Code == "minimum-living");
            var file = new CaseFile
            {
                Id = Guid.CreateVersion7(), Number = "SQ-TEST", Program = program.Code, DivisionCode = "360731100201", HouseholdId = Guid.CreateVersion7(), ApplicantName = "李试兰", MemberCount = 3,
                Area = "rural", AcceptedOn = new(2025, 11, 3), DueOn = new(2025, 12, 1), AcceptedBy = Guid.CreateVersion7(), AcceptedByName = "王经办",
            };
            file.Confirm(new(2025, 12, 1), Guid.CreateVersion7(), "刘负责人", new(2026, 1, 1));
            var (man, child) = (facts.Members[1], facts.Members[2]);
            BenefitChange[] changes =
            [
                Change("income", man, new(2026, 2, 3), new(2026, 2, 20), new() { PersonId = man.PersonId, Income = new("wage", 1500m, "month") }),
                Change("lost-work", man, new(2026, 4, 3), new(2026, 4, 20), new() { PersonId = man.PersonId, Income = new("wage", 0m, "month"), Employed = false }),
                Change("birth", null, new(2026, 3, 3), new(2026, 4, 20), new() { Added = Families.Person("王试宝", "child", new(2026, 3, 3), true) }),
                Change("death", man, new(2026, 6, 15), new(2026, 9, 1), FactPatch.None),
                Change("left-school", child, new(2026, 7, 1), new(2026, 7, 10), new() { PersonId = child.PersonId, LeavesSchool = true }),
                Change("suspend", null, new(2026, 8, 1), new(2026, 8, 5), FactPatch.None),
                Change("resume", null, new(2026, 10, 1), new(2026, 10, 5), FactPatch.None),
            ];
            string Timeline(IEnumerable<BenefitChange> order) => string.Join('\n', program.Project(
                HistoryBuilder.Build(file, facts, order, county.ChangeMonth, new(2026, 11, 2)), new(county.PolicyCode, new BenefitMonth(2027, 3), Explains: false)).Spans);

            var expected = Timeline(changes);
            var random = new Random(20260701);
            for (var i = 0; i < 1_000; i++)
            {
                random.Shuffle(changes);
                Assert.Equal(expected, Timeline(changes));
            }

            return Task.CompletedTask;
        });
    }

    private static BenefitChange Change(string kind, MemberFacts? member, DateOnly happened, DateOnly decided, FactPatch patch) => new()
    {
        Id = Guid.CreateVersion7(), CaseId = Guid.Empty, DivisionCode = "360731100201", Kind = kind, PersonId = patch.Added?.PersonId ?? member?.PersonId, PersonName = member?.Name, HappenedOn = happened,
        KnownOn = decided, ReportedBy = "村委会", Patch = patch, CountsAsDecidedOn = decided, ProposedBy = Guid.CreateVersion7(), ProposedByName = "王经办", ProposedAt = DateTimeOffset.UnixEpoch,
    };
}
