using Microsoft.Extensions.DependencyInjection;
using SocialAssistance.Contracts.Cases;
using SocialAssistance.Contracts.Programs;
using SocialAssistance.Rules.Values;
using SocialAssistance.Slices.Tests.Builders;

namespace SocialAssistance.Slices.Tests.Programs;

/// <summary>Facts in, amounts out, for every programme of Yudu; expected figures are read from 于民字〔2023〕30号 by hand.</summary>
public sealed class ProgramAmountTests(App app) : IClassFixture<App>
{
    [Theory]
    // 一（四）: rural, self-caring 860; 一（七）: care 100.
    [InlineData("rural", 0, 860, 100)]
    // 一（五）: rural, half or full loss 1150; 一（七）: care 350 and 1380.
    [InlineData("rural", 2, 1150, 350)]
    [InlineData("rural", 4, 1150, 1380)]
    // 一（三）: urban 1150 whatever the grade.
    [InlineData("urban", 0, 1150, 100)]
    [InlineData("urban", 6, 1150, 1380)]
    [Trait("Rule", "YD30-1.7a")]
    [Trait("Rule", "HM-28")]
    public async Task Extreme_poverty_pays_basic_living_and_care_by_the_six_items(string area, int failed, decimal basic, decimal care)
    {
        var answer = await Assess("extreme-poverty", Old() with { Area = area, Members = [Old().Members[0] with { SelfCare = SelfCare(failed) }] });

        Assert.Equal("eligible", answer.Outcome);
        Assert.Equal([basic, care], answer.Amounts.Select(a => a.Amount));
        Assert.Equal(basic + care, answer.MonthlyAmount);
        Assert.Contains(answer.Steps, s => s.Source.Contains("于民字〔2023〕30号 一（七）", StringComparison.Ordinal));
    }

    [Theory]
    // 民发〔2021〕43号 第五条: sixty years; born in the same month sixty years ago is sixty only for the month after.
    [InlineData("1966-12-20", null, "none", "无劳动能力")]
    // 第六条: income must be below 660, the rural standard; equal is not below.
    [InlineData("1950-01-01", "660.00", "none", "无生活来源（收入）")]
    // 第四条: somebody can support.
    [InlineData("1950-01-01", null, "capable", "法定义务人")]
    [Trait("Rule", "HM-24")]
    public async Task A_condition_that_fails_is_told_with_its_article(string born, string? wage, string obligor, string condition)
    {
        var member = Old().Members[0] with
        {
            BirthDate = DateOnly.Parse(born), SupportObligor = obligor,
            Income = wage is null ? [] : [new("wage", decimal.Parse(wage), "month")],
        };
        var answer = await Assess("extreme-poverty", Old() with { Members = [member] });

        Assert.Equal("ineligible", answer.Outcome);
        Assert.Equal(0m, answer.MonthlyAmount);
        Assert.Contains(answer.Refusals, r => r.ReasonText.Contains(condition, StringComparison.Ordinal) && r.ReasonText.Contains('〔'));
    }

    [Fact]
    public async Task The_basic_pension_is_no_income_of_the_extremely_poor_and_an_open_question_keeps_the_answer_open()
    {
        var member = Old().Members[0];
        // 659.99 a month lies below 660; the pension of 143 does not count (民发〔2021〕43号 第六条).
        var facts = Old() with { Members = [member with { Income = [new("wage", 659.99m, "month"), new("basic-pension-central", 143m, "month")] }] };
        Assert.Equal("eligible", (await Assess("extreme-poverty", facts)).Outcome);

        var open = await Assess("extreme-poverty", Old() with { Members = [member with { SelfCare = null }] });
        Assert.Equal("undetermined", open.Outcome);
        Assert.Contains(open.Warnings, w => w.Contains("自理能力还没有评估", StringComparison.Ordinal));
    }

    [Theory]
    // 一（十）: orphan in an institution 1820, with a guardian 1360, de-facto-unattended 1360.
    [InlineData("dead", "dead", "institutional", false, 1820)]
    [InlineData("dead", "untraceable", "scattered", false, 1360)]
    [InlineData("dead", "imprisoned", "scattered", false, 1360)]
    // 一（十）: as the orphan's, in full.
    [InlineData("able", "able", "scattered", true, 1360)]
    [Trait("Rule", "YD30-1.10a")]
    [Trait("Rule", "HM-26")]
    public async Task A_child_gets_the_basic_living_allowance_of_its_recognition(string father, string mother, string setting, bool infected, decimal amount)
    {
        var answer = await Assess("children", Child(c => c with { Father = father, Mother = mother, CareSetting = setting, HivInfected = infected }));

        Assert.Equal("eligible", answer.Outcome);
        Assert.Equal([amount], answer.Amounts.Select(a => a.Amount));
        Assert.DoesNotContain("艾滋", System.Text.Json.JsonSerializer.Serialize(answer, new System.Text.Json.JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
    }

    [Fact]
    [Trait("Rule", "YD30-1.11a")]
    public async Task A_disabled_unattended_child_gets_care_and_no_nursing_subsidy()
    {
        var facts = Child(c => c with { Father = "severely-disabled", Mother = "lost-contact", DisabilityCategory = "mental", DisabilityGrade = 2 });
        var answer = await Assess("children", facts);
        // 一（十）1360, 一（十一）1380, which is not paid beside the nursing subsidy.
        Assert.Equal([1360m, 1380m], answer.Amounts.Select(a => a.Amount));
        Assert.DoesNotContain(answer.Others, o => o.Program == "disability");
        Assert.Equal("ineligible", (await Assess("disability", facts)).Outcome);
    }

    [Fact]
    public async Task A_child_with_a_parent_who_can_care_and_a_grown_one_are_refused_with_the_reason()
    {
        var able = await Assess("children", Child(c => c with { Father = "dead", Mother = "able" }));
        Assert.Equal("ineligible", able.Outcome);
        Assert.Contains(able.Refusals, r => r.ReasonText.Contains("母亲能够抚养", StringComparison.Ordinal));

        var grown = await Assess("children", Child(c => c with { Father = "dead", Mother = "dead", Enrolled = false, BirthDate = new(2008, 10, 1) }));
        Assert.Equal("ineligible", grown.Outcome);
        Assert.Contains(grown.Refusals, r => r.ReasonText.Contains("十八周岁", StringComparison.Ordinal) || r.ReasonText.Contains("18 周岁", StringComparison.Ordinal));
    }

    [Theory]
    // 一（十二）: both 100; the nursing subsidy from grade 2 on; the living subsidy in a household of the allowance.
    [InlineData(2, "within-allowance-limit", 200)]
    [InlineData(4, "within-allowance-limit", 100)]
    [InlineData(1, null, 100)]
    [Trait("Rule", "YD30-1.12a")]
    [Trait("Rule", "HM-31")]
    public async Task Disability_subsidies_follow_the_grade_and_the_household(int grade, string? property, decimal amount)
    {
        var facts = Families.Change(Families.Three(), 1, m => m with { DisabilityCategory = "physical", DisabilityGrade = grade }) with { PropertyLimit = property };
        var answer = await Assess("disability", facts);
        Assert.Equal(amount, answer.MonthlyAmount);
        Assert.Equal("eligible", answer.Outcome);
        Assert.Null(answer.PerCapitaIncome);
    }

    [Theory]
    [InlineData("rural", 550)]
    [InlineData("urban", 665)]
    [Trait("Rule", "HM-33")]
    public async Task Retrenched_workers_get_the_relief_of_their_area(string area, decimal amount)
    {
        var answer = await Assess("retrenched-worker", Old() with { Area = area, Members = [Old().Members[0] with { ExtremePovertyGround = null, RetrenchedWorker = true }] });
        Assert.Equal([amount], answer.Amounts.Select(a => a.Amount));
    }

    [Fact]
    public async Task The_allowance_names_what_other_programmes_would_pay_and_keeps_out_of_its_sum()
    {
        var facts = Families.Change(Families.Three(), 1, m => m with { DisabilityCategory = "visual", DisabilityGrade = 1 });
        var answer = await Assess("minimum-living", facts);
        // 1200 shared by three is 400; 660 − 400 = 260, above the floor of 220; 260 × 3.
        Assert.Equal(780m, answer.MonthlyAmount);
        Assert.Equal("780.00", answer.Steps[^1].Result);
        Assert.Equal([("disability", 100m), ("disability", 100m)], answer.Others.Select(o => (o.Program, o.Amount)));
        Assert.All(answer.Others, o => Assert.Contains("于民字〔2023〕30号 一（十二）", o.Source));
    }

    private static CaseFacts Old() => Families.Three() with
    {
        Members = [Families.Person("钟试福", "head", new(1950, 1, 1), male: true) with { ExtremePovertyGround = "elderly", SupportObligor = "none", SelfCare = SelfCare(0) }],
    };

    private static CaseFacts Child(Func<MemberFacts, MemberFacts> change) => Families.Change(Families.Three() with { PropertyLimit = null }, 2, change);

    private static SelfCareFacts SelfCare(int failed) => new([.. CaseVocabulary.SelfCareItems.Keys.Take(failed)], "县评估小组", new(2026, 10, 20));

    private Task<Assessment> Assess(string program, CaseFacts facts) => app.Run(services =>
        Task.FromResult(services.GetRequiredService<IEnumerable<IAssistanceProgram>>().Single(p => p.Code == program).Assess(facts, new("360731", new BenefitMonth(2026, 12)))));
}
