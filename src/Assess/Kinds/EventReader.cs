using System.Collections.Immutable;
using SocialAssistance.Assess.Requests;
using SocialAssistance.Rules.Households;
using SocialAssistance.Rules.Standards;

namespace SocialAssistance.Assess.Kinds;

/// <summary>Reads and checks the events (section 4.1).</summary>
internal static class EventReader
{
    private static readonly FieldSet OfMember = new("type", "date", "member");
    private static readonly FieldSet DecidedOfMember = new("type", "date", "member", "decidedOn");
    private static readonly FieldSet OfMove = new("type", "date", "area", "decidedOn");
    private static readonly FieldSet OfHousehold = new("type", "date", "decidedOn");

    public static ImmutableArray<HouseholdEvent> Read(RequestList list, ImmutableArray<Member> members)
    {
        if (list.Count == 0)
        {
            return [];
        }

        var events = ImmutableArray.CreateBuilder<HouseholdEvent>(list.Count);
        foreach (var item in list)
        {
            var happened = Read(item.Object(), members);
            foreach (var earlier in events)
            {
                if (happened.Type == EventType.Death && earlier.Type == EventType.Death && earlier.Member == happened.Member)
                {
                    throw item.Object().ErrorAt("member", ErrorCode.Inconsistent, "the member has died already");
                }
            }

            events.Add(happened);
        }

        return events.MoveToImmutable();
    }

    private static HouseholdEvent Read(RequestReader happened, ImmutableArray<Member> members)
    {
        var type = happened.Enum<EventType>("type");
        happened.Only(FieldsOf(type));
        var member = type is EventType.Moved or EventType.HouseholdChange ? null : HouseholdReader.Referenced(happened["member"], members);
        var date = happened.Date("date");
        if (member is not null && date < member.BirthDate)
        {
            throw happened.ErrorAt("date", ErrorCode.Inconsistent, "before the birth of the member");
        }

        var decided = happened.FindDate("decidedOn");
        if (decided < date)
        {
            throw happened.ErrorAt("decidedOn", ErrorCode.Inconsistent, "decided before it happened");
        }

        return new()
        {
            Type = type,
            Date = date,
            Member = member?.Id,
            Area = type == EventType.Moved ? happened.Enum<Area>("area") : null,
            DecidedOn = decided,
        };
    }

    private static FieldSet FieldsOf(EventType type) => type switch
    {
        EventType.Death or EventType.LeftSchool => OfMember,
        EventType.Moved => OfMove,
        EventType.HouseholdChange => OfHousehold,
        _ => DecidedOfMember,
    };
}
