using SocialAssistance.Contracts.Cases;
using SocialAssistance.Contracts.Households;

namespace SocialAssistance.Slices.Tests.Builders;

/// <summary>Families of nobody, to be changed with <c>with</c>.</summary>
internal static class Families
{
    private static int _last = 40;

    /// <summary>A couple and a child at school in a village: the man earns 1,200 a month; property within the limit.</summary>
    public static CaseFacts Three() => new()
    {
        Area = "rural", Address = "第三组 8 号", PropertyLimit = "within-allowance-limit", Payee = new("李试兰", "农村商业银行", "6226000000000000001"),
        Members =
        [
            Person("李试兰", "head", new(1968, 3, 15), male: false) with { Phone = "13900000001", Income = [new("wage", 0m, "month")] },
            Person("王试国", "spouse", new(1965, 11, 7), male: true) with { Employed = true, Income = [new("wage", 1200m, "month", "务工")] },
            Person("王试燕", "child", new(2010, 9, 24), male: false) with { EducationStage = "compulsory", Enrolled = true },
        ],
    };

    /// <summary>The same family, where nobody knows yet what the man earns.</summary>
    public static CaseFacts WithUnknownWage() => Change(Three(), 1, m => m with { Income = [new("wage", null, "month")] });

    /// <summary>Two children alone.</summary>
    public static CaseFacts MinorsOnly() => Three() with
    {
        Members = [Person("陈试一", "head", new(2011, 5, 6), male: true), Person("陈试二", "sibling", new(2013, 7, 8), male: false)],
    };

    public static CaseFacts Change(CaseFacts facts, int member, Func<MemberFacts, MemberFacts> change) =>
        facts with { Members = [.. facts.Members.Select((m, i) => i == member ? change(m) : m)] };

    public static MemberFacts Person(string name, string relation, DateOnly birth, bool male) => new()
    {
        PersonId = Guid.CreateVersion7(), Name = name, Relation = relation, BirthDate = birth, Male = male, IdNumber = Number(birth, male),
    };

    private static string Number(DateOnly birth, bool male)
    {
        var order = Interlocked.Increment(ref _last);
        var digits = $"360731{birth:yyyyMMdd}{(order % 480 * 2) + (male ? 1 : 0):000}";
        return digits + IdentityNumber.CheckCharacter(digits);
    }
}
