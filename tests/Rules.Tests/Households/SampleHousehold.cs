using System.Collections.Immutable;
using SocialAssistance.Rules.Households;
using SocialAssistance.Rules.Standards;
using SocialAssistance.Rules.Values;

namespace SocialAssistance.Rules.Tests.Households;

/// <summary>Random households of one to seven members, rich in the facts the rules ask for.</summary>
internal static class SampleHousehold
{
    public static Household From(Random random, BenefitMonth month)
    {
        var members = ImmutableArray.CreateBuilder<Member>();
        var count = random.Next(1, 8);
        for (var i = 0; i < count; i++)
        {
            members.Add(Person(random, month, i));
        }

        var all = members.ToImmutable();
        return new()
        {
            Area = (Area)random.Next(2),
            Property = random.Next(4) > 0 ? PropertyStanding.WithinAllowanceLimit : (PropertyStanding)random.Next(4),
            Members = all,
            RegisteredPoverty = random.Next(4) == 0,
            Expenditures = [.. Enumerable.Range(0, random.Next(3)).Select(_ => new Expenditure((ExpenditureType)random.Next(5), Amount(random, 2000), (Period)random.Next(2), random.Next(2) == 0 ? all[random.Next(count)].Id : null))],
        };
    }

    public static Money Amount(Random random, int most) => Money.FromFen(random.Next(most) * 100L + (random.Next(3) == 0 ? random.Next(100) : 0));

    private static Member Person(Random random, BenefitMonth month, int index)
    {
        var status = random.Next(8) == 0 ? (PersonStatus?)random.Next(5) : null;
        return new()
        {
            Id = $"m{index}",
            BirthDate = month.FirstDay.AddDays(-random.Next(0, 90 * 365)),
            Relation = index switch { 0 => Relation.Head, 1 => Relation.Spouse, _ => (Relation)random.Next(2, 9) },
            LivesTogether = random.Next(6) > 0,
            Dependent = random.Next(8) == 0,
            Absence = random.Next(12) == 0 ? (Absence)random.Next(5) : Absence.None,
            Disability = random.Next(4) == 0 ? new((DisabilityCategory)random.Next(7), random.Next(1, 5), random.Next(3) == 0 ? month.FirstDay.AddDays(random.Next(-60, 60)) : null) : null,
            SeriousIllness = random.Next(6) == 0,
            SpecialHardship = random.Next(10) == 0,
            Employed = random.Next(3) == 0,
            SupportedByParentsOrSiblings = random.Next(3) == 0,
            AppliesAlone = random.Next(4) == 0,
            OwnPropertyWithinLimit = random.Next(6) > 0,
            AllowanceClass = random.Next(5) == 0 ? AllowanceClass.Full : AllowanceClass.Difference,
            JobRefusals = random.Next(6) == 0 ? random.Next(5) : 0,
            WorkInjuryNursing = random.Next(10) == 0,
            Statuses = status is { } one ? (random.Next(3) == 0 ? [one, (PersonStatus)random.Next(5)] : [one]) : [],
            CareSetting = (CareSetting)random.Next(2),
            ExtremePovertyGround = (ExtremePovertyGround)random.Next(3),
            SelfCareItemsFailed = random.Next(7),
            Education = random.Next(4) == 0 ? new((EducationStage)random.Next(7), random.Next(2) == 0, random.Next(2) == 0, random.Next(4) == 0) : null,
            Income = [.. Enumerable.Range(0, random.Next(3)).Select(_ => new Income(Type(random), Amount(random, 1800), random.Next(4) == 0 ? Period.Year : Period.Month))],
        };
    }

    private static IncomeType Type(Random random) => random.Next(2) == 0 ? (IncomeType)random.Next(3) : (IncomeType)random.Next(17);
}
