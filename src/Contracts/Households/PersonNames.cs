namespace SocialAssistance.Contracts.Households;

/// <summary>Names of persons (姓名) as papers and clerks write them.</summary>
public static class PersonNames
{
    /// <summary>Whether two spellings are the same name: spaces between the characters, narrow or wide, tell nobody apart.</summary>
    public static bool Same(string one, string other) => Plain(one) == Plain(other);

    private static string Plain(string name) => string.Concat(name.Where(c => !char.IsWhiteSpace(c)));
}
