using SocialAssistance.Platform.Data;
using SocialAssistance.Platform.Modules;

namespace SocialAssistance.Standards.Calendar;

/// <summary>Enters a notice from the command line.</summary>
internal sealed class ImportCalendar(CalendarBook book, UnitOfWork unitOfWork, WorkingCalendar calendar) : IVerb
{
    public string Name => "calendar";

    /// <summary><c>calendar FILE</c>: imports the yearly notice from a file.</summary>
    public async Task<int> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        if (arguments is not [var file] || !File.Exists(file))
        {
            await Console.Error.WriteLineAsync("Usage: calendar FILE, a table 日期,类型,依据 in UTF-8.");
            return 2;
        }

        var (days, errors) = CalendarFile.Read(await File.ReadAllTextAsync(file, cancellationToken));
        foreach (var error in errors)
        {
            await Console.Error.WriteLineAsync($"第 {error.Line} 行：{error.Message}");
        }

        if (errors.Count > 0)
        {
            await Console.Error.WriteLineAsync("没有导入任何一天，请改好后再导入。");
            return 1;
        }

        await EnterAsync(days, cancellationToken);
        Console.WriteLine($"已导入 {days.Count} 天。");
        return 0;
    }

    public async Task EnterAsync(IReadOnlyList<CalendarDay> days, CancellationToken cancellationToken)
    {
        await unitOfWork.RunAsync(() => book.EnterAsync(days, cancellationToken), cancellationToken);
        calendar.Forget();
    }
}
