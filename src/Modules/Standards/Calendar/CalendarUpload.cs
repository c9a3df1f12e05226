using System.Globalization;
using System.Text;
using MiniExcelLibs;

namespace SocialAssistance.Standards.Calendar;

/// <summary>Reads an uploaded notice as the text that <see cref="CalendarFile"/> knows; null where it is no table.</summary>
internal static class CalendarUpload
{
    static CalendarUpload() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static string? Text(byte[] bytes)
    {
        try
        {
            return bytes.AsSpan().StartsWith("PK\u0003\u0004"u8) ? Excel(bytes) : Plain(bytes);
        }
        catch (Exception unreadable) when (unreadable is InvalidDataException or IOException or System.Xml.XmlException or DecoderFallbackException)
        {
            return null;
        }
    }

    private static string Excel(byte[] bytes)
    {
        using var stream = new MemoryStream(bytes);
        return string.Join('\n', stream.Query().Cast<IDictionary<string, object?>>().Select(row => string.Join(',', row.Values.Take(3).Select(Cell))));
    }

    private static string Cell(object? value) => value switch
    {
        DateTime day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        null => "",
        _ => value.ToString()!.Trim(),
    };

    // Offices save csv from Excel in the system's encoding, which is GB18030.
    private static string Plain(byte[] bytes)
    {
        try
        {
            return new UTF8Encoding(false, true).GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return Encoding.GetEncoding("GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback).GetString(bytes);
        }
    }
}
