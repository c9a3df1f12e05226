using Microsoft.EntityFrameworkCore;
using SocialAssistance.Accounts.Data;
using SocialAssistance.Platform.Data;
using SocialAssistance.Platform.Modules;

namespace SocialAssistance.Accounts.Divisions;

/// <summary><c>divisions FILE</c>: enters a county's divisions; a division that is known keeps its place and takes the new name.</summary>
internal sealed class ImportDivisions(AccountsDb db, UnitOfWork unitOfWork, DivisionBook book) : IVerb
{
    public string Name => "divisions";

    public async Task<int> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        if (arguments is not [var file] || !File.Exists(file))
        {
            await Console.Error.WriteLineAsync("Usage: divisions FILE, a table 代码,名称 in UTF-8.");
            return 2;
        }

        var (divisions, errors) = DivisionsFile.Read(await File.ReadAllTextAsync(file, cancellationToken));
        foreach (var error in errors.OrderBy(e => e.Line))
        {
            await Console.Error.WriteLineAsync($"第 {error.Line} 行：{error.Message}");
        }

        if (errors.Count > 0)
        {
            await Console.Error.WriteLineAsync("没有导入任何区划，请改好后再导入。");
            return 1;
        }

        var renamed = 0;
        await unitOfWork.RunAsync(
            async () =>
            {
                var known = await db.Divisions.ToDictionaryAsync(d => d.Code, cancellationToken);
                foreach (var division in divisions.OrderBy(d => d.Code, StringComparer.Ordinal))
                {
                    if (!known.TryGetValue(division.Code, out var row))
                    {
                        db.Divisions.Add(new DivisionRow(division.Code, division.Name, division.Level, division.Parent));
                    }
                    else if (row.Name != division.Name)
                    {
                        row.Rename(division.Name);
                        renamed++;
                    }
                }

                await db.SaveChangesAsync(cancellationToken);
            },
            cancellationToken);
        book.Forget();
        Console.WriteLine($"已导入 {divisions.Count} 个区划，其中改名 {renamed} 个。");
        return 0;
    }
}
