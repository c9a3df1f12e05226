using System.Text.Json;
using SocialAssistance.Rules.Standards;
using SocialAssistance.Rules.Values;

namespace SocialAssistance.Assess.Requests;

/// <summary>Reads <c>parameters</c> of a request (PA-03): a plain value, or dated entries, per key of the catalogue.</summary>
internal static class OverrideReader
{
    private static readonly FieldSet EntryFields = new("value", "area", "from", "to", "published");
    private static readonly FieldSet BandFields = new("gapFrom", "gapTo", "amount");

    public static List<Override> Read(RequestReader parameters)
    {
        var overrides = new List<Override>();
        foreach (var (key, value) in parameters.Fields())
        {
            var parameter = ParameterCatalogue.Find(key)
                ?? throw value.Error(ErrorCode.UnknownParameter, "the catalogue has no such key");
            if (IsListOfEntries(value.Element))
            {
                foreach (var item in value.List(200, 1))
                {
                    overrides.Add(ReadEntry(parameter, item.Object()));
                }
            }
            else
            {
                overrides.Add(Override.Of(parameter, ReadValue(parameter, value), null, null, null, null));
            }
        }

        return overrides;
    }

    private static bool IsListOfEntries(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array && value.GetArrayLength() > 0 && value[0].ValueKind == JsonValueKind.Object;

    private static Override ReadEntry(Parameter parameter, RequestReader entry)
    {
        entry.Only(EntryFields);
        var area = entry.FindEnum<Area>("area");
        if (area is not null && !parameter.ByArea)
        {
            throw entry.ErrorAt("area", ErrorCode.InvalidValue, $"{parameter.Key} does not differ by area");
        }

        var (from, to) = (entry.FindDate("from"), entry.FindDate("to"));
        return to < from
            ? throw entry.ErrorAt("to", ErrorCode.Inconsistent, "the period ends before it begins")
            : Override.Of(parameter, ReadValue(parameter, entry["value"]), area, from, to, entry.FindDate("published"));
    }

    /// <summary>The value in the parameter's type; null is "explicitly not configured".</summary>
    private static object? ReadValue(Parameter parameter, RequestValue value)
    {
        if (value.IsNull)
        {
            return parameter.IfUnset == IfUnset.Required
                ? throw value.Error(ErrorCode.InvalidValue, $"{parameter.Key} cannot be unset")
                : null;
        }

        switch (parameter.Form)
        {
            case ValueForm.Money:
                var amount = value.Money();
                return amount == Money.Zero && parameter == ParameterCatalogue.Rounding.Unit
                    ? throw value.Error(ErrorCode.InvalidValue, "the unit must be more than nothing")
                    : amount.Yuan;
            case ValueForm.Decimal:
                return value.Decimal();
            case ValueForm.Ratio:
                return value.Ratio();
            case ValueForm.Integer:
                return value.Integer(0, 1_000_000);
            case ValueForm.Boolean:
                return value.Boolean();
            case ValueForm.Date:
                return value.Date();
            case ValueForm.Enumeration:
                ParameterText.Read(parameter, value.Word(parameter.Allowed), out var choice);
                return choice;
            case ValueForm.EnumerationList:
                return ReadWords(parameter, value.List(50));
            case ValueForm.MoneyList:
                return ReadAmounts(value.List(20, 1));
            default:
                return ReadBands(value.List(50, 1));
        }
    }

    private static object ReadWords(Parameter parameter, RequestList list)
    {
        var words = new List<string>();
        foreach (var item in list)
        {
            words.Add(item.Word(parameter.Allowed));
        }

        return ParameterText.ReadSet(parameter, words);
    }

    private static IReadOnlyList<decimal> ReadAmounts(RequestList list)
    {
        var amounts = new List<decimal>();
        foreach (var item in list)
        {
            var amount = item.Money().Yuan;
            if (amounts.Count > 0 && amount <= amounts[^1])
            {
                throw item.Error(ErrorCode.InvalidValue, "the amounts must rise");
            }

            amounts.Add(amount);
        }

        return amounts;
    }

    private static IReadOnlyList<Band> ReadBands(RequestList list)
    {
        var bands = new List<Band>();
        foreach (var item in list)
        {
            var row = item.Object();
            row.Only(BandFields);
            var from = row.Money("gapFrom");
            Money? to = row["gapTo"].IsNull ? null : row.Money("gapTo");
            bands.Add(to <= from
                ? throw row.ErrorAt("gapTo", ErrorCode.Inconsistent, "the band ends before it begins")
                : new Band(from.Yuan, to?.Yuan, row.Money("amount").Yuan));
        }

        return bands;
    }
}
