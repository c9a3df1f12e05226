using System.Collections.Immutable;
using SocialAssistance.Assess.Requests;
using SocialAssistance.Rules.Determinations;
using SocialAssistance.Rules.Households;
using SocialAssistance.Rules.Values;

namespace SocialAssistance.Assess.Kinds;

/// <summary>Reads and checks what is in force when the month begins (section 4.1).</summary>
internal static class StandingReader
{
    private static readonly FieldSet StandingFields = new("confirmedOn", "benefits", "phaseOut", "lastVerified", "reviewDue");
    private static readonly FieldSet BenefitFields = new("member", "benefit", "amount");
    private static readonly FieldSet PhaseOutFields = new("monthsPaid", "amounts");
    private static readonly FieldSet FrozenFields = new("member", "amount");
    private static readonly FieldSet VerifiedFields = new("month", "income");

    public static Standing Read(RequestReader standing, BenefitMonth month, ImmutableArray<Member> members)
    {
        standing.Only(StandingFields);
        return new()
        {
            ConfirmedOn = standing.FindDate("confirmedOn"),
            Benefits = ReadBenefits(standing, members),
            PhaseOut = standing.FindObject("phaseOut") is { } running ? ReadPhaseOut(running, members) : null,
            LastVerified = standing.FindObject("lastVerified") is { } verified ? ReadVerified(verified, month) : null,
            ReviewDue = standing.FindDate("reviewDue"),
        };
    }

    /// <summary>The member of a benefit line: null is the household, and only the allowance has such a line.</summary>
    public static string? ReadMember(RequestReader line, ImmutableArray<Member> members, Benefit benefit)
    {
        var reference = line["member"];
        if (!reference.IsNull)
        {
            return HouseholdReader.Referenced(reference, members).Id;
        }

        return benefit == Benefit.MinimumLivingAllowance
            ? null
            : throw reference.Error(ErrorCode.InvalidValue, "only minimum-living-allowance may be a line of the household");
    }

    private static ImmutableArray<StandingBenefit> ReadBenefits(RequestReader standing, ImmutableArray<Member> members)
    {
        var list = standing.ListOrEmpty("benefits", 500);
        var benefits = ImmutableArray.CreateBuilder<StandingBenefit>(list.Count);
        var seen = new HashSet<(string?, Benefit)>();
        foreach (var item in list)
        {
            var line = item.Object();
            line.Only(BenefitFields);
            var benefit = line.Enum<Benefit>("benefit");
            var member = ReadMember(line, members, benefit);
            if (!seen.Add((member, benefit)))
            {
                throw item.Error(ErrorCode.DuplicateId, "the member has this benefit already");
            }

            benefits.Add(new(member, benefit, line.Money("amount")));
        }

        return benefits.MoveToImmutable();
    }

    private static RunningPhaseOut ReadPhaseOut(RequestReader running, ImmutableArray<Member> members)
    {
        running.Only(PhaseOutFields);
        var months = running.Integer("monthsPaid", 0, 120);
        var list = running.List("amounts", 60, 1);
        var amounts = ImmutableArray.CreateBuilder<FrozenAmount>(list.Count);
        foreach (var item in list)
        {
            var line = item.Object();
            line.Only(FrozenFields);
            var member = HouseholdReader.Referenced(line["member"], members).Id;
            foreach (var earlier in amounts)
            {
                if (earlier.Member == member)
                {
                    throw line.ErrorAt("member", ErrorCode.DuplicateId, "the member has a frozen amount already");
                }
            }

            amounts.Add(new(member, line.Money("amount")));
        }

        return new(months, amounts.MoveToImmutable());
    }

    private static VerifiedIncome ReadVerified(RequestReader verified, BenefitMonth month)
    {
        verified.Only(VerifiedFields);
        var when = verified.Month("month");
        return when <= month
            ? new(when, verified.Money("income"))
            : throw verified.ErrorAt("month", ErrorCode.Inconsistent, "verified after the month computed");
    }
}
