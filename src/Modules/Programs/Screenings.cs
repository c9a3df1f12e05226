using SocialAssistance.Contracts.Cases;
using SocialAssistance.Contracts.Programs;
using SocialAssistance.Rules.Determinations;
using SocialAssistance.Rules.Households;
using SocialAssistance.Rules.Persons;
using SocialAssistance.Rules.Standards;

namespace SocialAssistance.Programs;

/// <summary>The tests of each programme that lie before the core's calculation; the rules themselves are the core's.</summary>
internal static class Screenings
{
    /// <summary>The allowance looks at the household alone; recognitions in force are taken as they are.</summary>
    public static Screening Household(CaseFacts facts, MonthFigures figures) =>
        Screening.Pass(facts, facts.PropertyLimit is null ? ["家庭财产还没有认定，暂按符合低保财产规定测算"] : []);

    /// <summary>Tests the three conditions of extreme poverty for everybody who applies.</summary>
    public static Screening ExtremePoverty(CaseFacts facts, MonthFigures figures)
    {
        var (steps, refusals, open) = (new List<AssessmentStep>(), new List<AssessedRefusal>(), new List<string>());
        var month = figures.For(facts.Area == "urban" ? Area.Urban : Area.Rural);
        var members = facts.Members.Select(m => m.ExtremePovertyGround is null || Test(m) ? m : m with { ExtremePovertyGround = null }).ToArray();
        string[] notes = facts.Members.Any(m => m.ExtremePovertyGround is not null) ? [] : ["没有登记申请特困供养的人，请在成员页选择认定事由"];
        return new(facts with { Members = members }, steps, refusals, open, notes);

        bool Test(MemberFacts m)
        {
            var findings = ExtremePovertyConditions.Of(FactsMapping.Member(m), FactsMapping.Property(facts), FactsMapping.Obligor(m), month);
            steps.AddRange(findings.Select(f => new AssessmentStep($"{m.Name} {f.Label}", f.Formula, f.Met switch { true => "符合", false => "不符合", _ => "待查" }, f.Source, m.PersonId)));
            open.AddRange(findings.Where(f => f.Met is null).Select(f => $"{m.Name}：{f.Formula}（{f.Label}）"));
            if (m.SelfCare is null)
            {
                open.Add($"{m.Name}的生活自理能力还没有评估，暂按自理测算（民发〔2021〕43号 第二十条）");
            }

            refusals.AddRange(findings.Where(f => f.Met == false).Select(f =>
                new AssessedRefusal(m.PersonId, m.Name, Vocabulary.Word(Benefit.ExtremePovertyBasic), "extreme-poverty-condition", $"不符合特困认定条件“{f.Label}”：{f.Formula}（{f.Source}）")));
            return findings.All(f => f.Met != false);
        }
    }

    /// <summary>Recognises children by what became of their parents, until eighteen or as long as they are at school.</summary>
    public static Screening Children(CaseFacts facts, MonthFigures figures)
    {
        var (steps, refusals) = (new List<AssessmentStep>(), new List<AssessedRefusal>());
        var members = facts.Members.Select(Test).ToArray();
        string[] notes = facts.Members.Any(Applies) ? [] : ["没有登记申请保障的儿童，请在成员页填写父母情况"];
        return new(facts with { Members = members }, steps, refusals, [], notes);

        static bool Applies(MemberFacts m) => m.Father is not null || m.Mother is not null || m.HivInfected;

        MemberFacts Test(MemberFacts m)
        {
            if (!Applies(m))
            {
                return m;
            }

            var child = FactsMapping.Child(m);
            var benefit = Vocabulary.Word(child == PersonStatus.Orphan ? Benefit.OrphanBasic : child is null && m.HivInfected ? Benefit.HivInfectedChildBasic : Benefit.DeFactoUnattendedChildBasic);
            // By the month like every age limit of the core (HM-00).
            var grown = figures.Month.FirstDay.AddDays(-1) >= m.BirthDate.AddYears(ChildRecognition.AgeLimit);
            if (child is { } status)
            {
                steps.Add(new($"{m.Name} 父母情况", $"父亲{State(m.Father)}，母亲{State(m.Mother)}", status == PersonStatus.Orphan ? "孤儿" : "事实无人抚养儿童", ChildRecognition.Source(status), m.PersonId));
            }
            else if (!m.HivInfected)
            {
                refusals.Add(new(m.PersonId, m.Name, benefit, "parent-able", $"父亲{State(m.Father)}，母亲{State(m.Mother)}，不属于孤儿或事实无人抚养儿童（民发〔2019〕62号 一）"));
            }

            if (!grown || m.Enrolled)
            {
                return m;
            }

            refusals.Add(new(m.PersonId, m.Name, benefit, "aged-out", $"已满 {ChildRecognition.AgeLimit} 周岁且不在校就读（国办发〔2010〕54号 一）"));
            return m with { Father = null, Mother = null, HivInfected = false };
        }

        static string State(string? parent) => parent is null ? "情况未填" : CaseVocabulary.ParentStates[parent];
    }

    /// <summary>Without a look at property no household counts as poor, so only the nursing subsidy can come out.</summary>
    public static Screening Disability(CaseFacts facts, MonthFigures figures) => Screening.Pass(facts,
    [
        .. facts.Members.Any(m => m.DisabilityCategory is not null) ? Array.Empty<string>() : ["没有登记残疾证，请在成员页填写残疾类别和等级"],
        .. facts.PropertyLimit is null ? ["家庭财产还没有认定，没有测算困难残疾人生活补贴"] : Array.Empty<string>(),
    ]);

    public static Screening Retrenched(CaseFacts facts, MonthFigures figures) =>
        Screening.Pass(facts, facts.Members.Any(m => m.RetrenchedWorker) ? [] : ["没有登记精简退职老弱残职工，请在成员页勾选"]);
}
