using System.Text;
using SocialAssistance.Assess;

namespace SocialAssistance.Rules.Tests.Assess;

[Trait("Rule", "RQ-07")]
public sealed class LineReaderTests
{
    [Theory]
    [InlineData(LineReader.Limit, false)]
    [InlineData(LineReader.Limit + 1, true)]
    [InlineData(10_000_000, true)]
    public void A_line_beyond_four_MiB_is_too_long_and_the_next_is_read(int length, bool tooLong)
    {
        var lines = Lines([.. Enumerable.Repeat((byte)'x', length), .. "\nnext\n"u8]);

        Assert.Equal([tooLong, false], lines.Select(line => line.TooLong));
        Assert.Equal(tooLong ? 0 : length, lines[0].Text.Length);
        Assert.Equal("next", lines[1].Text);
    }

    [Fact]
    public void Memory_stays_flat_however_long_a_line_is()
    {
        var reader = new LineReader(new Endless(300_000_000));
        var before = GC.GetAllocatedBytesForCurrentThread();

        Assert.True(reader.Next(out var line));

        Assert.True(line.IsTooLong);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 32_000_000);
        Assert.False(reader.Next(out _));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(7)]
    public void Lines_do_not_depend_on_how_the_bytes_arrive(int chunk)
    {
        var text = "\uFEFFfirst\r\n\nsecond 家庭\n \t \nlast";

        var lines = Lines(Encoding.UTF8.GetBytes(text), chunk);

        Assert.Equal(["first", "second 家庭", "last"], lines.Select(line => line.Text));
    }

    private static List<(string Text, bool TooLong)> Lines(byte[] input, int chunk = int.MaxValue)
    {
        var reader = new LineReader(new Dripping(input, chunk));
        var lines = new List<(string, bool)>();
        while (reader.Next(out var line))
        {
            lines.Add((Encoding.UTF8.GetString(line.Bytes.Span), line.IsTooLong));
        }

        return lines;
    }

    /// <summary>Hands out a few bytes at a time, as a pipe may.</summary>
    private sealed class Dripping(byte[] bytes, int chunk) : MemoryStream(bytes)
    {
        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, chunk));
    }

    /// <summary>One very long line without holding it.</summary>
    private sealed class Endless(long left) : MemoryStream
    {
        private long _left = left;

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = (int)Math.Min(count, _left);
            buffer.AsSpan(offset, read).Fill((byte)'x');
            _left -= read;
            return read;
        }
    }
}
