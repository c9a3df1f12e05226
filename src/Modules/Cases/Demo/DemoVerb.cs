using System.Diagnostics;
using SocialAssistance.Contracts.Accounts;
using SocialAssistance.Contracts.Demo;
using SocialAssistance.Contracts.Standards;
using SocialAssistance.Platform.Data;
using SocialAssistance.Platform.Modules;
using SocialAssistance.Platform.Time;

namespace SocialAssistance.Cases.Demo;

/// <summary>
/// <c>demo --households N --seed S</c>: fills an empty county; a county with case files is left alone. Started with
/// setting <c>Demo</c>, the county also lives the last months through the commands of its pages.
/// </summary>
internal sealed class DemoVerb(DemoFamilies families, IEnumerable<IDemoPart> parts, IEnumerable<IDemoStory> stories, IAccountsSeed accounts, IStandardsSeed standards, UnitOfWork unitOfWork, TimeProvider time) : IVerb
{
    private const int Batch = 2_000;

    public string Name => "demo";

    public async Task<int> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        if (Number(arguments, "--households", 300) is not (> 0 and <= 2_000_000 and var households) || Number(arguments, "--seed", 1) is not { } seed || arguments.Count % 2 != 0)
        {
            await Console.Error.WriteLineAsync("Usage: demo --households N --seed S, N from 1 to 2000000 and S a whole number.");
            return 2;
        }

        if (await HasCasesAsync(cancellationToken))
        {
            await Console.Error.WriteLineAsync("The database already holds case files, so nothing was added. Use an empty database for another demo county.");
            return 1;
        }

        var started = Stopwatch.GetTimestamp();
        await FillAsync(households, seed, cancellationToken);
        Console.WriteLine($"{households} households of seed {seed} in {Stopwatch.GetElapsedTime(started).TotalSeconds:0.0} s.");
        return 0;
    }

    /// <summary>Fills the county in one transaction: an interrupted run leaves nothing behind. The months come after it, command by command.</summary>
    public async Task FillAsync(int households, int seed, CancellationToken cancellationToken, int months = 0)
    {
        await accounts.SeedAsync(cancellationToken);
        await standards.SeedAsync(cancellationToken);
        var year = new DemoYear(time.Today(), months);
        var told = months > 0 ? stories.OrderBy(s => s.Order).ToArray() : [];
        foreach (var story in told)
        {
            await story.PrepareAsync(year, cancellationToken);
        }

        var ordered = parts.OrderBy(p => p.Order).ToArray();
        var cast = new Dictionary<string, DemoFamily>();
        await unitOfWork.RunAsync(async () =>
        {
            foreach (var batch in families.Make(households, seed, year).Chunk(Batch))
            {
                foreach (var part in ordered)
                {
                    await part.FillAsync(batch, year, cancellationToken);
                }

                foreach (var family in batch.Where(f => f.Role is not null))
                {
                    cast[family.Role!] = family;
                }
            }
        }, cancellationToken);
        await unitOfWork.ExecuteAsync("analyze", [], cancellationToken);
        for (var month = 0; month < months; month++)
        {
            foreach (var story in told)
            {
                await story.LiveAsync(year, month, cast, cancellationToken);
            }
        }
    }

    public async Task<bool> HasCasesAsync(CancellationToken cancellationToken)
    {
        await using var command = await unitOfWork.CommandAsync("select exists (select 1 from cases.case_files)", [], cancellationToken);
        return await command.ExecuteScalarAsync(cancellationToken) is true;
    }

    private static int? Number(IReadOnlyList<string> arguments, string name, int otherwise)
    {
        for (var i = 0; i + 1 < arguments.Count; i += 2)
        {
            if (arguments[i] == name)
            {
                return int.TryParse(arguments[i + 1], out var number) ? number : null;
            }
        }

        return otherwise;
    }
}
