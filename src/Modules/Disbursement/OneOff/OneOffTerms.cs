using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using SocialAssistance.Disbursement.Returns;

namespace SocialAssistance.Disbursement.OneOff;

/// <summary>What a one-off roster pays to whom: part of its seal, never changed once the roster is asked for.</summary>
internal sealed record OneOffTerms
{
    public const string PerPerson = "person";
    public const string PerHousehold = "household";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>Code of the ledger lines: one of <see cref="OneOffPurposes"/>, or the name of another purpose.</summary>
    public required string Benefit { get; init; }

    public required string Name { get; init; }

    public required IReadOnlyList<string> Programs { get; init; }

    /// <summary>Only who receives one of these; empty for everybody in the programmes.</summary>
    public required IReadOnlyList<string> Benefits { get; init; }

    /// <summary><c>urban</c>, <c>rural</c> or empty for both.</summary>
    public required string Area { get; init; }

    /// <summary>First nine digits of a township, or empty for all.</summary>
    public required string Township { get; init; }

    /// <summary><see cref="PerPerson"/> or <see cref="PerHousehold"/>.</summary>
    public required string Unit { get; init; }

    /// <summary>Yuan per person or household.</summary>
    public required decimal Rate { get; init; }

    /// <summary>Youngest age in completed years on the last day of the month; left out of the text where it is not asked, as the next two are.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? MinAge { get; init; }

    /// <summary>Oldest age in completed years on the last day of the month.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? MaxAge { get; init; }

    /// <summary>Who pays how much of the rate (资金来源), as the document says; null where it says nothing.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<OneOffShare>? Shares { get; init; }

    /// <summary>The ages in words, or nothing.</summary>
    [JsonIgnore]
    public string Ages => (MinAge, MaxAge) switch
    {
        ({ } from, { } to) => $"{from} 至 {to} 周岁", ({ } from, null) => $"{from} 周岁以上", (null, { } to) => $"{to} 周岁以下", _ => "",
    };

    /// <summary>The text that is stored and sealed.</summary>
    public string Write() => JsonSerializer.Serialize(this, Json);

    public static OneOffTerms Read(string text) => JsonSerializer.Deserialize<OneOffTerms>(text, Json)!;
}

/// <summary>A level's part of the rate.</summary>
/// <param name="Level">One of <see cref="Funding.FundingLevels"/>.</param>
/// <param name="Amount">Yuan per person or household.</param>
internal sealed record OneOffShare(string Level, decimal Amount);

/// <summary>Purposes of one-off batches that every county knows; others are named by the officer.</summary>
internal static class OneOffPurposes
{
    /// <summary>价格临时补贴: paid while prices rise beyond the line of the linkage (社会救助和保障标准与物价上涨挂钩联动机制).</summary>
    public const string PriceSubsidy = "price-subsidy";

    /// <summary>节日慰问.</summary>
    public const string Holiday = "holiday-relief";

    /// <summary>Anything else; its lines carry the name the officer gave.</summary>
    public const string Other = "one-off";

    public static IReadOnlyDictionary<string, string> Names { get; } = new Dictionary<string, string>
    {
        [PriceSubsidy] = "价格临时补贴", [Holiday] = "节日慰问金", [Other] = "其他一次性补助",
    };
}

internal static partial class DocumentNumbers
{
    /// <summary>A number as it is compared: without spaces, full-width signs made plain, the year in 〔〕.</summary>
    public static string Plain(string? document) => Year().Replace(ReturnText.Plain(document), "〔$1〕");

    [GeneratedRegex("[\\[(（【〔](\\d{4})[\\])）】〕]")]
    private static partial Regex Year();
}
