using System.Collections.Immutable;
using SocialAssistance.Assess.Requests;
using SocialAssistance.Rules.Households;
using SocialAssistance.Rules.Standards;

namespace SocialAssistance.Assess.Kinds;

/// <summary>Reads and checks a household (section 4.1).</summary>
internal static class HouseholdReader
{
    private static readonly FieldSet HouseholdFields = new("area", "property", "members", "expenditures", "registeredPoverty");
    private static readonly FieldSet ExpenditureFields = new("type", "amount", "period", "member");

    /// <summary>Nobody may be born after <paramref name="lastBirth"/>.</summary>
    public static Household Read(RequestReader household, DateOnly lastBirth)
    {
        household.Only(HouseholdFields);
        var area = household.Enum<Area>("area");
        var property = household.Enum<PropertyStanding>("property");
        var members = ReadMembers(household, lastBirth);
        var expenditures = ImmutableArray.CreateBuilder<Expenditure>();
        foreach (var item in household.ListOrEmpty("expenditures", 100))
        {
            expenditures.Add(ReadExpenditure(item.Object(), members));
        }

        return new()
        {
            Area = area,
            Property = property,
            Members = members,
            Expenditures = expenditures.ToImmutable(),
            RegisteredPoverty = household.Boolean("registeredPoverty", false),
        };
    }

    /// <summary>The member a reference names.</summary>
    public static Member Referenced(RequestValue reference, ImmutableArray<Member> members)
    {
        var id = reference.Identifier();
        foreach (var member in members)
        {
            if (member.Id == id)
            {
                return member;
            }
        }

        throw reference.Error(ErrorCode.UnknownReference, "no such member in the household");
    }

    private static ImmutableArray<Member> ReadMembers(RequestReader household, DateOnly lastBirth)
    {
        var list = household.List("members", 60, 1);
        var members = ImmutableArray.CreateBuilder<Member>(list.Count);
        var (heads, spouses) = (0, 0);
        foreach (var item in list)
        {
            var reader = item.Object();
            var member = MemberReader.Read(reader, lastBirth);
            foreach (var earlier in members)
            {
                if (earlier.Id == member.Id)
                {
                    throw reader.ErrorAt("id", ErrorCode.DuplicateId, "two members have the same id");
                }
            }

            heads += member.Relation == Relation.Head ? 1 : 0;
            spouses += member.Relation == Relation.Spouse ? 1 : 0;
            members.Add(member);
        }

        if (heads != 1 || spouses > 1)
        {
            throw list.Error(ErrorCode.Inconsistent, "a household has exactly one head and at most one spouse");
        }

        return members.MoveToImmutable();
    }

    private static Expenditure ReadExpenditure(RequestReader line, ImmutableArray<Member> members)
    {
        line.Only(ExpenditureFields);
        return new(
            line.Enum<ExpenditureType>("type"),
            line.Money("amount"),
            line.Enum<Period>("period"),
            line.Find("member") is { } member ? Referenced(member, members).Id : null);
    }
}
