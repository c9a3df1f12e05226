using System.Runtime.CompilerServices;

namespace SocialAssistance.Mutation;

/// <summary>The work tree, which is only read, and the tests built from it.</summary>
internal static class Repository
{
    private static readonly string Root = System.IO.Path.GetFullPath(System.IO.Path.Combine(Here(), "..", ".."));

    public static string Rules { get; } = Path("src/Rules");

    /// <summary>The folder of the built rule tests, of the same configuration as this program.</summary>
    public static string BuiltTests { get; } = Path(System.IO.Path.Combine("tests/Rules.Tests", System.IO.Path.GetRelativePath(Path("tests/mutation"), AppContext.BaseDirectory)));

    public static string Path(string relative) => System.IO.Path.Combine(Root, relative);

    private static string Here([CallerFilePath] string file = "") => System.IO.Path.GetDirectoryName(file)!;
}

/// <summary>The run itself is wrong, and its figures would mean nothing.</summary>
internal sealed class MutationException(string message) : Exception(message);
