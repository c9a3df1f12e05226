using System.Collections.Immutable;
using SocialAssistance.Rules.Households;
using SocialAssistance.Rules.Standards;
using SocialAssistance.Rules.Values;

namespace SocialAssistance.Benchmarks.HouseholdMonths;

/// <summary>Persons as a county's files hold them: most plain, some with everything the rules ask about.</summary>
internal static class People
{
    public static string IdOf(int household, int index) => $"{household:D7}-{index + 1}";

    public static Member Make(Dice dice, int household, int index)
    {
        var relation = index switch
        {
            0 => Relation.Head,
            1 when dice.Chance(650) => Relation.Spouse,
            _ => dice.Chance(650) ? Relation.Child : (Relation)dice.Between((int)Relation.Parent, (int)Relation.Unrelated),
        };
        var statuses = dice.Chance(45) ? Statuses(dice) : [];
        var poor = statuses.Contains(PersonStatus.ExtremePoverty);
        var ground = poor ? dice.AnyOf<ExtremePovertyGround>() : (ExtremePovertyGround?)null;
        var birth = Birth(dice, relation, ground);
        var severe = dice.Chance(130);
        return new()
        {
            Id = IdOf(household, index),
            BirthDate = birth,
            Relation = relation,
            LivesTogether = dice.Chance(930),
            Dependent = dice.Chance(40),
            Absence = dice.Chance(985) ? Absence.None : (Absence)dice.Between(1, 4),
            Disability = severe ? new(dice.AnyOf<DisabilityCategory>(), dice.Between(1, 4), dice.Chance(500) ? dice.Day(new(2026, 7, 1), new(2027, 6, 30)) : null) : null,
            SeriousIllness = dice.Chance(80),
            SpecialHardship = dice.Chance(30),
            Employed = dice.Chance(350),
            SupportedByParentsOrSiblings = dice.Chance(100),
            AppliesAlone = dice.Chance(severe ? 300 : 40),
            OwnPropertyWithinLimit = dice.Chance(930),
            AllowanceClass = dice.Chance(150) ? AllowanceClass.Full : AllowanceClass.Difference,
            JobRefusals = dice.Chance(50) ? dice.Between(1, 4) : 0,
            WorkInjuryNursing = dice.Chance(30),
            Statuses = statuses,
            CareSetting = dice.Chance(300) ? CareSetting.Institutional : CareSetting.Scattered,
            ExtremePovertyGround = ground,
            SelfCareItemsFailed = poor ? dice.Between(0, 6) : null,
            Education = Schooling(dice, birth),
            Income = Incomes(dice, birth),
        };
    }

    private static DateOnly Birth(Dice dice, Relation relation, ExtremePovertyGround? ground)
    {
        var first = Population.Month.FirstDay;
        if (ground == ExtremePovertyGround.Minor)
        {
            return dice.Day(first.AddYears(-20), first.AddYears(-16));
        }

        return relation is Relation.Child or Relation.Grandchild or Relation.Sibling
            ? dice.Day(first.AddYears(-30), first)
            : relation is Relation.Parent or Relation.Grandparent ? dice.Day(first.AddYears(-92), first.AddYears(-50))
            : dice.Day(first.AddYears(-85), first.AddYears(-17));
    }

    private static ImmutableArray<PersonStatus> Statuses(Dice dice)
    {
        var one = dice.AnyOf<PersonStatus>();
        var other = dice.AnyOf<PersonStatus>();
        return one == other || dice.Chance(500) ? [one] : [one, other];
    }

    private static Education? Schooling(Dice dice, DateOnly birth)
    {
        var age = Population.Month.Year - birth.Year;
        return age is < 3 or > 26 || dice.Chance(200) ? null
            : new((EducationStage)Math.Min(6, Math.Max(0, age / 3 - 2 + dice.Between(0, 1))), dice.Chance(800), dice.Chance(300), dice.Chance(100));
    }

    private static ImmutableArray<Income> Incomes(Dice dice, DateOnly birth)
    {
        var age = Population.Month.Year - birth.Year;
        if (age < 16)
        {
            return dice.Chance(80) ? [new(IncomeType.ChildAllowance, dice.Amount(100, 1400), Period.Month)] : [];
        }

        var incomes = ImmutableArray.CreateBuilder<Income>(3);
        if (dice.Chance(500))
        {
            incomes.Add(dice.Chance(600)
                ? new(age >= 60 ? IncomeType.Pension : IncomeType.Wage, dice.Amount(150, 3200), Period.Month)
                : new(IncomeType.Business, dice.Amount(1000, 24_000), Period.Year));
        }

        if (age >= 60 && dice.Chance(750))
        {
            incomes.Add(new(IncomeType.BasicPensionCentral, dice.Amount(120, 200), Period.Month));
        }

        if (dice.Chance(150))
        {
            incomes.Add(new(dice.AnyOf<IncomeType>(), dice.Amount(20, 900), dice.AnyOf<Period>()));
        }

        return incomes.ToImmutable();
    }
}
