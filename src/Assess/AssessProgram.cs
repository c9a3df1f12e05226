using SocialAssistance.Assess.Answers;
using SocialAssistance.Assess.Requests;

namespace SocialAssistance.Assess;

/// <summary>
/// The command <c>assess</c>: JSON Lines in, JSON Lines out, one answer a line whatever the line is (RQ-01…RQ-08).
/// </summary>
public static class AssessProgram
{
    /// <summary>Answers every line until the input ends. Exit status 0, whatever errors single lines had.</summary>
    public static int Run(Stream input, Stream output)
    {
        var lines = new LineReader(input);
        var answerer = new LineAnswerer();
        while (lines.Next(out var line))
        {
            var answer = line.IsTooLong ? answerer.Refuse(ErrorCode.TooLarge, "the line is longer than 4 MiB") : answerer.Answer(line.Bytes);
            try
            {
                output.Write(answer.Span);
                output.Flush();
            }
            catch (IOException)
            {
                return 0; // Nobody reads the answers any more.
            }
        }

        return 0;
    }
}
