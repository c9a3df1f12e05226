namespace SocialAssistance.Contracts.Accounts;

/// <summary>How far down a division (行政区划) lies.</summary>
public enum DivisionLevel
{
    /// <summary>县（市、区）.</summary>
    County,

    /// <summary>乡镇（街道）.</summary>
    Township,

    /// <summary>村（居）委会.</summary>
    Village,
}

/// <summary>An administrative division under its twelve-digit statistical code; counties and townships fill with zeros.</summary>
/// <param name="Code">Twelve digits.</param>
/// <param name="Name">Own name only, e.g. 贡江镇.</param>
/// <param name="Level">County, township or village.</param>
/// <param name="Parent">Code of the division above; null for the county.</param>
public sealed record Division(string Code, string Name, DivisionLevel Level, string? Parent)
{
    /// <summary>The part of the code that every division below shares: 6 digits of a county, 9 of a township, 12 of a village.</summary>
    public string Prefix => PrefixOf(Code);

    /// <summary>The shared part of a full code; areas of users and query filters compare by it.</summary>
    public static string PrefixOf(string code) =>
        code.EndsWith("000000", StringComparison.Ordinal) ? code[..6]
        : code.EndsWith("000", StringComparison.Ordinal) ? code[..9]
        : code;

    /// <summary>The township in which a village lies; the code itself for a township.</summary>
    public static string TownshipOf(string code) => code[..9] + "000";
}
