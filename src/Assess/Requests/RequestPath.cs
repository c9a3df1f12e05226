using System.Globalization;
using System.Text;

namespace SocialAssistance.Assess.Requests;

/// <summary>A place in the request. It becomes a text (RFC 6901) only when an error needs it.</summary>
internal sealed class RequestPath
{
    private readonly RequestPath? _parent;
    private readonly string? _field;
    private readonly int _index;

    private RequestPath(RequestPath? parent, string? field, int index) => (_parent, _field, _index) = (parent, field, index);

    public static RequestPath Root { get; } = new(null, null, -1);

    public RequestPath Field(string name) => new(this, name, -1);

    public RequestPath Item(int index) => new(this, null, index);

    public override string ToString()
    {
        var text = new StringBuilder();
        Write(text);
        return text.ToString();
    }

    private void Write(StringBuilder text)
    {
        if (_parent is null)
        {
            return;
        }

        _parent.Write(text);
        text.Append('/');
        if (_field is null)
        {
            text.Append(_index.ToString(CultureInfo.InvariantCulture));
        }
        else
        {
            text.Append(_field.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal));
        }
    }
}
