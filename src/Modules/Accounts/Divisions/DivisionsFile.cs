using SocialAssistance.Contracts.Accounts;

namespace SocialAssistance.Accounts.Divisions;

/// <summary>A line of the file that cannot be read, with what to do about it.</summary>
internal sealed record DivisionsFileError(int Line, string Message);

/// <summary>
/// A county's divisions (行政区划) as a table of two columns 代码,名称: twelve-digit statistical codes, from which level and
/// parent follow. One wrong line means that nothing is imported.
/// </summary>
internal static class DivisionsFile
{
    private const string Header = "代码,名称";

    public static (IReadOnlyList<Division> Divisions, IReadOnlyList<DivisionsFileError> Errors) Read(string text)
    {
        var found = new Dictionary<string, (int Line, string Name)>();
        var errors = new List<DivisionsFileError>();
        var lines = text.TrimStart('\uFEFF').ReplaceLineEndings("\n").Split('\n');
        if (lines[0].Trim() != Header)
        {
            return ([], [new(1, $"第一行应为“{Header}”，现在是“{lines[0].Trim()}”")]);
        }

        for (var i = 1; i < lines.Length; i++)
        {
            if (lines[i].Trim().Length > 0)
            {
                ReadLine(lines[i].Split(','), i + 1, found, errors);
            }
        }

        var counties = found.Keys.Where(code => LevelOf(code) == DivisionLevel.County).ToArray();
        if (errors.Count == 0 && counties.Length != 1)
        {
            errors.Add(new(1, $"应有且只有一个县（末尾六个零），现在有 {counties.Length} 个"));
        }

        foreach (var (code, (line, _)) in found)
        {
            if (ParentOf(code) is { } parent && !found.ContainsKey(parent))
            {
                errors.Add(new(line, $"代码列“{code}”的上级 {parent} 不在文件里，请补上或核对代码"));
            }
        }

        return ([.. found.Select(f => new Division(f.Key, f.Value.Name, LevelOf(f.Key), ParentOf(f.Key)))], errors);
    }

    private static void ReadLine(string[] cells, int line, Dictionary<string, (int Line, string Name)> found, List<DivisionsFileError> errors)
    {
        var code = cells[0].Trim();
        if (cells.Length != 2)
        {
            errors.Add(new(line, $"应有 2 列，现在是 {cells.Length} 列，请核对逗号"));
        }
        else if (code.Length != 12 || !code.All(char.IsAsciiDigit) || code[..6].EndsWith("00", StringComparison.Ordinal))
        {
            errors.Add(new(line, $"代码列“{code}”不是 12 位统计用区划代码，例如 360731100201"));
        }
        else if (cells[1].Trim() is not { Length: > 0 and <= 30 } name)
        {
            errors.Add(new(line, "名称列应为 1 至 30 个字，请填写本级名称，例如“贡江镇”"));
        }
        else if (!found.TryAdd(code, (line, name)))
        {
            errors.Add(new(line, $"代码 {code} 出现了两次，请删去一行"));
        }
    }

    private static DivisionLevel LevelOf(string code) => Division.PrefixOf(code).Length switch
    {
        6 => DivisionLevel.County,
        9 => DivisionLevel.Township,
        _ => DivisionLevel.Village,
    };

    private static string? ParentOf(string code) => LevelOf(code) switch
    {
        DivisionLevel.County => null,
        DivisionLevel.Township => code[..6] + "000000",
        _ => code[..9] + "000",
    };
}
