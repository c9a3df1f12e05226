using System.Runtime.CompilerServices;
using System.Text;

namespace SocialAssistance.Rules.Standards;

/// <summary>The kebab-case words of an enumeration: <c>WageRatio</c> is written <c>wage-ratio</c>.</summary>
public static class Vocabulary<T> where T : struct, Enum
{
    private static readonly T[] AllValues = Enum.GetValues<T>();
    private static readonly string[] AllWords = Array.ConvertAll(Enum.GetNames<T>(), Vocabulary.Kebab);

    public static IReadOnlyList<T> Values => AllValues;

    public static IReadOnlyList<string> Words => AllWords;

    /// <summary>The word of a value. Enumerations here start at zero without gaps.</summary>
    public static string Word(T value) => AllWords[Unsafe.As<T, int>(ref value)];

    public static bool TryParse(string word, out T value)
    {
        var index = Array.IndexOf(AllWords, word);
        value = index < 0 ? default : AllValues[index];
        return index >= 0;
    }
}

/// <summary>Spelling of names as the requests and packs write them.</summary>
public static class Vocabulary
{
    public static string Word<T>(T value) where T : struct, Enum => Vocabulary<T>.Word(value);

    /// <summary><c>IntellectualMentalGrade3</c> becomes <c>intellectual-mental-grade-3</c>.</summary>
    public static string Kebab(string name)
    {
        var text = new StringBuilder(name.Length + 8);
        for (var i = 0; i < name.Length; i++)
        {
            var starts = char.IsAsciiLetterUpper(name[i]) || (char.IsAsciiDigit(name[i]) && !char.IsAsciiDigit(name[Math.Max(0, i - 1)]));
            if (starts && i > 0)
            {
                text.Append('-');
            }

            text.Append(char.ToLowerInvariant(name[i]));
        }

        return text.ToString();
    }
}
