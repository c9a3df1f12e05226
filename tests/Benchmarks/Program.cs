using SocialAssistance.Benchmarks.HouseholdMonths;
using SocialAssistance.Benchmarks.Impact;
using SocialAssistance.Benchmarks.Pages;
using SocialAssistance.Benchmarks.Rosters;

return args switch
{
    ["rules", .. var options] => RuleBenchmark.Run(options),
    ["pages", .. var options] => await PageBenchmark.RunAsync(options),
    ["roster", .. var options] => await RosterBenchmark.RunAsync(options),
    ["beside", .. var options] => await BesideBenchmark.RunAsync(options),
    ["impact", .. var options] => await ImpactBenchmark.RunAsync(options),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("""
        Usage: ./dev bench rules [--households N …] [--rounds N] [--seed N]
               ./dev bench pages [--households N] [--users N] [--seconds N]
               ./dev bench roster [--households N …] [--months N] [--rounds N]
               ./dev bench beside [--households N …] [--months N] [--users N] [--rounds N]
               ./dev bench impact [--households N …] [--users N] [--rounds N]
        """);
    return 2;
}
