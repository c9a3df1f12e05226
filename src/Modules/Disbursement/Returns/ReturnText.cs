using System.Text;
using SocialAssistance.Rules.Values;

namespace SocialAssistance.Disbursement.Returns;

/// <summary>Finds out in which encoding a bank wrote its text file.</summary>
internal static class ReturnText
{
    /// <summary>The text and the name of its encoding; null when it is neither UTF-8 (with or without mark), UTF-16 nor GB18030.</summary>
    public static (string Text, string Encoding)? Decode(byte[] bytes)
    {
        if (bytes is [0xEF, 0xBB, 0xBF, ..])
        {
            return Try(new UTF8Encoding(false, throwOnInvalidBytes: true), bytes.AsSpan(3), "UTF-8（带标记）");
        }

        if (bytes is [0xFF, 0xFE, ..])
        {
            return Try(new UnicodeEncoding(bigEndian: false, byteOrderMark: false, throwOnInvalidBytes: true), bytes.AsSpan(2), "UTF-16");
        }

        // Text that is valid UTF-8 is hardly ever anything else; nearly any bytes are valid GB18030, so it comes last.
        return Try(new UTF8Encoding(false, throwOnInvalidBytes: true), bytes, "UTF-8")
            ?? Try(Encoding.GetEncoding("GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback), bytes, "GB18030");
    }

    /// <summary>Full-width digits and letters made plain; spaces, quotes and a leading apostrophe of spreadsheets removed.</summary>
    public static string Plain(string? text) =>
        new(FullWidth.Narrow(text ?? "").Where(c => !char.IsWhiteSpace(c) && c is not ('\'' or '"' or '’' or '‘' or '\u200B' or '\uFEFF')).ToArray());

    private static (string, string)? Try(Encoding encoding, ReadOnlySpan<byte> bytes, string name)
    {
        try
        {
            var text = encoding.GetString(bytes);
            // Control characters mean that these bytes are no text at all.
            return text.Any(c => c < ' ' && c is not ('\r' or '\n' or '\t')) ? null : (text, name);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
