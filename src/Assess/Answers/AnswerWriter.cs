using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using SocialAssistance.Rules.Determinations;
using SocialAssistance.Rules.Standards;
using SocialAssistance.Rules.Values;

namespace SocialAssistance.Assess.Answers;

/// <summary>
/// Writes one answer. Fields whose value is null are left out (RQ-05). A kind writes only the fields of its own result;
/// the envelope is written around it.
/// </summary>
internal sealed class AnswerWriter
{
    private const int UsualSize = 16 * 1024;
    private readonly Utf8JsonWriter _json;
    private ArrayBufferWriter<byte> _buffer = new(UsualSize);

    public AnswerWriter() => _json = new(_buffer, new JsonWriterOptions
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // Chinese stays readable; the answer is not put into HTML.
        SkipValidation = true,
    });

    public ReadOnlyMemory<byte> Written
    {
        get
        {
            _json.Flush();
            return _buffer.WrittenMemory;
        }
    }

    public void Text(string field, string? value)
    {
        if (value is not null)
        {
            _json.WritePropertyName(field);
            Element(value);
        }
    }

    public void Money(string field, Money amount) => _json.WriteString(field, amount.ToString());

    public void Money(string field, Money? amount)
    {
        if (amount is { } known)
        {
            Money(field, known);
        }
    }

    /// <summary>Yuan with exactly two decimals, half up.</summary>
    public void Money(string field, decimal? yuan)
    {
        if (yuan is { } known)
        {
            _json.WriteString(field, decimal.Round(known, 2, MidpointRounding.AwayFromZero).ToString("F2", CultureInfo.InvariantCulture));
        }
    }

    public void Integer(string field, long? value)
    {
        if (value is { } known)
        {
            _json.WriteNumber(field, known);
        }
    }

    public void Boolean(string field, bool? value)
    {
        if (value is { } known)
        {
            _json.WriteBoolean(field, known);
        }
    }

    public void Enum<T>(string field, T value)
        where T : struct, Enum => _json.WriteString(field, Vocabulary<T>.Word(value));

    public void Enum<T>(string field, T? value)
        where T : struct, Enum
    {
        if (value is { } known)
        {
            Enum(field, known);
        }
    }

    public void Date(string field, DateOnly? day) => Text(field, day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    public void DateTime(string field, DateTime? moment) => Text(field, moment?.ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture));

    public void Month(string field, BenefitMonth month) => _json.WriteString(field, month.ToString());

    public void StartObject() => _json.WriteStartObject();

    public void StartObject(string field) => _json.WriteStartObject(field);

    public void EndObject() => _json.WriteEndObject();

    public void StartList(string field) => _json.WriteStartArray(field);

    public void EndList() => _json.WriteEndArray();

    public void Null(string field) => _json.WriteNull(field);

    /// <summary>A string as element of a list.</summary>
    public void Element(string value)
    {
        if (IsWellFormed(value))
        {
            _json.WriteStringValue(value);
        }
        else
        {
            _json.WriteRawValue(Escaped(value), skipInputValidation: true);
        }
    }

    public void Texts(string field, IEnumerable<string> values)
    {
        StartList(field);
        foreach (var value in values)
        {
            Element(value);
        }

        EndList();
    }

    public void Warnings(IReadOnlyList<Warning> warnings)
    {
        StartList("warnings");
        foreach (var warning in warnings)
        {
            StartObject();
            Text("code", warning.Code);
            Text("key", warning.Key);
            Text("member", warning.Member);
            Text("value", warning.Value);
            EndObject();
        }

        EndList();
    }

    public void Steps(IReadOnlyList<Step> steps)
    {
        StartList("steps");
        foreach (var step in steps)
        {
            StartObject();
            Text("label", step.Label);
            Text("formula", step.Formula);
            Text("result", step.Result);
            Text("source", step.Source);
            Text("member", step.Member);
            Text("benefit", step.Benefit);
            EndObject();
        }

        EndList();
    }

    internal void Begin()
    {
        if (_buffer.Capacity > 64 * UsualSize)
        {
            // One huge answer must not keep its memory for the rest of the run.
            _buffer = new(UsualSize);
        }

        _buffer.ResetWrittenCount();
        _json.Reset(_buffer);
    }

    internal void EndLine()
    {
        _json.Flush();
        _buffer.GetSpan(1)[0] = (byte)'\n';
        _buffer.Advance(1);
    }

    private static bool IsWellFormed(ReadOnlySpan<char> text)
    {
        var i = text.IndexOfAnyInRange('\uD800', '\uDFFF');
        while (i >= 0 && i < text.Length)
        {
            if (!char.IsSurrogate(text[i]))
            {
                i++;
                continue;
            }

            if (!char.IsHighSurrogate(text[i]) || i + 1 == text.Length || !char.IsLowSurrogate(text[i + 1]))
            {
                return false;
            }

            i += 2;
        }

        return true;
    }

    /// <summary>Half a surrogate pair exists only as an escape; it is echoed as it came.</summary>
    private static string Escaped(string value)
    {
        var text = new StringBuilder("\"");
        foreach (var character in value)
        {
            text.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}");
        }

        return text.Append('"').ToString();
    }
}
