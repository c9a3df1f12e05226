using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace SocialAssistance.Assess.Requests;

/// <summary>The field names an object may have: at most 64 of them.</summary>
internal sealed class FieldSet
{
    private readonly byte[][] _names;

    public FieldSet(params string[] names)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(names.Length, 64);
        _names = Array.ConvertAll(names, Encoding.UTF8.GetBytes);
    }

    /// <summary>Position of the name, or -1.</summary>
    public int IndexOf(JsonProperty property)
    {
        var raw = JsonMarshal.GetRawUtf8PropertyName(property);
        if (raw.Contains((byte)'\\'))
        {
            raw = Encoding.UTF8.GetBytes(JsonText.Name(property));
        }

        for (var i = 0; i < _names.Length; i++)
        {
            if (raw.SequenceEqual(_names[i]))
            {
                return i;
            }
        }

        return -1;
    }
}
