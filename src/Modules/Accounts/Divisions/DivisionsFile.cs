using SocialAssistance.Contracts.Accounts;
using SocialAssistance.Platform.Files;

namespace SocialAssistance.Accounts.Divisions;

/// <summary>
/// A county's divisions (行政区划) as a table of two columns 代码,名称: twelve-digit statistical codes, from which level and
/// parent follow. One wrong line means that nothing is imported.
/// </summary>
internal static class DivisionsFile
{
    public static (IReadOnlyList<Division> Divisions, IReadOnlyList<LineError> Errors) Read(string text)
    {
        var found = new Dictionary<string, (int Line, string Name)>();
        var errors = LineTable.Read(text, "代码,名称", (cells, line) => Take(cells, line, found)).ToList();
        var counties = found.Keys.Where(code => LevelOf(code) == DivisionLevel.County).ToArray();
        if (errors.Count == 0 && counties.Length != 1)
        {
            errors.Add(new(1, $"应有且只有一个县（末尾六个零），现在有 {counties.Length} 个"));
        }

        errors.AddRange(found.Where(f => ParentOf(f.Key) is { } parent && !found.ContainsKey(parent))
            .Select(f => new LineError(f.Value.Line, $"代码列“{f.Key}”的上级 {ParentOf(f.Key)} 不在文件里，请补上或核对代码")));
        return ([.. found.Select(f => new Division(f.Key, f.Value.Name, LevelOf(f.Key), ParentOf(f.Key)))], errors);
    }

    private static string? Take(string[] cells, int line, Dictionary<string, (int Line, string Name)> found)
    {
        var (code, name) = (cells[0], cells[1]);
        return code.Length != 12 || !code.All(char.IsAsciiDigit) || code[..6].EndsWith("00", StringComparison.Ordinal) ? $"代码列“{code}”不是 12 位统计用区划代码，例如 360731100201"
            : name.Length is 0 or > 30 ? "名称列应为 1 至 30 个字，请填写本级名称，例如“贡江镇”"
            : !found.TryAdd(code, (line, name)) ? $"代码 {code} 出现了两次，请删去一行"
            : null;
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
