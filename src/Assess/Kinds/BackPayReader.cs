using System.Collections.Immutable;
using SocialAssistance.Assess.Requests;
using SocialAssistance.Rules.BackPayments;
using SocialAssistance.Rules.Determinations;
using SocialAssistance.Rules.Households;
using SocialAssistance.Rules.Standards;
using SocialAssistance.Rules.Values;

namespace SocialAssistance.Assess.Kinds;

/// <summary>Reads and checks the cases of a back-pay request (section 5).</summary>
internal static class BackPayReader
{
    private static readonly FieldSet CaseFields = new("case", "periods", "deaths", "payments", "refusals");
    private static readonly FieldSet PeriodFields = new("from", "to", "household", "phaseOut");
    private static readonly FieldSet PhaseOutFields = new("cause", "basisMonth");
    private static readonly FieldSet DeathFields = new("member", "date");
    private static readonly FieldSet PaymentFields = new("month", "member", "benefit", "amount", "type");
    private static readonly FieldSet RefusalFields = new("month", "area", "perCapitaIncome", "standardApplied");

    public static ImmutableArray<BackPayCase> Read(RequestList list)
    {
        var cases = ImmutableArray.CreateBuilder<BackPayCase>(list.Count);
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in list)
        {
            var reader = item.Object();
            var file = Read(reader);
            if (!names.Add(file.Case))
            {
                throw reader.ErrorAt("case", ErrorCode.DuplicateId, "the case occurs twice");
            }

            cases.Add(file);
        }

        return cases.MoveToImmutable();
    }

    private static BackPayCase Read(RequestReader file)
    {
        file.Only(CaseFields);
        var name = file.Identifier("case");
        var periods = ReadPeriods(file.List("periods", 120, 1));
        var births = new Dictionary<string, DateOnly>(StringComparer.Ordinal);
        foreach (var member in periods.SelectMany(period => period.Household.Members))
        {
            births.TryAdd(member.Id, member.BirthDate);
        }

        return new()
        {
            Case = name,
            Periods = periods,
            Deaths = ReadDeaths(file.ListOrEmpty("deaths", 60), births),
            Payments = ReadPayments(file.ListOrEmpty("payments", 5000), births),
            Refusals = ReadRefusals(file.ListOrEmpty("refusals", 200)),
        };
    }

    private static ImmutableArray<FactPeriod> ReadPeriods(RequestList list)
    {
        var periods = ImmutableArray.CreateBuilder<FactPeriod>(list.Count);
        foreach (var item in list)
        {
            var reader = item.Object();
            reader.Only(PeriodFields);
            var (from, to) = (reader.Month("from"), reader.Month("to"));
            if (to < from)
            {
                throw reader.ErrorAt("to", ErrorCode.Inconsistent, "the period ends before it begins");
            }

            foreach (var earlier in periods)
            {
                if (from <= earlier.To && earlier.From <= to)
                {
                    throw reader.ErrorAt("from", ErrorCode.Inconsistent, "the period overlaps an earlier one");
                }
            }

            periods.Add(new(from, to, HouseholdReader.Read(reader.Object("household"), from.LastDay), ReadPhaseOut(reader)));
        }

        return periods.MoveToImmutable();
    }

    private static PhaseOutBasis? ReadPhaseOut(RequestReader period)
    {
        if (period.FindObject("phaseOut") is not { } reader)
        {
            return null;
        }

        reader.Only(PhaseOutFields);
        return new(reader.Enum<PhaseOutCause>("cause"), reader.Month("basisMonth"));
    }

    private static ImmutableArray<RecordedDeath> ReadDeaths(RequestList list, Dictionary<string, DateOnly> births)
    {
        var deaths = ImmutableArray.CreateBuilder<RecordedDeath>(list.Count);
        var dead = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in list)
        {
            var reader = item.Object();
            reader.Only(DeathFields);
            var member = Known(reader["member"], births);
            var date = reader.Date("date");
            if (date < births[member])
            {
                throw reader.ErrorAt("date", ErrorCode.Inconsistent, "before the birth of the member");
            }

            if (!dead.Add(member))
            {
                throw reader.ErrorAt("member", ErrorCode.Inconsistent, "the member has died already");
            }

            deaths.Add(new(member, date));
        }

        return deaths.MoveToImmutable();
    }

    private static ImmutableArray<Payment> ReadPayments(RequestList list, Dictionary<string, DateOnly> births)
    {
        var payments = ImmutableArray.CreateBuilder<Payment>(list.Count);
        foreach (var item in list)
        {
            var reader = item.Object();
            reader.Only(PaymentFields);
            var member = reader["member"];
            payments.Add(new(
                reader.Month("month"),
                member.IsNull ? null : Known(member, births),
                reader.Enum<Benefit>("benefit"),
                reader.Money("amount"),
                reader.Enum("type", PaymentType.Regular)));
        }

        return payments.MoveToImmutable();
    }

    private static ImmutableArray<PastRefusal> ReadRefusals(RequestList list)
    {
        var refusals = ImmutableArray.CreateBuilder<PastRefusal>(list.Count);
        foreach (var item in list)
        {
            var reader = item.Object();
            reader.Only(RefusalFields);
            refusals.Add(new(reader.Month("month"), reader.Enum<Area>("area"), reader.Money("perCapitaIncome"), reader.Money("standardApplied")));
        }

        return refusals.MoveToImmutable();
    }

    private static string Known(RequestValue reference, Dictionary<string, DateOnly> births) =>
        reference.Identifier() is var id && births.ContainsKey(id) ? id : throw reference.Error(ErrorCode.UnknownReference, "no such member in any period");
}
