using System.Text;
using SocialAssistance.Assess;
using SocialAssistance.Rules.Households;

namespace SocialAssistance.Benchmarks.HouseholdMonths;

/// <summary>The whole program on one core: JSON Lines through <c>assess</c>, answers thrown away.</summary>
internal static class Requests
{
    public static void Measure(HouseholdMonthRequest[] requests, Options options)
    {
        var text = new StringBuilder();
        foreach (ref readonly var request in requests.AsSpan())
        {
            text.Append(RequestLine.Write(in request)).Append('\n');
        }

        var lines = Encoding.UTF8.GetBytes(text.ToString());
        for (var warm = 0; warm < 5; warm++)
        {
            Pass(lines, Stream.Null);
            Thread.Sleep(100);
        }

        using var answers = new CountingStream();
        var rounds = new Rounds(options.Rounds);
        for (var round = 0; round < options.Rounds; round++)
        {
            rounds.Add(round, Pass(lines, answers));
        }

        var refused = RequestErrors(lines);
        Console.WriteLine($"assess: {1_000_000_000 / rounds.Median(requests.Length):N0} requests per second on one core (best round {1_000_000_000 / rounds.Min(requests.Length):N0}; expected 20,000), {lines.Length / requests.Length:N0} bytes in and {answers.Length / requests.Length / options.Rounds:N0} bytes out each; {refused} refused");
    }

    private static long Pass(byte[] lines, Stream answers)
    {
        using var input = new MemoryStream(lines, writable: false);
        var started = ThreadClock.Nanoseconds();
        AssessProgram.Run(input, answers);
        return ThreadClock.Nanoseconds() - started;
    }

    private static int RequestErrors(byte[] lines)
    {
        using var answers = new MemoryStream();
        Pass(lines, answers);
        return Encoding.UTF8.GetString(answers.ToArray()).Split('\n').Count(line => line.Contains("\"error\":", StringComparison.Ordinal));
    }

    /// <summary>Only counts what is written.</summary>
    private sealed class CountingStream : Stream
    {
        private long _length;

        public override bool CanRead => false;
        public override bool CanSeek => false;
        public override bool CanWrite => true;
        public override long Length => _length;
        public override long Position { get => _length; set => throw new NotSupportedException(); }

        public override void Flush()
        {
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => _length += count;

        public override void Write(ReadOnlySpan<byte> buffer) => _length += buffer.Length;
    }
}
