namespace SocialAssistance.Contracts.Accounts;

/// <summary>The county's divisions, held in memory; asking costs no query.</summary>
public interface IDivisions
{
    /// <summary>The county this installation serves; null before any division is entered.</summary>
    Division? County { get; }

    /// <summary>One division; null when the code is unknown.</summary>
    Division? Find(string code);

    /// <summary>Own name, e.g. 上坪村; the code itself when unknown.</summary>
    string Name(string code);

    /// <summary>Township and village, e.g. 贡江镇上坪村; a township or county gives its own name.</summary>
    string FullName(string code);

    /// <summary>All townships, by code.</summary>
    IReadOnlyList<Division> Townships();

    /// <summary>The villages of a township, by code; takes the township's code or its nine-digit prefix.</summary>
    IReadOnlyList<Division> Villages(string township);
}
