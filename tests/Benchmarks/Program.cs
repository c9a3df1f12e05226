using SocialAssistance.Benchmarks.Pages;

return args switch
{
    ["pages", .. var options] => await PageBenchmark.RunAsync(options),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("Usage: ./dev bench pages [--households N] [--users N] [--seconds N]");
    return 2;
}
