namespace SocialAssistance.Platform.Files;

/// <summary>A line of a file that cannot be read, with what to do about it.</summary>
public sealed record LineError(int Line, string Message);

/// <summary>A small table in a text file: a header, then one row a line, cells between commas. One wrong line and nothing of it may be used.</summary>
public static class LineTable
{
    /// <summary>Calls <paramref name="read"/> with the trimmed cells of every row; it says what is wrong with the row, or null.</summary>
    public static IReadOnlyList<LineError> Read(string text, string header, Func<string[], int, string?> read)
    {
        var lines = text.TrimStart('\uFEFF').ReplaceLineEndings("\n").Split('\n');
        if (lines[0].Trim() != header)
        {
            return [new(1, $"第一行应为“{header}”，现在是“{lines[0].Trim()}”")];
        }

        var columns = header.Split(',').Length;
        var errors = new List<LineError>();
        for (var i = 1; i < lines.Length; i++)
        {
            var cells = lines[i].Split(',', StringSplitOptions.TrimEntries);
            if (lines[i].Trim().Length > 0
                && (cells.Length == columns ? read(cells, i + 1) : $"应有 {columns} 列，现在是 {cells.Length} 列，请核对逗号") is { } problem)
            {
                errors.Add(new(i + 1, problem));
            }
        }

        return errors;
    }
}
