using System.Globalization;
using System.Reflection;
using CsvHelper;
using CsvHelper.Configuration.Attributes;

namespace SocialAssistance.Cases.Verification;

/// <summary>
/// What the departments are asked (核对项目), as data in <c>items.csv</c> beside this file. An item with a target stands for
/// a value of the facts; one without is answered in words. Property is asked for the household, the rest per person.
/// </summary>
internal sealed record VerificationItem
{
    [Name("code")]
    public string Code { get; init; } = "";

    [Name("department")]
    public string Department { get; init; } = "";

    [Name("title")]
    public string Title { get; init; } = "";

    /// <summary>See <see cref="Steps.FactChange"/>; empty for items in words.</summary>
    [Name("target")]
    public string Target { get; init; } = "";

    [Name("unit")]
    public string Unit { get; init; } = "";

    /// <summary><c>everyone</c>, <c>adults</c> or <c>household</c>.</summary>
    [Name("who")]
    public string Who { get; init; } = "";

    [Ignore]
    public bool HasValue => Target.Length > 0;

    [Ignore]
    public bool OfHousehold => Who == "household";
}

/// <summary>The items in the order of the report.</summary>
internal static class VerificationItems
{
    public static IReadOnlyList<VerificationItem> All { get; } = Read();

    public static VerificationItem Of(string code) => All.Single(i => i.Code == code);

    /// <summary>Position in the report, for sorting.</summary>
    public static int Order(string code) => All.TakeWhile(i => i.Code != code).Count();

    private static IReadOnlyList<VerificationItem> Read()
    {
        var assembly = Assembly.GetExecutingAssembly();
        using var text = new StreamReader(assembly.GetManifestResourceStream(assembly.GetManifestResourceNames().Single(n => n.EndsWith("Verification.items.csv", StringComparison.Ordinal)))!);
        using var csv = new CsvReader(text, CultureInfo.InvariantCulture);
        return [.. csv.GetRecords<VerificationItem>()];
    }
}
