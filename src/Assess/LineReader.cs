namespace SocialAssistance.Assess;

/// <summary>One line without its end; too long lines have no bytes.</summary>
internal readonly record struct Line(ReadOnlyMemory<byte> Bytes, bool IsTooLong);

/// <summary>
/// Cuts a stream into lines at LF. It never holds more than one line, and never more than the limit of one: the rest of
/// a longer line is read and forgotten, so memory stays flat. Blank lines are skipped (RQ-01).
/// </summary>
internal sealed class LineReader(Stream input)
{
    public const int Limit = 4 * 1024 * 1024;
    private const int FirstSize = 64 * 1024;
    private byte[] _buffer = new byte[FirstSize];
    private int _start;
    private int _end;
    private bool _ended;
    private bool _begun;

    public bool Next(out Line line)
    {
        while (Read(out line))
        {
            if (line.IsTooLong || line.Bytes.Span.ContainsAnyExcept(" \t\r\v\f"u8))
            {
                return true;
            }
        }

        return false;
    }

    private bool Read(out Line line)
    {
        var tooLong = false;
        var scanned = 0;
        while (true)
        {
            var newline = _buffer.AsSpan(_start + scanned, _end - _start - scanned).IndexOf((byte)'\n');
            if (newline >= 0)
            {
                var length = scanned + newline;
                line = Cut(_start, length, tooLong);
                _start += length + 1;
                return true;
            }

            scanned = _end - _start;
            if (scanned > Limit + 1)
            {
                tooLong = true;
                _start = _end;
                scanned = 0;
            }

            if (!Fill())
            {
                line = Cut(_start, _end - _start, tooLong);
                var any = tooLong || _end > _start;
                _start = _end;
                return any;
            }
        }
    }

    private Line Cut(int start, int length, bool tooLong)
    {
        var bytes = _buffer.AsMemory(start, length);
        if (!_begun)
        {
            _begun = true;
            if (bytes.Span.StartsWith("\uFEFF"u8))
            {
                bytes = bytes[3..];
            }
        }

        if (bytes.Length > 0 && bytes.Span[^1] == '\r')
        {
            bytes = bytes[..^1];
        }

        return tooLong || bytes.Length > Limit ? new(default, true) : new(bytes, false);
    }

    /// <summary>Reads more; false at the end of the input.</summary>
    private bool Fill()
    {
        if (_ended)
        {
            return false;
        }

        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
        }

        if (_end == _buffer.Length)
        {
            Array.Resize(ref _buffer, _buffer.Length * 2);
        }

        var read = input.Read(_buffer, _end, _buffer.Length - _end);
        _ended = read == 0;
        _end += read;
        return read > 0;
    }
}
